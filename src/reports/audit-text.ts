import type { Audit } from "../core/audit.ts";
import { auditHeadline, coverageRows, gapRows, unseenRows, waiverRows } from "./audit-rows.ts";
import { shellCommand, terminal } from "./escape.ts";
import type { TextContext } from "./finding-text.ts";
import { count, pad, plural, proseWidth, type Row, rows, width, wrap } from "./layout.ts";
import type { AuditRendererFactory } from "./options.ts";
import { painter } from "./paint.ts";
import { noticeLines, verdictLine } from "./verdict-text.ts";

/** As wide as the label of a command, so that examples of all gaps stand below each other. */
const NONE = "   ";

/** A title longer than this is cut, so that an example takes one line. */
const LONGEST = 72;

/** An audit's summary on a terminal: headline, coverage, gaps with the commands to see them, waivers, and what was not evaluated. */
export const renderer: AuditRendererFactory = (options) => (audit) => {
  const context = { paint: painter(options.color), options };
  return { name: "report.txt", mediaType: "text/plain; charset=utf-8", body: auditText(audit, context) };
};

function* auditText(audit: Audit, context: TextContext): Iterable<string> {
  const { paint, options } = context;
  const { sentence } = auditHeadline(audit);
  yield `${paint.bold("Audit")} ${terminal(scopeOf(audit))}\n\n`;
  for (const line of wrap(sentence, proseWidth(options.columns) - 2)) yield `  ${line}\n`;
  yield "\n";
  for (const line of coverageLines(audit)) yield `${line}\n`;
  yield* section("Where the thread breaks", gapLines(audit, context), context);
  yield* section("Waivers", waiverLines(audit, context), context);
  yield* section("Not evaluated", unseenLines(audit, context), context);
  yield* noticeLines(audit.report.notices, context);
  const { failed, undecided, commits } = audit.report.counts;
  const parts = [
    plural(commits, "commit"),
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(undecided > 0 ? [`${count(undecided)} undecided`] : []),
  ];
  yield `\n${verdictLine(audit.report, parts.join(", "), context)}\n`;
}

function scopeOf({ scope, asOf }: Audit): string {
  const { repository, ref, tip, since, complete } = scope;
  const what = [repository, ref, tip?.slice(0, 12), since === null ? null : `since ${since}`];
  const named = what.filter((one) => one !== null && one !== undefined).join(" ");
  return `${named}, as of ${asOf}${complete ? "" : " (incomplete: a shallow clone hides commits)"}`;
}

function coverageLines({ coverage }: Audit): readonly string[] {
  const table = coverageRows(coverage);
  const names = Math.max(...table.map(({ name }) => width(name)));
  const numbers = Math.max(...table.map(({ part }) => part.length));
  return table.map(
    ({ name, part, percent }) =>
      `  ${pad(name, names)}  ${pad(part, numbers, "left")}  ${pad(percent, 7, "left")}`,
  );
}

function* section(title: string, lines: readonly string[], { paint }: TextContext): Iterable<string> {
  if (lines.length === 0) return;
  yield `\n  ${paint.bold(title)}\n`;
  for (const line of lines) yield `${line}\n`;
}

function gapLines(audit: Audit, context: TextContext): readonly string[] {
  const { paint, options } = context;
  return gapRows(audit).flatMap(({ title, number, examples, command }) => {
    const more = number - examples.length;
    const table: readonly Row[] = [
      ...examples.map(({ text }) => ({ label: NONE, text: terminal(text, LONGEST), whole: true })),
      ...(more > 0 ? [{ label: NONE, text: `${count(more)} more` }] : []),
      ...(command === null ? [] : [{ label: "see", text: shellCommand(command), whole: true }]),
    ];
    const head = `  ${paint.yellow(pad(count(number), 7, "left"))}  ${title}`;
    return [head, ...rows(table, { indent: 11, columns: options.columns, label: paint.dim })];
  });
}

function waiverLines(audit: Audit, { paint, options }: TextContext): readonly string[] {
  return waiverRows(audit).flatMap(({ waiver, state, lifted }) => {
    const { id, rules, reason, approver, expires, proof, follow_up } = waiver;
    const mark = state === "overdue" ? paint.red("overdue") : paint.dim(state);
    const who = proof === "proved" ? approver : `${approver} (declared)`;
    const table: readonly Row[] = [
      {
        label: "until",
        text: `${terminal(expires)}, lifts ${plural(lifted, "commit")} of ${rules.map((rule) => terminal(rule)).join(", ")}`,
      },
      { label: "why", text: terminal(`${reason} · ${who}`) },
      ...(follow_up === undefined ? [] : [{ label: "then", text: terminal(follow_up) }]),
    ];
    const head = `  ${paint.bold(terminal(id))}  ${mark}`;
    return [head, ...rows(table, { indent: 4, columns: options.columns, label: paint.dim })];
  });
}

function unseenLines(audit: Audit, { paint, options }: TextContext): readonly string[] {
  const table = unseenRows(audit).flatMap(({ name, state, why, fix }): readonly Row[] => [
    { label: name, text: terminal(why === "" ? state : why) },
    ...(fix === null ? [] : [{ label: "", text: shellCommand(fix), whole: true }]),
  ]);
  return rows(table, { indent: 2, columns: options.columns, label: paint.dim });
}
