import type { Audit } from "../core/audit.ts";
import type { AuditPageHead, PageRatio } from "../core/audit-page.ts";
import { SHORT_ID } from "../core/object-id.ts";
import { timeOf } from "../core/time.ts";
import { personOf, shown } from "./audit-page-columns.ts";
import { STANDING_WORDS } from "./audit-words.ts";
import { count, share } from "./layout.ts";
import { type Markup, markup } from "./markup.ts";
import { plainTable } from "./plain-table.ts";

/** Rows that stand in the page as plain HTML: enough to print or to read where no script runs; commits.csv has all. */
const PLAIN_ROWS = 200;

/** The audit for readers whose browser runs no script: verdict, numbers, what breaks, the newest commits. The script takes it away. */
export function* plainPage(audit: Audit, head: AuditPageHead): Iterable<string> {
  yield markup`<main id="plain" class="plain">
<p class="plain-brand">golden-thread audit</p>
<h1>${head.name}: ${head.word}</h1>
<p>${head.sentence} As of <time datetime="${head.asOf}">${head.asOf}</time>.</p>
${standingTable(head)}${ratioTable(head)}${gapTable(head)}${partList(head)}`.markup;
  yield* commitRows(audit);
  yield "</main>\n";
}

function standingTable({ standings, commits }: AuditPageHead): Markup {
  const rows = standings.map(
    ({ name, label, says }) =>
      markup`<tr><th scope="row">${label}</th><td>${count(commits[name])}</td><td>${share(commits[name], commits.total)}</td><td>${says}</td></tr>\n`,
  );
  return plainTable(`${count(commits.total)} commits`, ["Standing", "Commits", "Share", "Means"], rows);
}

function ratioTable({ ratios }: AuditPageHead): Markup {
  const rows = ratios.map(
    (ratio) =>
      markup`<tr><th scope="row">${ratio.label}</th><td>${percentOf(ratio)}</td><td>${ofTotal(ratio)}</td><td>${ratio.says}</td></tr>\n`,
  );
  return plainTable("Coverage", ["Of", "Covered", "Number", "Means"], rows);
}

function percentOf({ percent, total }: PageRatio): string {
  if (total === null) return "not looked at";
  return percent === null ? "none" : `${percent.toFixed(1)} %`;
}

function ofTotal({ covered, total }: PageRatio): string {
  return total === null ? "" : `${count(covered)} of ${count(total)}`;
}

function gapTable({ gaps }: AuditPageHead): Markup {
  const rows = gaps.map(
    (gap) =>
      markup`<tr><th scope="row">${gap.title}</th><td>${count(gap.count)}</td><td>${gap.says}</td></tr>\n`,
  );
  return plainTable("Where the thread breaks", ["What", "Number", "Means"], rows);
}

function partList({ parts }: AuditPageHead): Markup {
  const rows = parts
    .filter(({ state }) => state !== "done")
    .map(
      ({ title, state, why, fix }) =>
        markup`<tr><th scope="row">${title}</th><td>${state}</td><td>${why}</td><td><code>${fix ?? ""}</code></td></tr>\n`,
    );
  return plainTable("What was not looked at", ["What", "State", "Why", "Command"], rows);
}

function* commitRows({ report: { commits }, history }: Audit): Iterable<string> {
  if (commits === null || commits.count === 0) return;
  const rows = Math.min(PLAIN_ROWS, commits.count);
  yield markup`<h2>Newest commits <small>${count(rows)} of ${count(commits.count)}</small></h2>
<table><thead><tr><th scope="col">Commit</th><th scope="col">Date</th><th scope="col">Author</th><th scope="col">Subject</th><th scope="col">Standing</th></tr></thead>
<tbody>
`.markup;
  for (let index = 0; index < rows; index++) {
    const id = commits.id(index).slice(0, SHORT_ID);
    const day = timeOf(commits.time(index)).slice(0, "YYYY-MM-DD".length);
    const { title } = STANDING_WORDS[history.standing(index)];
    yield markup`<tr><td><code>${id}</code></td><td>${day}</td><td>${personOf(commits.author(index))}</td><td>${shown(history.subject(index))}</td><td>${title}</td></tr>\n`
      .markup;
  }
  yield "</tbody></table>\n";
}
