import { type Ratio, STANDINGS } from "../core/audit.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { Organisation, Sums } from "../core/organisation.ts";
import { STANDING_WORDS } from "./audit-words.ts";
import { documentHead } from "./document-head.ts";
import { pageOf } from "./escape.ts";
import { count, plural, share } from "./layout.ts";
import { type Markup, type MarkupValue, markup, NONE } from "./markup.ts";
import type { OrganisationOptions, OrganisationRendererFactory } from "./options.ts";
import {
  coveredOf,
  EACH,
  extentText,
  organisationGaps,
  organisationHeadline,
  partText,
  percentText,
  type RepositoryRow,
  repositoryRows,
} from "./organisation-rows.ts";
import { PAGE } from "./page-code.ts";
import { plainTable } from "./plain-table.ts";

const KINDS = { PASSED: "good", WARNED: "warn", FAILED: "bad", UNKNOWN: "open" } as const;

/** An organisation's audit as one page that loads and runs nothing, in the look of report.html; each repository leads to its own. */
export const renderer: OrganisationRendererFactory = (options) => (organisation) => ({
  name: "organisation.html",
  mediaType: "text/html; charset=utf-8",
  body: page(organisation, options),
});

function* page(organisation: Organisation, options: OrganisationOptions): Iterable<string> {
  const { totals, asOf } = organisation;
  const { statement, word, sentence } = organisationHeadline(organisation);
  const { coverage, tickets } = coveredOf(totals);
  // Nothing runs here, so no script is named.
  yield documentHead(`golden-thread audit of an organisation: ${word}`, { style: PAGE.style, script: null });
  yield markup`<main class="plain">
<p class="plain-brand">golden-thread audit of an organisation</p>
<section class="hero">
<p class="verdict verdict-${KINDS[statement]}">${word}</p>
<h1>${headingOf(organisation, coverage)}</h1>
<p class="lead">${sentence}</p>
<p class="soft meta">${plural(totals.commits.total, "commit")}, ${partText(tickets)} tickets reached${extentText(organisation)} (${EACH}), as of <time datetime="${asOf}">${asOf}</time></p>
</section>
${repositoryTable(organisation, options)}${standingTable(totals)}${gapTable(organisation)}</main>
</body>
</html>
`.markup;
}

function headingOf(organisation: Organisation, coverage: Ratio): MarkupValue {
  const { percent, total } = coverage;
  if (organisation.repositories.audited === 0) return "No repository could be audited.";
  const extent = extentText(organisation);
  if (percent !== null)
    return markup`<em>${percentText(coverage)}</em> of the work${extent} leads to an authorised ticket`;
  return total === 0
    ? `There is no commit that needs a ticket${extent}.`
    : `Nobody could say how much of the work${extent} leads to an authorised ticket.`;
}

function repositoryTable(organisation: Organisation, options: OrganisationOptions): Markup {
  const names = ["Repository", "Verdict", "Covered", "Standing", "Commits", "Tickets", "Gaps", "Ref"];
  const rows = repositoryRows(organisation).map((row) => repositoryRow(row, options));
  return plainTable("Repositories, worst first", names, rows);
}

function repositoryRow({ name, statement, word, numbers, why }: RepositoryRow, options: OrganisationOptions) {
  const sign = markup`<span class="verdict verdict-${KINDS[statement]}">${word}</span>`;
  if (numbers === null)
    return markup`<tr><th scope="row">${name}</th><td>${sign}</td><td colspan="6">${why}</td></tr>\n`;
  const verdict = why === "" ? sign : markup`${sign} <span class="soft">${why}</span>`;
  const { coverage, commits, tickets, gaps, tip, ref, repository } = numbers;
  const shown = options.hasPages ? markup`<a href="${name}/report.html">${name}</a>` : markup`${name}`;
  const address = pageOf(repository);
  const place =
    address === null ? NONE : markup` <a class="soft" href="${address}" rel="noreferrer">source</a>`;
  const at = markup`${ref ?? ""} <code>${tip?.slice(0, SHORT_ID) ?? ""}</code>`;
  return markup`<tr><th scope="row">${shown}${place}</th><td>${verdict}</td><td>${percentText(coverage)}</td><td>${bar(commits)}</td><td>${count(commits.total)}</td><td>${partText(tickets)}</td><td>${count(gaps)}</td><td>${at}</td></tr>\n`;
}

/** Units of a bar. */
const WIDTH = 120;

/** Commits by standing. Its colours are attributes: a style in a tag would be none that the content policy lets in. */
function bar(commits: Sums["commits"]): Markup {
  let x = 0;
  const parts = STANDINGS.map((standing) => {
    const width = commits.total === 0 ? 0 : (WIDTH * commits[standing]) / commits.total;
    const part = markup`<rect x="${x}" width="${width}" height="8" fill="var(--${standing})"/>`;
    x += width;
    return part;
  });
  const says = STANDINGS.filter((standing) => commits[standing] > 0)
    .map((standing) => `${STANDING_WORDS[standing].title} ${count(commits[standing])}`)
    .join(", ");
  return markup`<svg width="${WIDTH}" height="8" role="img" aria-label="${says === "" ? "no commit" : says}">${parts}</svg>`;
}

function standingTable({ commits }: Sums): Markup {
  const rows = STANDINGS.map((standing) => {
    const { title, says } = STANDING_WORDS[standing];
    return markup`<tr><th scope="row">${title}</th><td>${count(commits[standing])}</td><td>${share(commits[standing], commits.total)}</td><td>${says}</td></tr>\n`;
  });
  return plainTable("All commits", ["Standing", "Commits", "Share", "Means"], rows);
}

function gapTable(organisation: Organisation): Markup {
  const rows = organisationGaps(organisation).map(
    ({ title, number, places, says }) =>
      markup`<tr><th scope="row">${title}</th><td>${count(number)}</td><td>${places}</td><td>${says}</td></tr>\n`,
  );
  return plainTable("Where the thread breaks", ["What", "Number", "Where", "Means"], rows);
}
