import type { JudgedFinding } from "../core/finding.ts";
import type { CommitColumns, FactsKey, Report } from "../core/report.ts";
import { timeOf } from "../core/time.ts";
import { csvField } from "./escape.ts";
import { exemptionOf } from "./exempted.ts";
import type { RendererFactory, RenderOptions } from "./options.ts";

const COLUMNS = [
  "sha",
  "date",
  "decided",
  "author",
  "subject",
  "verdict",
  "tickets",
  "exemption",
  "waivers",
  "rules failed",
  "rules unknown",
  "codes",
];

/** Every commit as a row of CSV (RFC 4180), newest first, streamed. Several values of one field stand with a semicolon between them. */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "commits.csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  body: csv(report, options),
});

function* csv({ commits, keys }: Report, options: RenderOptions): Iterable<string> {
  yield lineOf(COLUMNS);
  if (commits === null) return;
  const facts = keys.map(factsOf);
  for (let index = 0; index < commits.count; index++)
    yield lineOf([...headOf(commits, index, options), ...(facts[commits.key(index)] ?? [])]);
}

function lineOf(fields: readonly string[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

function headOf(commits: CommitColumns, index: number, { subject }: RenderOptions): readonly string[] {
  const id = commits.id(index);
  const decided = commits.recordedAt?.(index) ?? null;
  return [
    id,
    timeOf(commits.time(index)),
    decided === null ? "" : timeOf(decided),
    commits.author(index),
    subject(id) ?? "",
  ];
}

/** What all commits of a key have in common: the rest of their rows. */
function factsOf({ verdict, tickets, findings }: FactsKey): readonly string[] {
  const rules = (outcome: JudgedFinding["outcome"]): string =>
    several(findings.filter((finding) => finding.outcome === outcome).map(({ rule }) => rule));
  const told = findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
  return [
    verdict,
    several(tickets),
    exemptionOf(findings),
    several(findings.flatMap(({ waiver }) => waiver ?? [])),
    rules("fail"),
    rules("unknown"),
    several(told.map(({ rule, code }) => `${rule}:${code}`)),
  ];
}

function several(values: readonly string[]): string {
  return [...new Set(values)].join("; ");
}
