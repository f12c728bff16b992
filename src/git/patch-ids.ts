import { isLack, readableChanges } from "./changes-here.ts";
import { together } from "./commit-pipe.ts";
import type { Repository } from "./repository.ts";

/** One commit's change against one parent (null: against nothing, or its own only parent), forwards or undone. */
export interface Change {
  readonly commit: string;
  readonly parent: string | null;
}

/**
 * Only the changed lines count, not what stands around them, so that a revert still is one after its surroundings
 * changed. Settings that would change a patch's text are overruled.
 */
const PATCH = [
  ...["-p", "--unified=0", "--full-index", "--no-renames", "--no-relative", "--ignore-submodules=none"],
  ...["--no-ext-diff", "--no-textconv", "--no-color", "--diff-algorithm=myers"],
  // Undone, a patch names its prefixes the other way round.
  "--no-prefix",
] as const;

/**
 * Patch ids (git-patch-id, `--verbatim`: another indentation is another change) by commit id, with two children for any number of changes. A commit without a
 * change has none, nor has one of which this clone lacks objects: git proves nothing of it. `undone`: of the inverse change.
 */
export async function patchIds(
  repo: Repository,
  changes: readonly Change[],
  options: { readonly undone: boolean },
): Promise<ReadonlyMap<string, string>> {
  if (changes.length === 0) return new Map();
  const args = [
    "diff-tree",
    "--stdin",
    "-r",
    "--root",
    "-m",
    "--first-parent",
    ...PATCH,
    ...(options.undone ? ["-R"] : []),
  ];
  try {
    return await identify(repo, args, linesOf(changes));
  } catch (thrown) {
    if (!isLack(thrown)) throw thrown;
  }
  const known = await readableChanges(
    repo,
    changes.map(({ commit }) => commit),
  );
  const here = changes.filter(({ commit, parent }) => parent === null && known.has(commit));
  return here.length === 0 ? new Map() : identify(repo, args, linesOf(here));
}

function linesOf(changes: readonly Change[]): string {
  return changes
    .map(({ commit, parent }) => (parent === null ? `${commit}\n` : `${commit} ${parent}\n`))
    .join("");
}

/** Patch id of what is staged against a tree or commit; null where nothing is. */
export async function stagedPatchId(repo: Repository, against: string): Promise<string | null> {
  const ids = await identify(repo, ["diff-index", "--cached", ...PATCH, against, "--"], "");
  return [...ids.values()][0] ?? null;
}

/** What git says to an option that it does not know. */
const USAGE = 129;

/** git before 2.39 can't but pass by blanks. */
async function identify(
  repo: Repository,
  args: readonly string[],
  input: string,
): Promise<Map<string, string>> {
  return (
    (await identified(repo, { args, input, how: "--verbatim" })) ??
    (await identified(repo, { args, input, how: "--stable" })) ??
    new Map()
  );
}

interface Identifying {
  readonly args: readonly string[];
  readonly input: string;
  readonly how: "--verbatim" | "--stable";
}

/** Null: this git does not know how. */
async function identified(
  repo: Repository,
  { args, input, how }: Identifying,
): Promise<Map<string, string> | null> {
  const diff = repo.git.spawn(args, { stdin: "pipe" });
  const ids = repo.git.spawn(["patch-id", how], { stdin: diff.stdout, codes: [0, USAGE] });
  // Only the two children hold the pipe now, so each learns of the other's end.
  diff.stdout.destroy();
  const children = together(diff, ids);
  let text = "";
  ids.stdout.setEncoding("latin1").on(
    "data",
    children.guard((part: string) => {
      text += part;
    }),
  );
  diff.stdin?.end(input);
  if ((await ids.done.catch(() => null)) === USAGE) {
    diff.kill();
    await children.done.catch(() => undefined);
    return null;
  }
  await children.done;
  const pairs = text.split("\n").map((line) => line.split(" "));
  return new Map(pairs.flatMap(([id, commit]) => (id && commit ? [[commit, id] as const] : [])));
}
