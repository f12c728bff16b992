import type { CommitSignature } from "../core/commit-signature.ts";
import type { Waiver } from "../core/evidence.ts";
import type { FactsKey, Report } from "../core/report.ts";
import { clip, visible } from "../reports/escape.ts";
import { exemptionCode } from "../reports/exempted.ts";
import { statementFor, statementOf } from "../reports/statement.ts";
import { type Check, checksOf, findingsOf } from "./checks.ts";
import type { AuditContext } from "./context.ts";
import { type Named, namedIn } from "./intent.ts";
import { type DigestSet, GATE_ID, type Resource } from "./statement.ts";

/** What all statements about one report share, made once. */
export interface Ground {
  readonly report: Report;
  readonly context: AuditContext;
  readonly named: ReadonlyMap<string, Named>;
  /** Tickets that the change as a whole names. */
  readonly wide: readonly string[];
  readonly checks: readonly Check[];
  readonly policy: Resource;
  /** How many statements there will be. */
  readonly parts: number;
}

/** Reads a report once. */
export function groundOf(report: Report, context: AuditContext, parts: number): Ground {
  const named = namedIn(report);
  const wide = context.phase === "audit" ? [] : wideOf(report, named);
  return { report, context, named, wide, checks: checksOf(report), policy: policyOf(report, context), parts };
}

/** Tickets that no commit names by itself. A history is no one change: its report lists every ticket there is. */
function wideOf({ keys, commits }: Report, named: Ground["named"]): readonly string[] {
  const own = new Set<string>();
  if (commits?.named === undefined) for (const { tickets } of keys) for (const at of tickets) own.add(at);
  for (let index = 0; index < (commits?.count ?? 0); index++)
    for (const { at } of commits?.named?.(index) ?? []) own.add(at);
  return [...named.keys()].filter((at) => !own.has(at));
}

function policyOf({ policyDigest, policySources, preset }: Report, { lawAt = null }: AuditContext): Resource {
  return {
    name: "golden-thread policy",
    digest: { sha256: policyDigest },
    annotations: { sources: policySources, preset, ...(lawAt === null ? {} : { commit: lawAt }) },
  };
}

/** Commits `[from, to)` of the report are those of one statement, which is the number `part`, from 1. */
export interface Slice {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** The predicate of one statement: the facts of the whole change, and those of its own commits with their tickets. */
export function recordOf(ground: Ground, { part, from, to }: Slice): unknown {
  const { report, context, named, wide, checks, policy, parts } = ground;
  const commits = Array.from({ length: to - from }, (_, at) => commitOf(report, context, from + at));
  const cited = new Set([...wide, ...commits.flatMap(({ refs }) => refs.map(({ at }) => at))]);
  const tickets = [...cited].sort().flatMap((at) => named.get(at) ?? []);
  const { phase, event, invocation, attempt } = context;
  return {
    evaluatedAt: report.decidedAt,
    phase,
    result: statementOf(report),
    ...(parts === 1 ? {} : { part: { number: part, of: parts } }),
    gate: {
      id: GATE_ID,
      version: { [report.tool.name]: report.tool.version },
      place: report.place,
      invocation: {
        event,
        ...(invocation === null ? {} : { uri: invocation }),
        ...(attempt === null ? {} : { attempt }),
      },
    },
    policy,
    change: changeOf(report, context),
    intent: tickets.map(({ intent }) => intent),
    plan: tickets.flatMap(({ plan }) => plan ?? []),
    implementation: { commits, coverage: coverageOf(report) },
    checks,
    exceptions: exceptionsOf(report),
  };
}

interface CommitFact {
  readonly digest: DigestSet;
  readonly result: ReturnType<typeof statementOf>;
  readonly refs: readonly { readonly at: string; readonly via: string }[];
  readonly exempt?: { readonly rule: string };
  readonly signature?: { readonly status: string; readonly signer?: string };
}

function commitOf({ commits, keys }: Report, { signatures }: AuditContext, index: number): CommitFact {
  const key = keys[commits?.key(index) ?? -1];
  const id = commits?.id(index) ?? "";
  const exemption = exemptionCode(key?.findings ?? []);
  const signature = signatures?.get(id);
  return {
    digest: { gitCommit: id },
    result: key === undefined ? "UNKNOWN" : statementFor(key.verdict, [key]),
    refs: refsOf(commits?.named?.(index) ?? named(key)),
    ...(exemption === null ? {} : { exempt: { rule: exemption } }),
    ...(signature === undefined ? {} : { signature: signatureOf(signature) }),
  };
}

function signatureOf({ status, signer }: CommitSignature): NonNullable<CommitFact["signature"]> {
  return signer === null ? { status } : { status, signer: visible(signer) };
}

/** Where only the commit's facts are told: what commits of these facts name. */
function named(key: FactsKey | undefined) {
  return (key?.tickets ?? []).map((at) => ({ at, place: "message" }));
}

function refsOf(references: readonly { readonly at: string; readonly place: string }[]): CommitFact["refs"] {
  const refs = new Map(references.map(({ at, place }) => [`${at} ${place}`, { at, via: place }]));
  return [...refs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref);
}

function changeOf({ subject, proposal }: Report, context: AuditContext): unknown {
  const {
    repository,
    targetRef,
    since = null,
    tree = null,
    method = null,
    bodyDigest = null,
    beside = [],
  } = context;
  const base = proposal?.base.commit ?? context.base ?? null;
  const head = proposal?.head.commit ?? context.head ?? null;
  return {
    repository: `git+${repository}`,
    complete: subject.complete,
    ...(targetRef === null ? {} : { targetRef }),
    ...(base === null ? {} : { base: { digest: { gitCommit: base } } }),
    ...(head === null ? {} : { head: { digest: { gitCommit: head } } }),
    ...(beside.length === 0 ? {} : { beside: beside.map((id) => ({ digest: { gitCommit: id } })) }),
    ...(since === null ? {} : { since }),
    ...(tree === null ? {} : { tree: { digest: { gitTree: tree } } }),
    ...(method === null ? {} : { method }),
    ...(proposal === null ? {} : { proposal: { ...proposalOf(proposal), ...bodyOf(bodyDigest) } }),
  };
}

function proposalOf({ number, url, author, draft, head }: NonNullable<Report["proposal"]>): object {
  const login = isAddress(author) ? {} : { author: { login: visible(author) } };
  return { id: String(number), uri: url, draft, isFork: head.isFork, ...login };
}

function bodyOf(sha256: string | null): object {
  return sha256 === null ? {} : { bodyDigest: { sha256 }, bodyNormalization: "lf-trim/v1" };
}

function coverageOf({ counts }: Report): unknown {
  const { commits: total, referenced: linked, passed, failed, undecided, exempt, beforeBaseline } = counts;
  return { total, linked, unlinked: total - linked, passed, failed, undecided, exempt, beforeBaseline };
}

/** Waivers that lifted something, by id. */
function exceptionsOf(report: Report): readonly unknown[] {
  const lifted = new Map<string, Set<string>>();
  for (const { waiver, rule } of findingsOf(report))
    if (waiver !== undefined) lifted.set(waiver, (lifted.get(waiver) ?? new Set()).add(rule));
  return report.waivers
    .filter(({ id }) => lifted.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((waiver) => exceptionOf(waiver, [...(lifted.get(waiver.id) ?? [])].sort()));
}

/** Most code points of a reason. */
const REASON = 200;

function exceptionOf(
  { id, approver, reason, created, expires, proof }: Waiver,
  rules: readonly string[],
): unknown {
  return {
    ...{ id, rules, created, expires, proof },
    reason: clip(visible(reason.replace(ADDRESSES, "[address]")), REASON),
    ...(isAddress(approver) ? {} : { grantedBy: { id: visible(approver) } }),
  };
}

/** E-mail addresses are nobody's business in evidence that may be public. */
const ADDRESSES = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/gu;

function isAddress(text: string): boolean {
  return text.search(ADDRESSES) >= 0;
}
