import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { clip, terminal } from "./escape.ts";
import { findingBlock, markOf, sentence, type TextContext } from "./finding-text.ts";
import { proseWidth, wrap } from "./layout.ts";
import { noticeLines, verdictLine } from "./verdict-text.ts";

/** A subject longer than this is cut: it is shown to be recognised, not to be read. */
const LONGEST_SUBJECT = 100;

/** One commit or message: what happened, each answer that needs somebody, what was waived, and the verdict. */
export function* singleText(report: Report, context: TextContext): Iterable<string> {
  const findings = report.findings;
  yield `${headline(report, context)}\n`;
  for (const finding of ordered(findings.filter(needsSomebody))) {
    yield `\n${findingBlock(finding, context).join("\n")}\n`;
  }
  const lifted = findings.filter((finding) => finding.waiver !== undefined);
  if (lifted.length > 0) yield `\n${lifted.map((finding) => waiverLine(finding, context)).join("\n")}\n`;
  yield* noticeLines(report, context);
  yield `\n${verdictLine(report, tally(findings), context)}\n`;
}

function headline(report: Report, { paint, options }: TextContext): string {
  const what = report.subject.kind === "commit-message" ? "Commit" : commitName(report);
  const subject = terminal(
    report.subject.subject ?? subjectOf(report, options.subject) ?? "",
    LONGEST_SUBJECT,
  );
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

function commitName(report: Report): string {
  return report.commits === null || report.commits.count === 0
    ? "Commit"
    : `Commit ${report.commits.id(0).slice(0, 10)}`;
}

function subjectOf(report: Report, subject: (id: string) => string | null): string | null {
  return report.commits === null || report.commits.count === 0 ? null : subject(report.commits.id(0));
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
