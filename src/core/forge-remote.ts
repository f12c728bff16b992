import type { ForgeHome } from "./forge.ts";
import type { Law } from "./law.ts";

/** Name of the remote whose tickets are the repository's own issues; null: the law has none such. */
export function forgeRemote({ remotes }: Pick<Law, "remotes">, home: ForgeHome): string | null {
  const own = remotes.find(
    ({ kind, settings }) =>
      kind === home.kind &&
      typeof settings.repo === "string" &&
      settings.repo.toLowerCase() === home.repository.toLowerCase(),
  );
  return own?.name ?? null;
}
