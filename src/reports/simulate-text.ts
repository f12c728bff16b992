import type { RuleMeta } from "../core/rule.ts";
import type { GroupRow, Simulation } from "../core/simulation.ts";
import { terminal } from "./escape.ts";
import { bars, columns } from "./figures.ts";
import { count, plural, proseWidth, share, wrap } from "./layout.ts";
import { noticeText } from "./notices.ts";
import { type Paint, painter } from "./paint.ts";
import { titleOf } from "./prose.ts";

/** Rows of a table that are shown; the JSON has all of them. */
const ROWS = 10;

/** Months that are shown: two years, so that a habit and its change can be seen. */
const MONTHS = 24;

/** A name longer than this is cut. */
const LONGEST_NAME = 44;

/** What the text is told beside the numbers. */
export interface SimulateOptions {
  readonly metas: ReadonlyMap<string, RuleMeta<string>>;
  readonly color: boolean;
  readonly columns: number;
}

/** For people: what would have been blocked, by rule, author, month and folder, and what to write into the policy. */
export function* simulateText(simulation: Simulation, options: SimulateOptions): Iterable<string> {
  const paint = painter(options.color);
  const { subject, folders } = simulation;
  const since = subject.since === null ? "" : ` since ${subject.since.slice(0, 10)}`;
  yield `${paint.bold("Simulation")} ${terminal(subject.label)}${since}: as if the policy were enforced today\n\n`;
  yield* lines(summary(simulation));
  yield* paragraphs(remarks(simulation), options);
  yield* section("By rule", ruleTable(simulation, options), paint);
  yield* section("By author", groupTable(simulation, simulation.authors), paint);
  yield* section("By month", monthTable(simulation), paint);
  const unit = folders.depth === 1 ? "directory" : `directory, ${folders.depth} levels`;
  yield* section(`By ${unit}: a commit counts in each that it touches`, folderTable(simulation), paint);
  yield* proposed(simulation, options, paint);
}

function* lines(list: readonly string[]): Iterable<string> {
  for (const line of list) yield `${`  ${line}`.trimEnd()}\n`;
}

function* section(title: string, table: readonly string[], { bold }: Paint): Iterable<string> {
  if (table.length === 0) return;
  yield `\n${bold(title)}\n`;
  yield* lines(table);
}

function* paragraphs(texts: readonly string[], options: SimulateOptions): Iterable<string> {
  for (const text of texts) {
    yield "\n";
    yield* lines(wrap(terminal(text), proseWidth(options.columns) - 2));
  }
}

function summary({ counts, subject }: Simulation): readonly string[] {
  const part = (number: number) => [count(number), share(number, counts.commits)];
  const complete = subject.complete ? "" : "incomplete: git does not have all of them";
  const more = [
    ["undecided", ...part(counts.undecided), "could not be known"],
    ["before baseline", count(counts.beforeBaseline), "", "not judged"],
  ] as const;
  return columns([
    ["commits", count(counts.commits), "", complete],
    ["blocked", ...part(counts.blocked), ""],
    ["warned", ...part(counts.warned), "let through, by a rule that does not enforce"],
    ["passed", ...part(counts.passed), ""],
    ...more.filter(([name]) => (name === "undecided" ? counts.undecided : counts.beforeBaseline) > 0),
  ]);
}

/** Why these numbers are not those of `check range` today, and from which date they will be. */
function remarks({ preset, assumed, enforceFrom, decidedAt, today, notices }: Simulation): readonly string[] {
  const said = `check range says today: ${count(today.passed)} passed, ${count(today.failed)} failed, ${count(today.undecided)} undecided.`;
  const isAhead = enforceFrom !== null && enforceFrom > decidedAt.slice(0, 10);
  return [
    ...(assumed === null
      ? []
      : [`The policy's preset is ${preset}; this is what ${assumed} would have done. ${said}`]),
    ...(isAhead
      ? [
          `Until ${enforceFrom} all of this only warns, because enforce_from names that day; from ${enforceFrom} on it blocks.${assumed === null ? ` ${said}` : ""}`,
        ]
      : []),
    ...notices.map(noticeText),
  ];
}

function ruleTable({ rules, counts }: Simulation, { metas }: SimulateOptions): readonly string[] {
  if (rules.length === 0) return [];
  const shown = (number: number) => (number === 0 ? "" : count(number));
  const hasUnknown = rules.some(({ undecided, unknown }) => undecided + unknown > 0);
  const unknown = (text: string) => (hasUnknown ? [text] : []);
  return columns([
    ["", "blocked", "", "warned", ...unknown("not known"), ""],
    ...rules.map((row) => [
      row.rule,
      shown(row.blocked),
      row.blocked === 0 ? "" : share(row.blocked, counts.commits),
      shown(row.warned),
      ...unknown(shown(row.undecided + row.unknown)),
      terminal(titleOf(row.rule, metas)),
    ]),
  ]);
}

function groupTable({ counts }: Simulation, groups: readonly GroupRow[]): readonly string[] {
  const stopped = groups.filter(({ blocked }) => blocked > 0);
  if (stopped.length === 0) return [];
  const shown = stopped.slice(0, ROWS);
  const table = columns([
    ["", "blocked", "of", "", "of all blocked"],
    ...shown.map(({ name, commits, blocked }) => [
      terminal(name, LONGEST_NAME),
      count(blocked),
      count(commits),
      share(blocked, commits),
      share(blocked, counts.blocked),
    ]),
  ]);
  return [...table, ...rest(stopped.length)];
}

function monthTable({ months }: Simulation): readonly string[] {
  if (!months.some(({ blocked }) => blocked > 0)) return [];
  const shown = months.slice(-MONTHS);
  const marks = bars(shown.map(({ blocked, commits }) => blocked / commits));
  const table = columns([
    ["", "blocked", "of", "", ""],
    ...shown.map(({ name, commits, blocked }, index) => [
      name,
      count(blocked),
      count(commits),
      share(blocked, commits),
      marks[index] ?? "",
    ]),
  ]);
  const earlier = months.length - shown.length;
  return earlier > 0 ? [...table, `… ${plural(earlier, "earlier month")} in the JSON`] : table;
}

function folderTable({ folders: { rows }, counts }: Simulation): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, ROWS);
  const marks = bars(shown.map(({ blocked }) => blocked / counts.blocked));
  const table = columns([
    ["", "blocked", "", ""],
    ...shown.map(({ folder, blocked }, index) => [
      terminal(folder, LONGEST_NAME),
      count(blocked),
      share(blocked, counts.blocked),
      marks[index] ?? "",
    ]),
  ]);
  return [...table, ...rest(rows.length)];
}

function rest(all: number): readonly string[] {
  return all > ROWS ? [`… ${count(all - ROWS)} more in the JSON`] : [];
}

function* proposed({ proposal }: Simulation, options: SimulateOptions, paint: Paint): Iterable<string> {
  yield `\n${paint.bold("Proposal")}\n`;
  if (proposal.lines.length === 0) {
    yield* lines(["Nothing to change: the policy blocks none of these commits."]);
    return;
  }
  yield* lines([`Write into ${terminal(proposal.file)}:`, ""]);
  yield* lines(proposal.lines.map((line) => `  ${paint.green(terminal(line))}`));
  yield* paragraphs(
    [
      `${plural(proposal.after, "commit")} after the baseline ${proposal.after === 1 ? "passes" : "pass"}; those before it are counted and never judged.`,
      ...(proposal.enforceFrom === null
        ? []
        : [`Until ${proposal.enforceFrom} what would block only warns, and every warning names that day.`]),
    ],
    options,
  );
}
