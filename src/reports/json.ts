import type { JudgedFinding } from "../core/finding.ts";
import type { CommitColumns, Report } from "../core/report.ts";
import { json } from "./escape.ts";
import type { RendererFactory, RenderOptions } from "./options.ts";
import { fixOf, messageOf } from "./prose.ts";
import { repairOf } from "./repair.ts";
import { statementOf } from "./statement.ts";

/** Entries of a column written at once: large enough to be fast, small enough to stay in cache. */
const CHUNK = 4096;

/** The report as one JSON document, streamed: commits are columns, findings a table of facts keys. */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "report.json",
  mediaType: "application/json",
  body: jsonReport(report, options),
});

/** A report as JSON, piece by piece. `withTickets`: false where they stand beside it. */
export function* jsonReport(report: Report, options: RenderOptions, withTickets = true): Iterable<string> {
  const head = {
    schemaVersion: report.schemaVersion,
    kind: report.kind,
    tool: report.tool,
    policyDigest: report.policyDigest,
    policySources: report.policySources,
    preset: report.preset,
    place: report.place,
    decidedAt: report.decidedAt,
    enforceFrom: report.enforceFrom,
    subject: report.subject,
    verdict: report.verdict,
    statement: statementOf(report),
    counts: report.counts,
    waivers: report.waivers,
    notices: report.notices,
    proposal: report.proposal,
    findings: report.findings.map((finding) => jsonFinding(finding, options)),
  };
  yield `${json(head).slice(0, -1)},\n"keys":[`;
  for (const [index, key] of report.keys.entries()) {
    const findings = key.findings.map((finding) => jsonKeyFinding(finding, options));
    yield `${index === 0 ? "" : ",\n"}${json({ ...key, findings })}`;
  }
  if (withTickets) {
    yield `],\n"tickets":[`;
    for (const [index, ticket] of report.tickets().entries())
      yield `${index === 0 ? "" : ",\n"}${json(ticket)}`;
  }
  yield `],\n"commits":`;
  yield* report.commits === null ? ["null"] : jsonCommits(report.commits);
  yield "}\n";
}

/** A facts key speaks of every commit that has it; the index that its example was judged under says nothing here. */
function ofAnyCommit(finding: JudgedFinding): JudgedFinding {
  const { commit: _, ...about } = finding.about;
  return { ...finding, about };
}

/** A finding of a facts key, as `jsonFinding` tells it. */
export function jsonKeyFinding(finding: JudgedFinding, options: RenderOptions): unknown {
  return jsonFinding(ofAnyCommit(finding), options);
}

/** A finding as an agent reads it: codes and arguments, the sentence, and for what needs somebody the command to run. */
function jsonFinding(finding: JudgedFinding, options: RenderOptions): unknown {
  const { metas } = options;
  const { rule, level, outcome, blocking, code, about, args, waiver } = finding;
  const message = messageOf(finding, metas, (text) => text);
  const fix = { argv: repairOf(finding, options) ?? [], note: fixOf(finding, metas) };
  const needed = outcome === "fail" || outcome === "unknown";
  return {
    rule,
    level,
    outcome,
    blocking,
    code,
    about,
    args,
    message,
    waiver,
    fix: needed ? fix : undefined,
  };
}

function* jsonCommits(commits: CommitColumns): Iterable<string> {
  yield `{"count":${commits.count},\n"id":[`;
  // Object ids are hex: nothing in them needs escaping.
  yield* column(commits.count, (index) => `"${commits.id(index)}"`);
  yield `],\n"key":[`;
  yield* column(commits.count, commits.key);
  yield `],\n"time":[`;
  yield* column(commits.count, commits.time);
  const { recordedAt } = commits;
  if (recordedAt !== null) {
    yield `],\n"recordedAt":[`;
    yield* column(commits.count, (index) => recordedAt(index) ?? "null");
  }
  yield "]}";
}

/** The entries of one column of JSON, without its brackets, a few thousand at a time. Entries are JSON already. */
export function* column(length: number, entry: (index: number) => string | number): Iterable<string> {
  for (let start = 0; start < length; start += CHUNK) {
    const end = Math.min(start + CHUNK, length);
    let text = start === 0 ? "" : ",";
    for (let index = start; index < end; index++) text += index === start ? entry(index) : `,${entry(index)}`;
    yield text;
  }
}
