import type { Report } from "../core/report.ts";
import { shellCommand } from "./escape.ts";
import type { TextContext } from "./finding-text.ts";
import { proseWidth, wrap } from "./layout.ts";

/** How to go on after commits of a history failed: reword what is still one's own, or begin to judge after it. */
export function* mendLines(report: Report, { options, paint }: TextContext): Iterable<string> {
  const { commits, subject } = report;
  if (report.counts.failed === 0 || commits === null || commits.count === 0) return;
  const [base, tip] = subject.label.split(/\.{2,3}/u);
  const [prose, line] =
    base === undefined || base === "" || tip === undefined
      ? [
          "What is published stays as it is. To judge only what comes after this history, write into the policy:",
          `baseline: { commit: ${commits.id(0)} }`,
        ]
      : [
          'While these commits are not pushed yet, mark those that failed as "reword" and name their ticket:',
          shellCommand(["git", "rebase", "--interactive", base]),
        ];
  yield `\n${wrap(prose, proseWidth(options.columns) - 2)
    .map((text) => `  ${text}\n`)
    .join("")}    ${paint.cyan(line)}\n`;
}
