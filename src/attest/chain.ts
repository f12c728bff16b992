import { createHash } from "node:crypto";
import { canonical } from "../core/canonical.ts";
import type { Report } from "../core/report.ts";
import type { AuditContext } from "./context.ts";
import { FACTS_TYPE, type Resource, type Statement } from "./statement.ts";
import { RECORD_NAME, recordSubject } from "./statements.ts";

/** A record's place in a log of lines, of which each names the one before. */
export interface Link {
  /** Hex; the same in the whole log. */
  readonly logId: string;
  /** From 1, without a gap. */
  readonly seq: number;
  /** Hex SHA-256 of the line before, its line break left out; null: there is none. */
  readonly previous: string | null;
}

/** The first link of a log that begins with this report: another report or run begins another. */
export function firstLink(report: Report, context: AuditContext): Link {
  const { repository, targetRef, event, phase, invocation, attempt, base = null, head = null } = context;
  const { decidedAt, policyDigest, subject, tool } = report;
  const run = [repository, targetRef, event, phase, invocation, attempt, base, head];
  const told = [...run, decidedAt, policyDigest, subject.label, tool.version];
  return { logId: lineDigest(canonical(told)), seq: 1, previous: null };
}

/** The link behind a record whose last line this is. */
export function linkAfter({ logId, seq }: Link, line: string): Link {
  return { logId, seq: seq + 1, previous: lineDigest(line) };
}

/** Hex SHA-256 of a line without its line break. */
export function lineDigest(line: string | Uint8Array): string {
  return createHash("sha256").update(line).digest("hex");
}

/** A record's statements with its place in a log: the facts tell it, and all name the record that tells it. */
export function chained(part: readonly Statement[], { logId, seq, previous }: Link): readonly Statement[] {
  const place = { logId, seq, ...(previous === null ? {} : { previous: { digest: { sha256: previous } } }) };
  const [facts] = part;
  if (facts?.predicateType !== FACTS_TYPE) return part;
  const record = { ...(typeof facts.predicate === "object" ? facts.predicate : {}), ...place };
  const own = recordSubject(record);
  const isRecord = ({ name }: Resource) => name === RECORD_NAME;
  return part.map((one) => ({
    ...one,
    subject: one.subject.map((subject) => (isRecord(subject) ? own : subject)),
    predicate: one === facts ? record : one.predicate,
  }));
}
