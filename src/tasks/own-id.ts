import type { TaskProblem } from "../core/evidence.ts";
import type { Backlog } from "./backlog.ts";
import type { Frontmatter } from "./frontmatter.ts";
import { canonicalTaskId, idsOfFileName } from "./id.ts";
import { problem } from "./problem.ts";
import { textAt } from "./yaml-value.ts";

/** A task's id in its canonical spelling, and as its file writes it. */
export interface OwnId {
  readonly id: string;
  readonly key: string;
}

/**
 * The id of a task file. The frontmatter has the last word; a bare number takes the prefix of the file's name, or
 * the backlog's. Only where the frontmatter has none does the name give it. Null, and a problem: neither does.
 */
export function idOf(
  frontmatter: Frontmatter,
  path: string,
  backlog: Backlog,
  problems: TaskProblem[],
): OwnId | null {
  const written = textAt(frontmatter.values, "id");
  const line = frontmatter.lines.get("id") ?? 1;
  const named = idsOfFileName(path);
  if (written === null) {
    problems.push(problem("id-missing", line, ""));
    return named[0] === undefined ? null : { id: named[0], key: named[0] };
  }
  const id = /^\d+(?:\.\d+)*$/.test(written) ? fromNumber(written, named, backlog) : canonicalTaskId(written);
  if (id === null) {
    problems.push(problem("id-invalid", line, written));
    return null;
  }
  if (named.length > 0 && !named.includes(id))
    problems.push(problem("id-mismatch", line, `${written}, ${named[0]}`));
  return { id, key: /^\d/.test(written) ? id : written };
}

function fromNumber(number: string, named: readonly string[], backlog: Backlog): string | null {
  const numbered = (prefix: string) => canonicalTaskId(`${prefix}-${number}`);
  const fit = named.find((id) => numbered(id.slice(0, id.indexOf("-"))) === id);
  return fit ?? numbered(backlog.prefixes[0] ?? "TASK");
}
