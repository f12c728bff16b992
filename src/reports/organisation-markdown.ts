import type { Organisation } from "../core/organisation.ts";
import { count } from "./layout.ts";
import { code, prose, row, tableHead } from "./markdown-parts.ts";
import { fittedPage, type Section } from "./markdown-sections.ts";
import type { OrganisationOptions, OrganisationRendererFactory } from "./options.ts";
import {
  organisationGaps,
  organisationHeadline,
  partText,
  percentText,
  repositoryRows,
  sumRows,
} from "./organisation-rows.ts";

/** Bytes of the page: what a forge still shows of a file. */
const LIMIT = 1_000_000;

/** An organisation's audit as a page of Markdown: the verdict, the sums, every repository, and where the thread breaks. */
export const renderer: OrganisationRendererFactory = (options) => (organisation) => ({
  name: "organisation.md",
  mediaType: "text/markdown; charset=utf-8",
  body: [organisationPage(organisation, options)],
});

function organisationPage(organisation: Organisation, options: OrganisationOptions): string {
  const sections = [repositorySection(organisation, options), gapSection(organisation)];
  return fittedPage(headOf(organisation), sections, "", LIMIT, "organisation.json");
}

function headOf(organisation: Organisation): string {
  const { sign, word, sentence } = organisationHeadline(organisation);
  return [
    `## ${sign} golden-thread audit of an organisation: ${word}`,
    "",
    `${sentence} As of ${code(organisation.asOf)}.`,
    "",
    ...tableHead(["Coverage", "", "Share"]),
    ...sumRows(organisation).map(row),
    "",
    "",
  ].join("\n");
}

function repositorySection(organisation: Organisation, { hasPages }: OrganisationOptions): Section {
  return {
    title: "Repositories, worst first",
    head: tableHead(["Repository", "Verdict", "Covered", "", "Commits", "Tickets", "Gaps", ""]),
    rows: repositoryRows(organisation).map(({ name, sign, word, numbers, why }) => {
      const verdict = `${sign} ${word}`;
      if (numbers === null) return row([prose(name), verdict, "", "", "", "", "", prose(why)]);
      const { coverage, commits, tickets, gaps } = numbers;
      return row([
        hasPages ? `[${prose(name)}](${name}/report.html)` : prose(name),
        verdict,
        percentText(coverage),
        partText(coverage),
        count(commits.total),
        partText(tickets),
        count(gaps),
        prose(why),
      ]);
    }),
    tail: "",
  };
}

function gapSection(organisation: Organisation): Section {
  return {
    title: "Where the thread breaks",
    head: tableHead(["Gap", "Number", "Where", "Means"]),
    rows: organisationGaps(organisation).map(({ title, number, places, says }) =>
      row([title, count(number), places, says]),
    ),
    tail: "",
  };
}
