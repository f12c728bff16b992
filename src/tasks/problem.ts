import type { TaskProblem } from "../core/evidence.ts";

/** Everything that can be wrong with one task file, or with the files of one backlog together. */
export type TaskProblemCode =
  /** Larger than a task file may be; it was not read. */
  | "file-too-large"
  /** The system does not let it be read. */
  | "file-unreadable"
  /** A symbolic link: not followed, wherever it leads. */
  | "file-refused"
  /** Bytes that are not UTF-8; they were read as U+FFFD. */
  | "not-utf8"
  /** NUL or another control character that no text holds. */
  | "control-character"
  /** The file does not begin with a line of exactly three dashes. */
  | "fence-missing"
  /** The dashes are followed by something (an engine's name), or the closing line is missing. */
  | "fence-invalid"
  /** Longer frontmatter than is read. */
  | "frontmatter-too-long"
  /** The frontmatter is not strict YAML: syntax, duplicate key, anchor, alias, tag. */
  | "yaml-error"
  /** Neither the frontmatter nor the file's name gives an id. */
  | "id-missing"
  /** The frontmatter's `id` is no task id. */
  | "id-invalid"
  /** The file's name gives another id than the frontmatter. */
  | "id-mismatch"
  /** Several files have the same id. */
  | "id-duplicate"
  | "title-missing"
  | "status-missing"
  /** Neither the backlog's configuration nor common usage knows the status. */
  | "status-unknown"
  /** The status and the folder contradict one another. */
  | "folder-status-mismatch"
  /** A date in none of the known forms. */
  | "date-invalid"
  /** Updated before it was created. */
  | "date-order"
  /** A `SECTION`, `AC`, `DOD` or `COMMENTS` marker without its partner; what it encloses counts as empty. */
  | "markers-unbalanced"
  /** A path of an affected file that is absolute or leaves the repository; it is left out. */
  | "path-invalid"
  /** `url: [text](address)` under `upstream`: YAML takes it for a list with rubbish behind it; the address is read all the same. */
  | "link-invalid"
  /** `dependencies`, `depends_on` or `parent_task_id` names a task that no file has. */
  | "dependency-missing"
  /** Tasks that wait for one another. */
  | "dependency-cycle"
  /** A configuration file of the backlog can't be read as such; its defaults were used. */
  | "config-invalid";

/** A task problem with its code held to the list. Line counts from 1. */
export function problem(code: TaskProblemCode, line: number, detail: string): TaskProblem {
  return { code, line, detail };
}
