import type { Audit, AuditGroup } from "../core/audit.ts";
import type { CoverageAnswer, Minimum } from "../core/covered.ts";
import { coverageRows, gapRows, unseenRows } from "./audit-rows.ts";
import { shellCommand, terminal } from "./escape.ts";
import { columns } from "./figures.ts";
import { count, proseWidth, share, wrap } from "./layout.ts";
import { type Paint, painter } from "./paint.ts";

/** Groups that are shown; the JSON has all of them. */
const ROWS = 30;

/** A name longer than this is cut. */
const LONGEST_NAME = 48;

/** What the text is told beside the numbers. */
export interface CoverageTextOptions {
  readonly color: boolean;
  readonly columns: number;
}

/** Coverage for people: what is lost first, then the measures, then who and where. */
export function* coverageText(
  audit: Audit,
  answer: CoverageAnswer,
  options: CoverageTextOptions,
): Iterable<string> {
  const paint = painter(options.color);
  yield `${paint.bold("Coverage")} as of ${answer.asOf}\n`;
  yield* section("Where the thread breaks", gaps(audit), paint);
  yield* section(
    "Measures",
    columns(coverageRows(answer.coverage).map(({ name, part, percent }) => [name, part, percent])),
    paint,
  );
  yield* section(
    "Minimums",
    answer.minimums.map((minimum) => minimumLine(minimum, paint)),
    paint,
  );
  if (answer.by !== null) yield* section(`By ${answer.by.kind}`, groupLines(answer.by.groups), paint);
  yield* section("Not looked at", unseen(audit.report, answer, options), paint);
}

function* section(title: string, lines: readonly string[], { bold }: Paint): Iterable<string> {
  if (lines.length === 0) return;
  yield `\n  ${bold(title)}\n`;
  for (const line of lines) yield `    ${line}`.trimEnd().concat("\n");
}

function gaps(audit: Audit): readonly string[] {
  return columns(
    gapRows(audit).map(({ title, number, examples }) => [
      title,
      count(number),
      terminal(examples[0]?.text ?? "", LONGEST_NAME),
    ]),
  );
}

function minimumLine({ name, wanted, found, met }: Minimum, { green, red, yellow }: Paint): string {
  const percent =
    found === null ? "not looked at" : found.percent === null ? "nothing to cover" : `${found.percent} %`;
  if (met === null)
    return `${yellow("?")} ${name}: ${found === null ? percent : `${percent} of what was looked at`}, wanted ${wanted} %`;
  return `${met ? green("✓") : red("✗")} ${name}: ${percent}, wanted ${wanted} %`;
}

function groupLines(groups: readonly AuditGroup[]): readonly string[] {
  if (groups.length === 0) return ["nothing was looked at"];
  const table = columns([
    ["", "commits", "authorised", "", "exempt", "uncovered", ""],
    ...groups
      .slice(0, ROWS)
      .map(({ name, commits, authorised, exempt }) => [
        terminal(name, LONGEST_NAME),
        count(commits),
        count(authorised),
        share(authorised, commits - exempt),
        count(exempt),
        count(commits - authorised - exempt),
        "",
      ]),
  ]);
  return groups.length > ROWS ? [...table, `… ${count(groups.length - ROWS)} more in --json`] : table;
}

function unseen(
  report: Audit["report"],
  { unseen: parts, coverage }: CoverageAnswer,
  options: CoverageTextOptions,
): readonly string[] {
  return unseenRows({ parts, report, coverage }).flatMap(({ name, state, why, fix }) => [
    ...wrap(`${name}: ${terminal(why === "" ? state : why)}`, proseWidth(options.columns) - 4),
    ...(fix === null ? [] : [`  ${shellCommand(fix)}`]),
  ]);
}
