import type { TaskProblem } from "../core/evidence.ts";
import type { TaskBody } from "./body.ts";
import type { Frontmatter } from "./frontmatter.ts";
import { problem } from "./problem.ts";
import { treePath } from "./tree-path.ts";
import { listAt, textAt } from "./yaml-value.ts";

interface Named {
  readonly text: string;
  readonly line: number;
}

/** Enough of a wrong path to find it by. */
const MAX_DETAIL = 80;
/** No file system takes a longer path. */
const MAX_PATH = 4_096;
/** A position behind a path: `src/a.ts:12-40`. */
const POSITION = /:\d+(?:[-:]\d+)*$/;

/**
 * What a task says that it touches, root-relative: `affected_files`, `modified_files` and the `Affected Files`
 * table together; only where they name nothing, `scope_boundary`, a folder. A path that leaves the repository is
 * left out and reported.
 */
export function affectedPaths(
  { values, lines }: Frontmatter,
  body: TaskBody,
): { readonly paths: readonly string[]; readonly problems: readonly TaskProblem[] } {
  const listed = ["affected_files", "modified_files"].flatMap((key) =>
    listAt(values, key).map((text) => ({ text, line: lines.get(key) ?? 1 })),
  );
  const table = (body.toolkit?.affectedFiles ?? []).map(({ path, line }) => ({ text: path, line }));
  const files = [...listed, ...table];
  const boundary = textAt(values, "scope_boundary");
  if (files.length > 0) return clean(files);
  return clean(boundary === null ? [] : [{ text: boundary, line: lines.get("scope_boundary") ?? 1 }]);
}

function clean(named: readonly Named[]) {
  const paths = new Set<string>();
  const problems: TaskProblem[] = [];
  for (const { text, line } of named) {
    const path = treePath(plainPath(text));
    if (path === null || path === "") problems.push(problem("path-invalid", line, text.slice(0, MAX_DETAIL)));
    else paths.add(path);
  }
  return { paths: [...paths], problems };
}

/** Without code marks, a remark in brackets (`src/a.ts (new)`) and a position. */
function plainPath(text: string): string {
  if (text.length > MAX_PATH) return "";
  const path = text.replaceAll("`", "").trim();
  const remark = path.endsWith(")") ? path.lastIndexOf(" (") : -1;
  return (remark === -1 ? path : path.slice(0, remark)).trimEnd().replace(POSITION, "");
}
