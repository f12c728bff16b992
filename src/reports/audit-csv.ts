import type { Audit, AuditTicket } from "../core/audit.ts";
import type { JudgedFinding, Verdict } from "../core/finding.ts";
import type { FactsKey } from "../core/report.ts";
import { timeOf } from "../core/time.ts";
import { STANDING_WORDS } from "./audit-words.ts";
import { csvField } from "./escape.ts";
import { exemptionOf } from "./exempted.ts";
import type { AuditRendererFactory, RenderOptions } from "./options.ts";
import { messageOf } from "./prose.ts";

/** The first seven are the names that auditors already import; the others are ours. */
const COLUMNS = [
  "commit_sha",
  "pr_number",
  "ticket_id",
  "risk_level",
  "timestamp",
  "compliant",
  "violation_reason",
  "standing",
  "verdict",
  "decided_at",
  "author",
  "subject",
  "ticket_state",
  "exemption",
  "waivers",
  "lineage",
  "lineage_of",
  "lineage_proved",
  "rules_failed",
  "rules_unknown",
  "codes",
  "lines_added",
  "lines_deleted",
];

/** Whether a commit keeps to the policy: what nobody could say is neither. */
const COMPLIANT: Readonly<Record<Verdict, string>> = { pass: "true", fail: "false", undecided: "unknown" };

/** Every commit of an audit as a row of CSV (RFC 4180), newest first, streamed. Several values of one field stand with a semicolon between them. */
export const renderer: AuditRendererFactory = (options) => (audit) => ({
  name: "commits.csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  body: csv(audit, options),
});

function* csv(audit: Audit, options: RenderOptions): Iterable<string> {
  yield lineOf(COLUMNS);
  const { commits, keys } = audit.report;
  if (commits === null) return;
  const facts = keys.map((key) => factsOf(key, options));
  for (let index = 0; index < commits.count; index++)
    yield lineOf(rowOf(audit, index, facts[commits.key(index)]));
}

type Cell = string | number | null;

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? "" : csvField(cell))).join(",")}\r\n`;
}

function rowOf(audit: Audit, index: number, facts: Facts | undefined): readonly Cell[] {
  const { history, report } = audit;
  const { commits } = report;
  const tickets = history.tickets(index).flatMap((at) => audit.tickets[at] ?? []);
  const standing = history.standing(index);
  const decided = commits?.recordedAt?.(index) ?? null;
  return [
    commits?.id(index) ?? "",
    history.change(index),
    several(tickets.map(({ key }) => key)),
    riskOf(tickets),
    timeOf(commits?.time(index) ?? Number.NaN),
    facts === undefined ? "unknown" : COMPLIANT[facts.verdict],
    facts === undefined
      ? ""
      : facts.reason || (facts.verdict === "pass" ? "" : STANDING_WORDS[standing].says),
    standing,
    facts?.verdict ?? "",
    decided === null ? "" : timeOf(decided),
    commits?.author(index) ?? "",
    history.subject(index),
    several(tickets.map(({ key, state, status }) => `${key}: ${state?.name ?? status}`)),
    ...(facts?.excuses ?? ["", ""]),
    ...lineageOf(audit, index),
    ...(facts?.rules ?? ["", "", ""]),
    ...linesOf(audit, index),
  ];
}

/** The highest of several tickets counts. */
function riskOf(tickets: readonly AuditTicket[]): string {
  const levels = ["critical", "high", "medium", "low"] as const;
  return levels.find((level) => tickets.some(({ risk }) => risk === level)) ?? "";
}

function lineageOf({ history }: Audit, index: number): readonly Cell[] {
  const lineage = history.lineage(index);
  if (lineage === null) return ["", "", ""];
  return [lineage.kind, several(lineage.of), String(lineage.proved)];
}

function linesOf({ history }: Audit, index: number): readonly Cell[] {
  const lines = history.lines(index);
  return lines === null ? [null, null] : [lines.added, lines.deleted];
}

/** What all commits of a key have in common. */
interface Facts {
  readonly verdict: Verdict;
  readonly reason: string;
  /** Exemption, waivers. */
  readonly excuses: readonly string[];
  /** Failed, unknown, codes of both. */
  readonly rules: readonly string[];
}

function factsOf({ verdict, findings }: FactsKey, { metas }: RenderOptions): Facts {
  const of = (outcome: JudgedFinding["outcome"]) => findings.filter((one) => one.outcome === outcome);
  const told = [...of("fail"), ...of("unknown")];
  const blocking = told.filter((finding) => finding.blocking);
  return {
    verdict,
    reason: several(blocking.map((finding) => messageOf(finding, metas, (text) => text))),
    excuses: [exemptionOf(findings), several(findings.flatMap(({ waiver }) => waiver ?? []))],
    rules: [
      several(of("fail").map(({ rule }) => rule)),
      several(of("unknown").map(({ rule }) => rule)),
      several(told.map(({ rule, code }) => `${rule}:${code}`)),
    ],
  };
}

/** Distinct values in one cell. */
function several(values: readonly string[]): string {
  return [...new Set(values)].join("; ");
}
