import type { TaskEdit } from "../core/evidence.ts";
import { lookupKey } from "../core/ticket.ts";
import { messageReferences, type Reader } from "../gather/references.ts";
import type { Repository } from "../git/repository.ts";

/** Tasks looked for in earlier history at one time; a change that finishes more of them is answered for these. */
const MOST_TASKS = 200;

/**
 * Which of the tasks that these edits finish are named by commits before the range: git searches the messages for the
 * numbers, and the scanner says which of those are references. `known`: look-up keys that the range itself names.
 */
export async function namedBefore(
  repo: Repository,
  reader: Reader,
  edits: Iterable<readonly TaskEdit[]>,
  revisions: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const before = revisions.filter((name) => name.startsWith("^")).map((name) => name.slice(1));
  const wanted = finished(edits)
    .filter((key) => !known.has(key))
    .slice(0, MOST_TASKS);
  if (before.length === 0 || wanted.length === 0) return [];
  const patterns = wanted.map((key) => `--grep=${patternOf(key)}`);
  const args = ["log", "-z", "-i", "-E", "--format=%B", ...patterns, "--end-of-options", ...before, "--"];
  const { stdout } = await repo.git.run(args);
  const found = stdout
    .toString("utf8")
    .split("\0")
    .flatMap((message) => messageReferences(reader, message, 0));
  const keys = new Set(found.flatMap(({ remote, id }) => (remote === null ? [] : [lookupKey(remote, id)])));
  return wanted.filter((key) => keys.has(key));
}

/** Look-up keys of the tasks that are done after an edit and were not before it. */
function finished(edits: Iterable<readonly TaskEdit[]>): readonly string[] {
  const done = [...edits].flat().filter(({ before, after }) => isDone(after) && !isDone(before));
  return [
    ...new Set(
      done.flatMap(({ after }) => (after === null ? [] : [lookupKey(after.ticket.remote, after.id)])),
    ),
  ];
}

function isDone(task: TaskEdit["after"]): boolean {
  return task?.ticket.state.category === "done";
}

/** `TASK-7` as people write it: in any case, with leading zeros. */
function patternOf(key: string): string {
  const id = key.slice(key.indexOf(":") + 1);
  return id.replace(/[.]/g, "[.]").replace(/[0-9]+/g, (digits) => `0*${digits}`);
}
