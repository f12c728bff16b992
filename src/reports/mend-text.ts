import type { CommitColumns, Report } from "../core/report.ts";
import { shellCommand } from "./escape.ts";
import type { TextContext } from "./finding-text.ts";
import { proseWidth, wrap } from "./layout.ts";
import { isUponBase } from "./repair.ts";

/** How to go on after commits failed: reword what is still one's own, or begin to judge after it. Nothing for a message. */
export function* mendLines(report: Report, { options, paint }: TextContext): Iterable<string> {
  const { commits, subject, verdict } = report;
  if (verdict !== "fail" || commits === null) return;
  const single = commits.count === 1;
  const way = options.repair === null ? newStart(subject, commits) : reword(options.repair, single);
  if (way === null) return;
  const lines = wrap(way.prose, proseWidth(options.columns) - 2).map((text) => `  ${text}\n`);
  yield `\n${lines.join("")}    ${paint.cyan(way.line)}\n`;
}

interface Way {
  readonly prose: string;
  readonly line: string;
}

function reword(repair: readonly string[], single: boolean): Way {
  const prose = single
    ? 'While this commit is not pushed yet, mark it as "reword" and mend its message:'
    : 'While these commits are not pushed yet, mark those that failed as "reword" and mend their messages:';
  return { prose, line: shellCommand(repair) };
}

/** Only a whole history is left behind; commits upon a base are judged because somebody still can do something. */
function newStart(subject: Report["subject"], commits: CommitColumns): Way | null {
  if (commits.count <= 1 || isUponBase(subject)) return null;
  return {
    prose:
      "What is published stays as it is. To judge only what comes after this history, write into the policy:",
    line: `baseline: { commit: ${commits.id(0)} }`,
  };
}
