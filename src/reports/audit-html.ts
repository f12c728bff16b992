import type { Audit } from "../core/audit.ts";
import type { AuditPageHead } from "../core/audit-page.ts";
import { authorsOf, columnsOf, filesOf, lineagesOf } from "./audit-page-columns.ts";
import { headOf, nameOf } from "./audit-page-head.ts";
import { plainPage } from "./audit-page-plain.ts";
import { ticketsOf } from "./audit-page-tickets.ts";
import { documentHead } from "./document-head.ts";
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
  yield beginningOf(audit, options);
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

function beginningOf(audit: Audit, { live }: RenderOptions): string {
  const others = live === undefined ? [] : ["connect-src 'self'"];
  return `${documentHead(`golden-thread audit: ${nameOf(audit)}`, { ...PAGE, others })}<div id="app"></div>
`;
}
