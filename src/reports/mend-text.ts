import type { Report } from "../core/report.ts";
import { shellCommand } from "./escape.ts";
import type { TextContext } from "./finding-text.ts";
import { proseWidth, SHORT_ID, wrap } from "./layout.ts";

/** How to go on after commits failed: reword what is still one's own, or begin to judge after it. Nothing for a message. */
export function* mendLines(report: Report, { options, paint }: TextContext): Iterable<string> {
  const { commits, verdict } = report;
  if (verdict !== "fail" || commits === null || commits.count === 0) return;
  const { prose, line } = wayOf(report.subject.label, commits.id(0), commits.count === 1);
  const lines = wrap(prose, proseWidth(options.columns) - 2).map((text) => `  ${text}\n`);
  yield `\n${lines.join("")}    ${paint.cyan(line)}\n`;
}

function wayOf(
  label: string,
  tip: string,
  single: boolean,
): { readonly prose: string; readonly line: string } {
  if (single) {
    return {
      prose: 'While this commit is not pushed yet, mark it as "reword" and mend its message:',
      line: shellCommand(["git", "rebase", "--interactive", `${tip.slice(0, SHORT_ID)}^`]),
    };
  }
  const [base = "", end] = label.split(/\.{2,3}/u);
  if (base !== "" && end !== undefined) {
    return {
      prose:
        'While these commits are not pushed yet, mark those that failed as "reword" and mend their messages:',
      line: shellCommand(["git", "rebase", "--interactive", base]),
    };
  }
  return {
    prose:
      "What is published stays as it is. To judge only what comes after this history, write into the policy:",
    line: `baseline: { commit: ${tip} }`,
  };
}
