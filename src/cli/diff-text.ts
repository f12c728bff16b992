import { terminal } from "../reports/escape.ts";
import type { Paint } from "../reports/paint.ts";

/** A unified diff for a terminal: what a file holds can't drive it. */
export function diffText(diff: string, paint: Paint): string {
  return diff
    .split("\n")
    .map((line) => colorOf(line, paint)(terminal(line)))
    .join("\n");
}

function colorOf(line: string, paint: Paint): (text: string) => string {
  if (
    /^(?:diff |index |\+\+\+ |--- |new file|deleted file|rename |similarity |old mode|new mode)/u.test(line)
  )
    return paint.bold;
  if (line.startsWith("@@")) return paint.cyan;
  if (line.startsWith("+")) return paint.green;
  return line.startsWith("-") ? paint.red : (text) => text;
}
