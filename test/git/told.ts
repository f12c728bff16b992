import { factsOf } from "../../src/git/facts.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { type TemporaryRepository, temporaryRepository } from "./repo.ts";

/** A file of thirty lines, some of them changed. */
export const lines = (change: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: 30 }, (_, index) => `${change[index] ?? `line ${index}`}\n`).join("");

/** Opens it as the gate does. */
export const open = (made: TemporaryRepository) => openRepository(openGit({ cwd: made.root, env: made.env }));

/** What git confirms of one commit, as a test compares it. */
export async function fact(made: TemporaryRepository, rev = "HEAD") {
  const id = made.git("rev-parse", rev);
  const facts = (await factsOf(await open(made), [id])).get(id);
  return {
    merge: facts?.merge,
    kind: facts?.inherits?.kind ?? null,
    target: facts?.inherits?.target.id ?? null,
  };
}

/** Whether what git says of a commit was said once and for all. */
export async function isLasting(made: TemporaryRepository, rev = "HEAD"): Promise<boolean | undefined> {
  const id = made.git("rev-parse", rev);
  return (await factsOf(await open(made), [id])).get(id)?.lasting;
}

/** A plain commit. */
export const NOTHING = { merge: null, kind: null, target: null };

/** `main` with one change and `side` with another to the same file, far apart or at the same place. */
export function forked(options: {
  readonly conflict: boolean;
  readonly objectFormat?: "sha256";
}): TemporaryRepository {
  const made = temporaryRepository(options.objectFormat ? { objectFormat: options.objectFormat } : {});
  made.commit("base", { file: lines() });
  made.git("checkout", "--quiet", "-b", "side");
  made.commit("side", { file: lines({ 25: "side" }), added: "x" });
  made.git("checkout", "--quiet", "main");
  made.commit("main", { file: lines({ [options.conflict ? 25 : 2]: "main" }) });
  return made;
}
