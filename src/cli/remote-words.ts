import { terminal } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import type { Refusal } from "../satellite/work.ts";
import { usage } from "./words.ts";

/** The one task that an action is about. */
export function onlyOne(action: string, rest: readonly string[]): string {
  const [task, ...more] = rest;
  if (task !== undefined && more.length === 0) return task;
  throw usage({ name: "remote" }, `remote ${action} takes one task.`, {
    found: rest.join(" ") || "none",
    wanted: "a task, such as TASK-7, or the ticket that it follows",
  });
}

/** Lines as a text that ends with a line break. */
export function asText(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

/** What the policy forbids, by the name of its rule. */
export function refusalLines(
  { rule, message, found, wanted, fix }: Refusal,
  color: boolean,
): readonly string[] {
  return [
    `${painter(color).red(rule)}: ${terminal(message)}`,
    `  found:  ${terminal(found)}`,
    `  wanted: ${terminal(wanted)}`,
    `  fix:    ${terminal(fix)}`,
  ];
}

/** What does not stop anybody, and should be known. */
export function warningLines(warnings: readonly string[], color: boolean): readonly string[] {
  return warnings.map((warning) => `  ${painter(color).yellow("warning:")} ${terminal(warning)}`);
}
