import type { Audit } from "../core/audit.ts";
import type { AuditPageHead } from "../core/audit-page.ts";
import { authorsOf, columnsOf, filesOf, lineagesOf } from "./audit-page-columns.ts";
import { headOf, nameOf } from "./audit-page-head.ts";
import { plainPage } from "./audit-page-plain.ts";
import { ticketsOf } from "./audit-page-tickets.ts";
import { contentPolicy } from "./content-policy.ts";
import { markup } from "./markup.ts";
import type { RenderOptions } from "./options.ts";
import { PAGE } from "./page-code.ts";
import { kindsOf } from "./page-kinds.ts";
import { inPieces } from "./page-numbers.ts";

/**
 * An audit as one page that loads nothing: what people read first as plain HTML, all of it as data beside it, and the script that
 * shows that. `script-src` names the script by its digest, so nothing that came from outside could run even if it were not escaped.
 */
export function renderer(options: RenderOptions): (audit: Audit) => {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Iterable<string>;
} {
  return (audit) => ({
    name: "report.html",
    mediaType: "text/html; charset=utf-8",
    body: page(audit, options),
  });
}

function* page(audit: Audit, options: RenderOptions): Iterable<string> {
  const { commits } = audit.report;
  const kinds = kindsOf(audit.report, options);
  const authors = authorsOf(commits);
  const columns = commits === null ? new Map() : columnsOf(audit, commits, authors);
  const head = headOf(audit, options, kinds, [...columns.keys()]);
  yield documentHead(audit, options);
  yield* plainPage(audit, head);
  yield dataBlock("head", head);
  for (const [name, column] of columns) {
    yield `<script type="application/json" id="gt-commit-${name}">"`;
    for (const piece of column()) yield inert(piece);
    yield `"</script>\n`;
  }
  yield* listBlock("facts", kinds.facts);
  yield* listBlock("lineages", [...lineagesOf(audit)]);
  yield dataBlock("names", authors.names);
  yield dataBlock("tickets", ticketsOf(audit));
  if (audit.files !== null) yield dataBlock("files", filesOf(audit.files, audit.tickets));
  yield `<script>${PAGE.script}</script>\n<!--\n${PAGE.licences}-->\n</body>\n</html>\n`;
}

function dataBlock(name: string, value: AuditPageHead | object): string {
  return `<script type="application/json" id="gt-${name}">${inert(JSON.stringify(value))}</script>\n`;
}

/** A list in pieces: JSON of a hundred thousand rows is no one string. */
function* listBlock(name: string, rows: readonly object[]): Iterable<string> {
  yield `<script type="application/json" id="gt-${name}">[`;
  yield* inPieces(rows.length, ",", (index) => inert(JSON.stringify(rows[index])));
  yield "]</script>\n";
}

/** JSON in which no tag begins or ends, and no comment. */
function inert(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

function documentHead(audit: Audit, { live }: RenderOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ ...PAGE, others: live === undefined ? [] : ["connect-src 'self'"] })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${markup`<title>golden-thread audit: ${nameOf(audit)}</title>`.markup}
<style>${PAGE.style}</style>
</head>
<body>
<div id="app"></div>
`;
}
