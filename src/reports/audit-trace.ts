import type { Audit } from "../core/audit.ts";
import { chunksByTicket, chunksOf, itemNames } from "../trace/map.ts";
import { json } from "./escape.ts";
import type { AuditRendererFactory } from "./options.ts";

/** The map both ways, for programs: ticket -> lines, commits and pull requests, and back. */
export const renderer: AuditRendererFactory = () => (audit) => ({
  name: "trace.json",
  mediaType: "application/json",
  body: traceJson(audit),
});

function* traceJson(audit: Audit): Iterable<string> {
  const { report, asOf, scope, tickets } = audit;
  const { tool, policyDigest } = report;
  const head = json({ schemaVersion: 1, kind: "trace-map", tool, policyDigest, asOf, scope });
  const chunks = chunksOf(audit);
  const names = itemNames(tickets);
  yield `${head.slice(0, -1)},\n"itemToChunks":{`;
  let begun = false;
  for (const [ticket, own] of chunksByTicket(chunks, tickets.length).entries()) {
    if (own.length === 0) continue;
    yield `${begun ? "," : ""}\n${json(names[ticket] ?? "")}:${json(own.map(chunks.name))}`;
    begun = true;
  }
  yield '},\n"chunkToItems":{';
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    const items = chunks.tickets(chunk).map((ticket) => names[ticket] ?? "");
    yield `${chunk > 0 ? "," : ""}\n${json(chunks.name(chunk))}:${json(items)}`;
  }
  yield "}}\n";
}
