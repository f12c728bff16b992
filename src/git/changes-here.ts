import type { PathChange } from "../core/change.ts";
import { Fault } from "../core/fault.ts";
import { type CountedPath, readChanges } from "./change-log.ts";
import { missingObjects, withOwnObjects } from "./own-objects.ts";
import { RAW_DIFF, readRawDiff } from "./raw-diff.ts";
import type { Repository } from "./repository.ts";

/** Commits whose changes can't be told in full, by id: objects are missing here. */
export interface UntoldChanges {
  /** Trees are missing: nobody knows which paths. */
  readonly paths: readonly string[];
  /** Contents are missing: nobody knows how many lines. By id, what they changed. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

const NOTHING: UntoldChanges = { paths: [], lines: new Map() };

/** As `readChanges`, in a repository that may lack objects (a partial clone, a damaged store): nothing is fetched, and what can't be read is told. */
export async function readChangesHere(
  repo: Repository,
  ids: readonly string[],
  visit: (id: string, paths: readonly CountedPath[]) => void,
): Promise<UntoldChanges> {
  const told = new Set<string>();
  const see: typeof visit = (id, paths) => {
    told.add(id);
    visit(id, paths);
  };
  try {
    await readChanges(repo, ids, see);
    return NOTHING;
  } catch (thrown) {
    if (!isLack(thrown)) throw thrown;
  }
  const rest = ids.filter((id) => !told.has(id));
  return withOwnObjects(repo, (own) => readWhole({ ...repo, ...own }, rest, visit));
}

/** Whether git ended over an object that is missing. */
export function isLack(thrown: unknown): boolean {
  return thrown instanceof Fault && thrown.code === "repository";
}

/** Counts the lines of commits all of whose contents are here, and tells the paths of the others. */
async function readWhole(
  own: Repository,
  ids: readonly string[],
  visit: (id: string, paths: readonly CountedPath[]) => void,
): Promise<UntoldChanges> {
  const { after, whole } = await wholeOf(own, ids);
  await readChanges(own, [...whole], visit);
  const lines = ids.flatMap((id) =>
    whole.has(id) || after.unread.has(id)
      ? []
      : [[id, (after.changes.get(id) ?? []).map(({ path }) => path)] as const],
  );
  return { paths: [...after.unread], lines: new Map(lines) };
}

/** Of some commits those whose change against their parent can be read: all of its trees and contents are here. */
export async function readableChanges(
  repo: Repository,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return withOwnObjects(repo, async (own) => (await wholeOf({ ...repo, ...own }, ids)).whole);
}

async function wholeOf(
  own: Repository,
  ids: readonly string[],
): Promise<{ readonly after: Contents; readonly whole: ReadonlySet<string> }> {
  const after = await contentsOf(own, ids, []);
  const known = ids.filter((id) => !after.unread.has(id));
  const before = await contentsOf(own, known, ["-R"]);
  const contents = (id: string) =>
    [...(after.changes.get(id) ?? []), ...(before.changes.get(id) ?? [])].flatMap(contentOf);
  const missing = await missingObjects(own, known.flatMap(contents));
  const whole = known.filter((id) => !contents(id).some((oid) => missing.has(oid)));
  return { after, whole: new Set(whole) };
}

const SUBMODULE = "160000";
const NO_OBJECT = /^0+$/;

/** A submodule's commit is in another repository. */
function contentOf({ mode, oid }: PathChange): readonly string[] {
  return mode === SUBMODULE || NO_OBJECT.test(oid) ? [] : [oid];
}

interface Contents {
  readonly changes: ReadonlyMap<string, readonly PathChange[]>;
  /** Commits whose trees are not here. */
  readonly unread: ReadonlySet<string>;
}

/** git ends at the first tree that is missing, and is started anew behind it; after so many times the rest is taken to be missing too. */
const MOST_STARTS = 50;

async function contentsOf(
  own: Repository,
  ids: readonly string[],
  how: readonly string[],
): Promise<Contents> {
  const changes = new Map<string, readonly PathChange[]>();
  const unread = new Set<string>();
  let open = ids;
  for (let starts = 0; open.length > 0; starts++) {
    const told = new Set<string>();
    const isDone = await rawChanges(own, open, how, (id, paths) => {
      told.add(id);
      changes.set(id, paths);
    });
    open = open.filter((id) => !told.has(id));
    if (isDone) break;
    const stuck = starts < MOST_STARTS ? open.slice(0, 1) : open;
    for (const id of stuck) unread.add(id);
    open = open.slice(stuck.length);
  }
  return { changes, unread };
}

/** Visits each commit, what it changed or not, up to one that can't be read. False: there is one. */
async function rawChanges(
  { git }: Repository,
  ids: readonly string[],
  how: readonly string[],
  visit: (id: string, paths: readonly PathChange[]) => void,
): Promise<boolean> {
  const args = ["diff-tree", "--stdin", "-r", "--root", "--always", ...RAW_DIFF, ...how];
  const diff = git.spawn(args, { stdin: "pipe" });
  const reader = readRawDiff((id, paths) => {
    if (id !== null) visit(id, paths);
  });
  diff.stdout.on("data", reader.push);
  diff.stdin?.end(ids.map((id) => `${id}\n`).join(""));
  try {
    await diff.done;
    return true;
  } catch (thrown) {
    if (isLack(thrown)) return false;
    throw thrown;
  } finally {
    reader.end();
  }
}
