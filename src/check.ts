import { evaluate } from "./core/evaluate.ts";
import type { Evidence } from "./core/evidence.ts";
import type { JudgedFinding } from "./core/finding.ts";
import type { Counts, Report, ReportSubject } from "./core/report.ts";
import { ticketsOf } from "./core/report-tickets.ts";
import { lookupKey } from "./core/ticket.ts";
import { decide } from "./core/verdict.ts";
import { VERSION } from "./core/version.ts";
import type { Gate } from "./gate.ts";
import { type Draft, draftEvidence } from "./gather/draft.ts";
import type { Sources } from "./gather/lookups.ts";
import { ticketDigest } from "./gather/ticket-digest.ts";
import { historyCase, type RangeRequest } from "./history/case.ts";
import { judgeHistory } from "./history/judge-history.ts";
import type { JudgedHistory } from "./history/verdicts.ts";
import { rules } from "./rules/index.ts";

/** Judges a commit message: gather evidence, ask the rules, fold their answers. */
export async function checkMessage(gate: Gate, draft: Draft): Promise<Report> {
  const around = { ...gate, defaultBranches: await gate.defaultBranches() };
  const { evidence, findings } = await judged(gate, (sources) =>
    draftEvidence(draft, { ...around, sources }),
  );
  const subject: ReportSubject = {
    kind: "commit-message",
    label: "message",
    branch: draft.branch,
    complete: true,
    subject: draft.message.split("\n", 1)[0] ?? "",
  };
  const counts = { ...NO_COUNTS, commits: 1, exempt: exemptOf(evidence), ...tally(findings, evidence) };
  const tickets = () => evidenceTickets(evidence);
  return { ...frame(gate, subject), verdict: decide(findings), findings, counts, tickets };
}

/** Judges what is staged, as far as it can be judged before there is a message. */
export function checkStaged(gate: Gate, evidence: Evidence, branch: string | null): Report {
  const asked = rules.filter(({ meta }) => meta.staged);
  const findings = evaluate(evidence, gate.law, asked);
  const subject: ReportSubject = {
    kind: "staged",
    label: "staged changes",
    branch,
    complete: true,
    subject: null,
  };
  const verdict = findings.length === 0 ? "pass" : decide(findings);
  return { ...frame(gate, subject), verdict, findings, counts: NO_COUNTS };
}

/** Judges every commit of a range or a whole history: the same rules, asked once for each distinct set of facts. */
export async function checkCommits(gate: Gate, request: RangeRequest): Promise<Report> {
  const { subject, beforeBaseline, whole, notices, ...history } = await historyCase(
    { ...gate, sources: gate.anew },
    request,
    (evidence) => ask(gate, evidence),
  );
  const judged = await judgeHistory(history);
  const findings = whole === null ? [] : ask(gate, whole);
  const all = [...findings, ...judged.keys.flatMap((key) => key.findings)];
  return {
    ...frame(gate, subject),
    notices: [...gate.notices, ...notices()],
    // No commits is nothing to object to: an empty push or a range that is all before the baseline.
    verdict: all.length === 0 ? "pass" : decide(all),
    findings,
    commits: judged.commits,
    keys: judged.keys,
    counts: { ...judged.counts, beforeBaseline },
    tickets: () => historyTickets(judged),
  };
}

/** The tickets that a change names, from all that is known of it. */
export function evidenceTickets({
  references,
  facts,
  lookups,
  specs,
}: Pick<Evidence, "references" | "facts" | "lookups" | "specs">): ReturnType<Report["tickets"]> {
  const inherited = facts.flatMap(({ inherits }) => inherits?.references ?? []);
  const lookup = (remote: string, id: string) => lookups[lookupKey(remote, id)];
  return ticketsOf({ names: [...references, ...inherited], lookup, specs, digest: ticketDigest });
}

/** The tickets that a history names. */
export function historyTickets(
  { named, lookup }: JudgedHistory,
  specs?: Evidence["specs"],
): ReturnType<Report["tickets"]> {
  return ticketsOf({ names: named(), lookup, specs, digest: ticketDigest });
}

interface Judged {
  readonly evidence: Evidence;
  readonly findings: readonly JudgedFinding[];
}

/** What is remembered of a ticket may only help: whoever has just moved one is not told its old state. */
async function judged(gate: Gate, gather: (sources: Sources) => Promise<Evidence>): Promise<Judged> {
  const evidence = await gather(gate.sources);
  const findings = ask(gate, evidence);
  const rested = Object.values(evidence.lookups).some((lookup) => lookup.status === "found" && lookup.asOf);
  if (!rested || findings.every(({ outcome }) => outcome === "pass" || outcome === "skip"))
    return { evidence, findings };
  const anew = await gather(gate.anew);
  return { evidence: anew, findings: ask(gate, anew) };
}

function ask({ law }: Gate, evidence: Evidence): readonly JudgedFinding[] {
  return evaluate(evidence, law, rules);
}

/** Nothing was counted. */
export const NO_COUNTS: Counts = {
  commits: 0,
  referenced: 0,
  passed: 0,
  failed: 0,
  undecided: 0,
  exempt: {},
  beforeBaseline: 0,
  unproved: 0,
  dated: 0,
};

function exemptOf({ facts }: Evidence): Counts["exempt"] {
  const kind = facts[0]?.exempt?.kind;
  return kind === undefined ? {} : { [kind]: 1 };
}

function tally(findings: readonly JudgedFinding[], { references, facts }: Evidence): Partial<Counts> {
  const verdict = decide(findings);
  return {
    referenced: references.some(({ remote, commit }) => remote !== null && commit !== null) ? 1 : 0,
    passed: verdict === "pass" ? 1 : 0,
    failed: verdict === "fail" ? 1 : 0,
    undecided: verdict === "undecided" ? 1 : 0,
    unproved: facts[0]?.unproved == null ? 0 : 1,
  };
}

/** What every report says of itself. */
export function frame(
  { law, at, notices, waivers }: Pick<Gate, "law" | "at" | "notices" | "waivers">,
  subject: ReportSubject,
): Omit<Report, "verdict"> {
  return {
    schemaVersion: 1,
    kind: "check",
    tool: { name: "golden-thread", version: VERSION },
    policyDigest: law.digest,
    policySources: law.sources,
    preset: law.preset,
    place: law.place,
    decidedAt: at,
    subject,
    enforceFrom: law.enforceFrom,
    findings: [],
    commits: null,
    keys: [],
    counts: NO_COUNTS,
    proposal: null,
    tickets: () => [],
    waivers,
    notices,
  };
}
