import { blame, touchedBetween } from "../git/blame.ts";
import type { Repository } from "../git/repository.ts";
import { type KeptBlame, readBlame, writeBlame } from "../store/kept-blame.ts";

/** Lines that stand today, by file and by the commit that wrote them. */
export interface LiveLines {
  /** Full ids. */
  readonly commits: readonly string[];
  /** By path: places in `commits` and how many lines, one after the other. Left out: git can't blame it here. */
  readonly files: ReadonlyMap<string, Uint32Array>;
}

/** git's blame has no threads, so so many run side by side: there are two cores where most checks run. */
const AT_ONCE = 2;

/**
 * Which commits the lines of some files are from, as `git blame` says at a commit; none is looked through, since whoever lists one would not answer
 * for it any more. What was found is kept with the commit: a later run asks again only for files that a commit in between touched, on either side where history was rewritten.
 */
export async function liveLines(
  repo: Repository,
  commit: string,
  paths: readonly string[],
  { progress }: { readonly progress?: (done: number, what?: string) => void } = {},
): Promise<LiveLines> {
  const kept = repo.shallow ? null : readBlame(repo.commonDir);
  const lines = openLines(kept === null ? null : await stillTrue(repo, kept, commit), paths);
  const open = paths.filter((path) => !lines.files.has(path));
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let path = open[next++]; path !== undefined; path = open[next++]) {
      const owners = await blame(repo, commit, path);
      if (owners !== null) lines.add(path, owners);
      progress?.(++done, "files blamed");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const found = { commits: lines.commits, files: lines.files };
  if (!repo.shallow && open.length > 0) writeBlame(repo.commonDir, { ...found, commit });
  return found;
}

/** What of a kept blame holds at another commit. */
async function stillTrue(repo: Repository, kept: KeptBlame, commit: string): Promise<KeptBlame | null> {
  const touched = await touchedBetween(repo, kept.commit, commit);
  if (touched === null) return null;
  return { ...kept, files: new Map([...kept.files].filter(([path]) => !touched.has(path))) };
}

/** Lines that are being gathered: of kept ones, those of the wanted paths. */
function openLines(kept: KeptBlame | null, paths: readonly string[]) {
  const commits: string[] = [];
  const numbers = new Map<string, number>();
  const files = new Map<string, Uint32Array>();
  const add = (path: string, owners: Iterable<readonly [string, number]>): void => {
    const pairs: number[] = [];
    for (const [id, lines] of owners) {
      const number = numbers.get(id) ?? commits.push(id) - 1;
      numbers.set(id, number);
      pairs.push(number, lines);
    }
    files.set(path, Uint32Array.from(pairs));
  };
  for (const path of paths) {
    const pairs = kept?.files.get(path);
    if (pairs !== undefined && kept !== null) add(path, ownersIn(kept.commits, pairs));
  }
  return { commits, files, add };
}

/** Each commit of a file with its lines. */
export function* ownersIn(
  commits: readonly string[],
  pairs: Uint32Array,
): Generator<readonly [string, number]> {
  for (let at = 0; at + 1 < pairs.length; at += 2) yield [commits[pairs[at] ?? 0] ?? "", pairs[at + 1] ?? 0];
}
