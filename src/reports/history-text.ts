import { SHORT_ID } from "../core/object-id.ts";
import type { Report } from "../core/report.ts";
import { type CountRow, countRows } from "./counted.ts";
import { shellCommand, terminal } from "./escape.ts";
import { findingBlock, markOf, sentence, type TextContext } from "./finding-text.ts";
import { type FindingGroup, groupFindings } from "./groups.ts";
import { count, pad, plural, type Row, rows, share, width } from "./layout.ts";
import { mendLines } from "./mend-text.ts";
import { fixOf, titleOf } from "./prose.ts";
import { ownRepair } from "./repair.ts";
import { apart, restingLines } from "./resting.ts";
import { noticeLines, verdictLine } from "./verdict-text.ts";

/** Commits named for a group: enough to see what it is about. The JSON report has all of them. */
export const EXAMPLES = 3;

/** A subject longer than this is cut, so that a commit takes one line. */
const LONGEST_SUBJECT = 72;

/** Many commits: the counts, each kind of failure once with example commits, and the verdict. */
export function* historyText(report: Report, context: TextContext): Iterable<string> {
  const { paint } = context;
  yield `${paint.bold("History")} ${terminal(report.subject.label)}\n\n`;
  for (const line of figures(countRows(report), report.counts.commits)) yield `${line}\n`;
  for (const finding of report.findings.filter(
    ({ outcome }) => outcome === "fail" || outcome === "unknown",
  )) {
    yield `\n${findingBlock(finding, context).join("\n")}\n`;
  }
  const { own, resting } = apart(groupFindings(report, EXAMPLES));
  for (const group of own) yield `\n${groupLines(group, context).join("\n")}\n`;
  if (resting.length > 0) yield `\n${restingLines(resting, context).join("\n")}\n`;
  yield* mendLines(report, context);
  yield* noticeLines(report.notices, context);
  yield `\n${verdictLine(report, result(report), context)}\n`;
}

/** Name, number, share of all commits, remark. */
function figures(table: readonly CountRow[], all: number): readonly string[] {
  const names = Math.max(...table.map(({ name }) => width(name)));
  const numbers = Math.max(...table.map(({ number }) => count(number).length));
  return table.map(({ name, number, remark }, index) => {
    const part = index === 0 ? "" : share(number, all);
    return `  ${pad(name, names)}  ${pad(count(number), numbers, "left")}  ${pad(part, 7, "left")}  ${terminal(remark)}`.trimEnd();
  });
}

function groupLines(group: FindingGroup, context: TextContext): readonly string[] {
  const { paint, options } = context;
  const title = paint.dim(`· ${terminal(titleOf(group.rule, options.metas))}`);
  const head = `  ${markOf(group, paint)} ${paint.bold(terminal(group.rule))} · ${plural(group.commits, "commit")} ${title}`;
  const sentences = new Set(group.examples.map(({ finding }) => sentence(finding, context)));
  const same = sentences.size === 1;
  const table = groupRows(group, same, context);
  return [
    head,
    ...rows(table, { indent: 4, columns: options.columns, label: paint.dim }),
    ...examples(group, same, context),
  ];
}

/** What all commits of a group share; a command only where it is one commit's own. */
function groupRows(group: FindingGroup, same: boolean, context: TextContext): readonly Row[] {
  const finding = group.examples[0]?.finding;
  if (finding === undefined) return [];
  const { metas } = context.options;
  const fix = same ? fixOf(finding, metas) : `${metas.get(group.rule)?.fix ?? ""}${pendingOf(group)}`.trim();
  const table: Row[] = same ? [{ label: "what", text: sentence(finding, context) }] : [];
  if (fix !== "") table.push({ label: "fix", text: terminal(fix) });
  const argv = group.commits === 1 ? ownRepair(finding, metas) : null;
  if (argv !== null) table.push({ label: "run", text: shellCommand(argv), whole: true });
  return table;
}

/** Where commits differ their own notes are left out, but not the day from which they block. */
function pendingOf({ examples }: FindingGroup): string {
  const [day] = examples.flatMap(({ finding }) => finding.args.enforce_from ?? []);
  return day === undefined ? "" : ` This blocks from ${day} on.`;
}

function examples(group: FindingGroup, same: boolean, context: TextContext): readonly string[] {
  const { paint, options } = context;
  const lines = group.examples.flatMap(({ id, finding }) => {
    const subject = terminal(options.subject(id) ?? "", LONGEST_SUBJECT);
    const line = `    ${paint.yellow(id.slice(0, SHORT_ID))}  ${subject}`.trimEnd();
    return same ? [line] : [line, `    ${" ".repeat(SHORT_ID)}  ${paint.dim(sentence(finding, context))}`];
  });
  const rest = group.commits - group.examples.length;
  return rest > 0 ? [...lines, `    ${pad("…", SHORT_ID)}  ${paint.dim(`${count(rest)} more`)}`] : lines;
}

function result({ counts }: Report): string {
  const all = plural(counts.commits, "commit");
  if (counts.failed > 0) return `${count(counts.failed)} of ${all} failed`;
  if (counts.undecided > 0) return `${count(counts.undecided)} of ${all} undecided`;
  return `${all} judged`;
}
