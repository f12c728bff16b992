import type { Verdict } from "../core/finding.ts";
import type { JudgedLog } from "./chain.ts";
import { CHECKS, type CheckId, CODES, type EvidenceFinding } from "./codes.ts";
import type { JudgedLine } from "./judge-line.ts";
import type { EvidenceSeal } from "./seal.ts";

/** What one check came to; `skipped`: it had nothing to look at. */
export interface CheckOutcome {
  readonly id: CheckId;
  readonly outcome: "pass" | "fail" | "unknown" | "skipped";
}

/** What evidence proves. */
export interface Verification {
  readonly verdict: Verdict;
  readonly lines: number;
  readonly records: number;
  readonly claims: number;
  /** Commits that records tell of. */
  readonly commits: number;
  /** Whoever signed, once each. */
  readonly signers: readonly EvidenceSeal[];
  /** Numbers of records by their result. */
  readonly results: Readonly<Record<string, number>>;
  /** Hex digests of the laws that judged, in their order. */
  readonly policies: readonly string[];
  /** The log's last record; null: no record tells of a log. */
  readonly head: { readonly logId: string; readonly seq: number; readonly digest: string } | null;
  /** Number of the last record that a signed tag, or a time that others prove, vouches for; 0: none is. */
  readonly anchored: number;
  readonly checks: readonly CheckOutcome[];
  /** Checks that had nothing to look at: what they ask is not known, whatever the verdict is. */
  readonly unchecked: readonly CheckId[];
  readonly findings: readonly EvidenceFinding[];
}

/** What was judged. */
export interface Judged {
  readonly lines: readonly JudgedLine[];
  readonly log: JudgedLog;
  readonly findings: readonly EvidenceFinding[];
  readonly anchoredByTag: number;
  readonly hasFiles: boolean;
  /** Whether anybody said by which policy it must be judged, or a clone could tell. */
  readonly hasLaw: boolean;
}

/** Folds findings: one that fails is enough, and what nobody could know is no pass. */
export function verificationOf(judged: Judged): Verification {
  const { lines, log, findings, anchoredByTag } = judged;
  const facts = lines.flatMap((one) => one.facts ?? []);
  const seq = Math.max(0, ...log.ends.keys());
  const results: Record<string, number> = {};
  for (const { result } of facts) results[result] = (results[result] ?? 0) + 1;
  const timed = lines.flatMap(({ seal, facts: own }) => (seal?.kind === "identity" ? [own?.seq ?? 0] : []));
  const outcomes = findings.map(({ code }) => CODES[code].outcome);
  const verdict = outcomes.includes("fail") ? "fail" : outcomes.includes("unknown") ? "undecided" : "pass";
  const digest = log.ends.get(seq);
  const checks = checksOf(judged);
  return {
    verdict,
    lines: lines.length,
    records: facts.length,
    claims: lines.filter(({ claim }) => claim !== null).length,
    commits: new Set(
      facts.flatMap(({ implementation }) => implementation.commits.map((one) => one.digest.gitCommit)),
    ).size,
    signers: signersOf(lines),
    results,
    policies: [...new Set(facts.map(({ policy }) => policy.digest.sha256))],
    head: log.id === null || digest === undefined ? null : { logId: log.id, seq, digest },
    anchored: Math.max(anchoredByTag, ...timed),
    checks,
    unchecked: checks.flatMap(({ id, outcome }) => (outcome === "skipped" ? [id] : [])),
    findings,
  };
}

/** Whoever signed; an identity by its latest time. */
function signersOf(lines: readonly JudgedLine[]): readonly EvidenceSeal[] {
  const signers = new Map<string, EvidenceSeal>();
  for (const { seal } of lines) {
    if (seal === null) continue;
    const name = seal.kind === "key" ? seal.id : `${seal.issuer} ${seal.subject}`;
    signers.set(name, seal);
  }
  return [...signers.values()];
}

function checksOf({ lines, findings, anchoredByTag, hasFiles, hasLaw }: Judged): readonly CheckOutcome[] {
  const told = (wanted: EvidenceFinding["code"]) => findings.filter(({ code }) => code === wanted).length;
  const records = lines.filter(({ facts }) => facts !== null).length;
  const skipped: Readonly<Partial<Record<CheckId, boolean>>> = {
    repository: records === 0 || told("repository-not-asked") > 0,
    ref: records === 0 || told("ref-not-asked") > 0,
    policy: records === 0 || !hasLaw || told("policy-unread") === records,
    files: !hasFiles,
    anchor: anchoredByTag === 0 && !lines.some(({ seal }) => seal?.kind === "identity"),
    history: told("no-repository") > 0,
  };
  return Object.keys(CHECKS)
    .filter(isCheck)
    .map((id) => {
      const own = findings.map(({ code }) => CODES[code]).filter(({ check }) => check === id);
      const outcomes = own.map(({ outcome }) => outcome);
      if (outcomes.includes("fail")) return { id, outcome: "fail" };
      if (outcomes.includes("unknown")) return { id, outcome: "unknown" };
      return { id, outcome: skipped[id] === true ? "skipped" : "pass" };
    });
}

function isCheck(name: string): name is CheckId {
  return Object.hasOwn(CHECKS, name);
}
