import type { TaskProblem } from "../core/evidence.ts";
import { problem } from "./problem.ts";

/** Longer frontmatter is no task's: the largest one met in public repositories is under 10 kB. */
export const MAX_FRONTMATTER = 64 * 1024;
/** gray-matter looks for comments in quadratic time over blank lines. */
const MAX_FRONTMATTER_LINES = 2_000;
const BOM = "\ufeff";
/** What no text file holds; a tab, a line feed and a CR before a line feed are text. */
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/;

/** Offsets, in UTF-16 units, of the parts of a task file. The YAML excludes the break before the closing dashes. */
export interface Fences {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  /** Start of the closing line of dashes. */
  readonly closeStart: number;
  readonly bodyStart: number;
  /** Line, from 1, on which the body begins. */
  readonly bodyLine: number;
}

/** The parts, or the one thing that keeps the file from being read. */
export type FencesResult =
  | { readonly ok: true; readonly fences: Fences }
  | { readonly ok: false; readonly problem: TaskProblem };

/**
 * Finds the lines of dashes. The first line must be exactly `---` (a byte-order mark before it is allowed): after
 * the dashes gray-matter reads the name of an engine. The first later line that begins with dashes closes.
 */
export function findFences(text: string): FencesResult {
  const start = text.startsWith(BOM) ? 1 : 0;
  const firstEnd = lineEnd(text, start);
  const first = text.slice(start, firstEnd).replace(/\r$/, "");
  if (first !== "---") return refuse(first.startsWith("---") ? "fence-invalid" : "fence-missing", 1, first);
  const yamlStart = Math.min(firstEnd + 1, text.length);
  const closeStart = text.startsWith("---", yamlStart) ? yamlStart : text.indexOf("\n---", yamlStart) + 1;
  if (closeStart === 0) return refuse("fence-invalid", 1, "the closing line of dashes is missing");
  const yaml = text.slice(yamlStart, closeStart);
  const lines = countLines(yaml);
  if (yaml.length > MAX_FRONTMATTER || lines > MAX_FRONTMATTER_LINES) {
    return refuse("frontmatter-too-long", 1, `${yaml.length} characters on ${lines} lines`);
  }
  const control = CONTROL.exec(yaml);
  if (control !== null) return refuse("control-character", countLines(yaml.slice(0, control.index)) + 2, "");
  const closeEnd = lineEnd(text, closeStart);
  const close = text.slice(closeStart, closeEnd);
  if (close.trimEnd() !== "---") return refuse("fence-invalid", lines + 2, close.trimEnd());
  const yamlEnd = Math.max(yamlStart, closeStart - (text[closeStart - 2] === "\r" ? 2 : 1));
  const bodyStart = Math.min(closeEnd + 1, text.length);
  return { ok: true, fences: { yamlStart, yamlEnd, closeStart, bodyStart, bodyLine: lines + 3 } };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Line breaks in a text. */
function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function refuse(
  code: "fence-missing" | "fence-invalid" | "frontmatter-too-long" | "control-character",
  line: number,
  detail: string,
): FencesResult {
  return { ok: false, problem: problem(code, line, detail.slice(0, 80)) };
}
