import type { Forge } from "../core/forge.ts";
import { attempt } from "./attempt.ts";
import type { ActionScene } from "./scene.ts";

/** Whether only those let in read the repository. Null, unknown, counts as public: what is withheld in vain does less harm. */
export async function isPrivate(
  { notes }: Pick<ActionScene, "notes">,
  forge: () => Promise<Forge | null>,
): Promise<boolean | null> {
  const told = await attempt(notes, "whether the repository is private", "contents: read", async () =>
    (await forge())?.visibility(),
  );
  return told == null ? null : told === "private";
}
