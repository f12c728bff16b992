import type { JudgedFinding } from "../core/finding.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { Report } from "../core/report.ts";
import { clip, terminal } from "./escape.ts";
import { findingBlock, markOf, sentence, type TextContext } from "./finding-text.ts";
import { proseWidth, wrap } from "./layout.ts";
import { mendLines } from "./mend-text.ts";
import { apart, restingLines } from "./resting.ts";
import { noticeLines, verdictLine } from "./verdict-text.ts";

/** A subject longer than this is cut: it is shown to be recognised, not to be read. */
const LONGEST_SUBJECT = 100;

/** What is judged: a message that is being written (no id), or a commit. */
export interface SingleCommit {
  readonly id: string | null;
  readonly findings: readonly JudgedFinding[];
}

/** One commit or message: what happened, each answer that needs somebody, what was waived, and the verdict. */
export function* singleText(report: Report, single: SingleCommit, context: TextContext): Iterable<string> {
  const { findings } = single;
  yield `${headline(report, single, context)}\n`;
  const { own, resting } = apart(ordered(findings.filter(needsSomebody)));
  for (const finding of own) yield `\n${findingBlock(finding, context).join("\n")}\n`;
  if (resting.length > 0) yield `\n${restingLines(resting, context).join("\n")}\n`;
  const lifted = findings.filter((finding) => finding.waiver !== undefined);
  if (lifted.length > 0) yield `\n${lifted.map((finding) => waiverLine(finding, context)).join("\n")}\n`;
  yield* mendLines(report, context);
  // Whoever writes a commit knows which tree is theirs.
  yield* noticeLines(
    report.notices.filter((notice) => !notice.startsWith("trusted-tree")),
    context,
  );
  yield `\n${verdictLine(report, tally(findings), context)}\n`;
}

function headline(report: Report, { id }: SingleCommit, { paint, options }: TextContext): string {
  const what = nameOf(report, id);
  const known = report.subject.subject ?? (id === null ? null : options.subject(id));
  const subject = terminal(known ?? "", LONGEST_SUBJECT);
  const tail = subject === "" ? "" : `: ${subject}`;
  switch (report.verdict) {
    case "pass":
      return `${paint.green("✓")} ${paint.bold(`${what} accepted`)}${tail}`;
    case "fail":
      return `${paint.red("✗")} ${paint.bold(`${what} rejected`)}${tail}`;
    case "undecided":
      return `${paint.yellow("?")} ${paint.bold(`${what} undecided`)}${tail}`;
  }
}

/** A pull request of one commit is judged as a pull request: its title counts, and what merging would make of it. */
function nameOf({ subject, proposal }: Report, id: string | null): string {
  if (proposal !== null) return `Pull request ${subject.label}`;
  if (id !== null) return `Commit ${id.slice(0, SHORT_ID)}`;
  return subject.kind === "staged" ? "Staged changes" : "Commit";
}

function needsSomebody(finding: JudgedFinding): boolean {
  return finding.outcome === "fail" || finding.outcome === "unknown";
}

/** What blocks first; otherwise as the rules answered. */
function ordered(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return [
    ...findings.filter((finding) => finding.blocking),
    ...findings.filter((finding) => !finding.blocking),
  ];
}

function waiverLine(finding: JudgedFinding, context: TextContext): string {
  const waived = `waived by ${clip(terminal(finding.waiver ?? ""), LONGEST_SUBJECT)}`;
  const text = `${terminal(finding.rule)} · ${waived} · ${sentence(finding, context)}`;
  const [first = "", ...more] = wrap(text, proseWidth(context.options.columns) - 4);
  return [`  ${markOf(finding, context.paint)} ${first}`, ...more.map((line) => `    ${line}`)].join("\n");
}

const TALLIED = ["failed", "unknown", "warned", "passed", "skipped"] as const;

function tally(findings: readonly JudgedFinding[]): string {
  const words = findings.map(word);
  return TALLIED.map((name) => [words.filter((one) => one === name).length, name] as const)
    .filter(([number]) => number > 0)
    .map(([number, name]) => `${number} ${name}`)
    .join(", ");
}

function word({ outcome, blocking }: JudgedFinding): (typeof TALLIED)[number] {
  switch (outcome) {
    case "fail":
      return blocking ? "failed" : "warned";
    case "unknown":
      return "unknown";
    case "pass":
      return "passed";
    case "skip":
      return "skipped";
  }
}
