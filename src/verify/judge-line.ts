import { lineDigest } from "../attest/chain.ts";
import { PROPERTIES } from "../attest/claim.ts";
import { CLAIM_TYPE, FACTS_TYPE, GATE_ID, STATEMENT_TYPE } from "../attest/statement.ts";
import { RECORD_NAME, recordSubject } from "../attest/statements.ts";
import { isObjectId } from "../core/object-id.ts";
import type { EvidenceCode } from "./codes.ts";
import { openLine } from "./open-line.ts";
import { readPayload } from "./payload.ts";
import type { AnyStatement, Claim, Facts, Shapes } from "./record.ts";
import { type EvidenceSeal, judgeSeal, type SealTerms } from "./seal.ts";

/** What is expected of every record; null: anything is. */
export interface LineTerms extends SealTerms {
  /** `host/owner/repo`. */
  readonly repository: string | null;
  readonly ref: string | null;
  /** Hex SHA-256 of laws. */
  readonly policies: readonly string[] | null;
  readonly now: Date;
  /** `host/owner/repo` of an address; null: it is none. */
  audienceOf(url: string): string | null;
}

/** One line of evidence, judged by itself. */
export interface JudgedLine {
  /** From 1. */
  readonly line: number;
  /** Hex SHA-256 of its bytes. */
  readonly digest: string;
  readonly seal: EvidenceSeal | null;
  /** Null: nothing that could be read, or no facts. */
  readonly facts: Facts | null;
  readonly claim: Claim | null;
  /** Hex digest of the record that it names. */
  readonly record: string | null;
  /** Digests of the files that it vouches for, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly found: readonly { readonly code: EvidenceCode; readonly about: string }[];
}

/** Clocks may differ by as much. */
const SKEW_MS = 5 * 60_000;

/** Judges a line in the order that its design prescribes: nothing is parsed that was not verified, and nothing believed that was not parsed. */
export function judgeLine(text: string, line: number, terms: LineTerms, shapes: Shapes): JudgedLine {
  const nothing = { line, digest: lineDigest(text), seal: null, facts: null, claim: null, record: null };
  const refuse = (code: EvidenceCode, about = ""): JudgedLine => ({
    ...nothing,
    files: new Map(),
    found: [{ code, about }],
  });
  const open = openLine(text);
  if (typeof open === "string") return refuse(open);
  const sealed = judgeSeal(text, open, terms);
  const { seal, payload, code, about } = sealed;
  if (payload === null) return refuse(code ?? "not-a-record", about);
  const value = readPayload(payload, shapes.names);
  if (typeof value === "string") return refuse(value);
  if (!("_type" in value) || value._type !== STATEMENT_TYPE) return refuse("statement-type");
  if (!("predicateType" in value) || ![FACTS_TYPE, CLAIM_TYPE].includes(String(value.predicateType)))
    return refuse("predicate-type", "predicateType" in value ? String(value.predicateType) : "");
  if (!shapes.isStatement(value)) return refuse("schema");
  const { predicate } = value;
  const facts = value.predicateType === FACTS_TYPE && shapes.isFacts(predicate) ? predicate : null;
  const claim = value.predicateType === CLAIM_TYPE && shapes.isClaim(predicate) ? predicate : null;
  if (facts === null && claim === null) return refuse("schema");
  const codes = [
    ...subjectCodes(value, facts),
    ...(facts === null ? [] : factsCodes(facts, seal, terms)),
    ...(claim === null || claim.verifier.id === GATE_ID ? [] : ["gate" as const]),
    ...(code === null ? [] : [code]),
  ];
  const record = value.subject.find(({ name }) => name === RECORD_NAME)?.digest.sha256 ?? null;
  const found = codes.map((one) => ({ code: one, about: one === code ? about : "" }));
  return { ...nothing, seal, facts, claim, record, files: filesOf(value), found };
}

function filesOf({ subject }: AnyStatement): ReadonlyMap<string, string> {
  return new Map(
    subject.flatMap(({ name = RECORD_NAME, digest: { sha256 } }) =>
      name === RECORD_NAME || sha256 === undefined ? [] : [[name, sha256] as const],
    ),
  );
}

function subjectCodes({ subject, predicate }: AnyStatement, facts: Facts | null): readonly EvidenceCode[] {
  const digests = subject.flatMap(({ digest }) => Object.values(digest));
  if (digests.some((digest) => !isObjectId(digest))) return ["subject-digest"];
  const records = subject.filter(({ name }) => name === RECORD_NAME);
  const own = facts === null ? records[0] : recordSubject(predicate);
  if (records.length !== 1 || records[0]?.digest.sha256 !== own?.digest.sha256) return ["subject-record"];
  if (facts === null) return [];
  const named = subject.flatMap(({ digest }) => digest.gitCommit ?? []);
  const told = facts.implementation.commits.map(({ digest }) => digest.gitCommit);
  return named.join() === told.join() && new Set(told).size === told.length ? [] : ["subject-commits"];
}

function factsCodes(facts: Facts, seal: EvidenceSeal | null, terms: LineTerms): readonly EvidenceCode[] {
  const { gate, change, policy, evaluatedAt } = facts;
  const codes: EvidenceCode[] = [];
  if (gate.id !== GATE_ID) codes.push("gate");
  const repository = terms.audienceOf(change.repository.replace(/^git\+/, ""));
  if (terms.repository !== null && repository !== terms.repository) codes.push("foreign-repository");
  if (terms.ref !== null && change.targetRef !== terms.ref) codes.push("foreign-ref");
  if (terms.policies !== null && !terms.policies.includes(policy.digest.sha256)) codes.push("edited-policy");
  if (isContradicted(facts)) codes.push("result-contradicted");
  const at = Date.parse(evaluatedAt);
  // A time that is none is no time before now either.
  if (!(at <= terms.now.getTime() + SKEW_MS)) codes.push("from-the-future");
  if (seal?.kind === "identity" && Date.parse(seal.at) < at - SKEW_MS) codes.push("signed-before");
  if (seal?.kind === "key" && seal.until !== null && at > Date.parse(`${seal.until}T23:59:59.999Z`))
    codes.push("key-past");
  return codes;
}

/** A pass beside a check, or a commit, that failed. */
function isContradicted({ result, checks, implementation }: Facts): boolean {
  if (result !== "PASSED" && result !== "WARNED") return false;
  const failed = checks.some((check) => check.result === "FAILED");
  return failed || implementation.commits.some((commit) => commit.result === "FAILED");
}

/** Whether a claim says no more than the facts that it rests on. */
export function isFounded({ properties }: Claim, { phase, result, checks }: Facts): boolean {
  if (phase !== "post-merge" || (result !== "PASSED" && result !== "WARNED")) return false;
  return properties.every((property) => {
    const rules = PROPERTIES[property];
    return rules?.every((id) => checks.some((one) => one.id === id && one.result === "PASSED")) ?? false;
  });
}
