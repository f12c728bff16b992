import { auditEvidence } from "../controls/evidence.ts";
import { MAPPING } from "../controls/index.ts";
import { supportsOf } from "../controls/support.ts";
import { type Audit, type AuditFiles, STANDINGS } from "../core/audit.ts";
import { json } from "./escape.ts";
import { column, jsonReport } from "./json.ts";
import type { AuditRendererFactory, RenderOptions } from "./options.ts";

/** An audit as one JSON document, streamed: commits and files are columns, and its report is the document that `check` writes, but for the tickets. */
export const renderer: AuditRendererFactory = (options) => (audit) => ({
  name: "report.json",
  mediaType: "application/json",
  body: auditJson(audit, options),
});

function* auditJson(audit: Audit, options: RenderOptions): Iterable<string> {
  const { report, scope, ledger, parts, coverage, months, authors, folders } = audit;
  const { tool, policyDigest, verdict } = report;
  const head = {
    schemaVersion: audit.schemaVersion,
    kind: audit.kind,
    tool,
    policyDigest,
    verdict,
    asOf: audit.asOf,
    scope,
    ledger,
    parts,
    coverage,
    gaps: audit.gaps.map(({ code, of, indexes }) => ({
      code,
      of,
      count: indexes.length,
      indexes: Array.from(indexes),
    })),
    ...supportOf(audit, options),
    months,
    authors,
    folders,
  };
  yield `${json(head).slice(0, -1)},\n"tickets":[`;
  yield* column(audit.tickets.length, (index) => json(audit.tickets[index]));
  yield `],\n"history":`;
  yield* historyJson(audit);
  yield `,\n"files":`;
  yield* audit.files === null ? ["null"] : filesJson(audit.files);
  yield `,\n"report":`;
  yield* jsonReport(report, options, false);
  yield "}\n";
}

function supportOf(audit: Audit, { proofs, controls = MAPPING }: RenderOptions) {
  const evidence = auditEvidence(audit, proofs);
  const items = supportsOf(evidence, controls);
  return { evidence, controls: { mappingVersion: controls.version, items } };
}

function* historyJson({ history, parts }: Audit): Iterable<string> {
  const { count } = history;
  yield `{"count":${count},\n"subject":[`;
  yield* column(count, (index) => json(history.subject(index)));
  yield `],\n"standing":[`;
  yield* column(count, (index) => `"${history.standing(index)}"`);
  yield `],\n"tickets":[`;
  yield* column(count, (index) => `[${history.tickets(index).join(",")}]`);
  yield `],\n"change":[`;
  yield* column(count, (index) => history.change(index) ?? "null");
  yield `],\n"lineage":[`;
  yield* sparse(count, (index) => history.lineage(index));
  yield "]";
  const { folders } = history;
  if (folders !== undefined) {
    yield `,\n"folders":[`;
    yield* column(count, (index) => `[${folders(index).join(",")}]`);
    yield "]";
  }
  if (parts.some(({ part, state }) => part === "lines" && (state === "done" || state === "partial"))) {
    yield `,\n"added":[`;
    yield* column(count, (index) => history.lines(index)?.added ?? "null");
    yield `],\n"deleted":[`;
    yield* column(count, (index) => history.lines(index)?.deleted ?? "null");
    yield "]";
  }
  yield "}";
}

function* filesJson(files: AuditFiles): Iterable<string> {
  const { count } = files;
  yield `{"count":${count},\n"path":[`;
  yield* column(count, (index) => json(files.path(index)));
  yield `],\n"lines":[`;
  yield* column(count, (index) => files.lines(index) ?? "null");
  yield `],\n"exempt":[`;
  yield* column(count, (index) => (files.exempt(index) ? 1 : 0));
  yield `],\n"named":[`;
  yield* sparse(count, (index) => {
    const links = files.named(index);
    return links.length === 0 ? null : { links };
  });
  yield `],\n"through":[`;
  yield* column(count, (index) => json(files.through(index)));
  yield `],\n"live":[`;
  yield* sparse(count, (index) => {
    const live = files.live(index);
    return live === null ? null : { lines: STANDINGS.map((standing) => live[standing]) };
  });
  yield "]}";
}

/** Only what is there, each with its index. */
function* sparse(count: number, entry: (index: number) => object | null): Iterable<string> {
  let isFirst = true;
  for (let index = 0; index < count; index++) {
    const told = entry(index);
    if (told === null) continue;
    yield `${isFirst ? "" : ","}${json({ index, ...told })}`;
    isFirst = false;
  }
}
