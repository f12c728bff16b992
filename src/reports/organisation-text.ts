import type { Organisation } from "../core/organisation.ts";
import { terminal } from "./escape.ts";
import { columns } from "./figures.ts";
import { count } from "./layout.ts";
import type { OrganisationRendererFactory } from "./options.ts";
import {
  organisationGaps,
  organisationHeadline,
  partText,
  percentText,
  repositoryRows,
  sumRows,
} from "./organisation-rows.ts";
import { type Paint, painter } from "./paint.ts";

/** An organisation's audit on a terminal: the sums, every repository worst first, where the thread breaks, and the verdict last. */
export const renderer: OrganisationRendererFactory =
  ({ color }) =>
  (organisation) => ({
    name: "organisation.txt",
    mediaType: "text/plain; charset=utf-8",
    body: text(organisation, painter(color)),
  });

function* text(organisation: Organisation, paint: Paint): Iterable<string> {
  yield `${paint.bold("Audit")} of an organisation, as of ${organisation.asOf}\n\n`;
  const sums = columns(sumRows(organisation).map((row) => [...row, ""]));
  for (const line of sums) yield `  ${line}\n`;
  yield `\n  ${paint.bold("Repositories, worst first")}\n`;
  for (const line of columns(repositoryTable(organisation))) yield `    ${line}\n`;
  const gaps = organisationGaps(organisation);
  if (gaps.length > 0) yield `\n  ${paint.bold("Where the thread breaks")}\n`;
  for (const line of columns(gaps.map(({ title, number, places }) => [title, count(number), places])))
    yield `    ${line}\n`;
  const { statement, sentence } = organisationHeadline(organisation);
  const shown = { PASSED: paint.green, WARNED: paint.yellow, FAILED: paint.red, UNKNOWN: paint.yellow };
  yield `\n${paint.bold(shown[statement](statement))}  ${sentence}\n`;
}

/** Widths are of plain text, so nothing here is coloured. */
function repositoryTable(organisation: Organisation): readonly (readonly string[])[] {
  const rows = repositoryRows(organisation).map(({ name, statement, numbers, why }) => {
    if (numbers === null) return [name, "", "", "", "", `${statement} ${terminal(why)}`];
    const { coverage, commits, tickets, gaps } = numbers;
    const figures = [percentText(coverage), count(commits.total), partText(tickets), count(gaps)];
    return [name, ...figures, `${statement} ${why}`.trimEnd()];
  });
  return [["", "covered", "commits", "tickets", "gaps", ""], ...rows];
}
