import { createHash } from "node:crypto";
import { canonical } from "../core/canonical.ts";
import type { Report } from "../core/report.ts";
import { claimOf } from "./claim.ts";
import type { AuditContext } from "./context.ts";
import { groundOf, recordOf } from "./record.ts";
import {
  CLAIM_TYPE,
  commitDigest,
  FACTS_TYPE,
  type Resource,
  STATEMENT_TYPE,
  type Statement,
} from "./statement.ts";

/** Commits of one statement: with its record and a few files they are some 1,010 subjects, and verifiers take 1,024 (sigstore-go, actions/attest). */
const COMMITS = 999;

/** How the record is called among the subjects: it is the predicate itself as RFC 8785 writes it. */
export const RECORD_NAME = "change-record.json";

/**
 * in-toto statements about a report, unsigned: the facts, and where it landed what may be claimed of it. A report about no commits has
 * none. The same report and context give the same bytes.
 */
export function* statements(report: Report, context: AuditContext): Iterable<Statement> {
  for (const part of statementParts(report, context)) yield* part;
}

/** The same, by their records: each record's facts, and the claim that rests on them. */
export function* statementParts(report: Report, context: AuditContext): Iterable<readonly Statement[]> {
  const count = report.commits?.count ?? 0;
  const parts = Math.ceil(count / COMMITS);
  const ground = groundOf(report, context, parts);
  const claim = claimOf(ground);
  for (let part = 1; part <= parts; part++) {
    const from = (part - 1) * COMMITS;
    const to = Math.min(from + COMMITS, count);
    const record = recordOf(ground, { part, from, to });
    const subject = [...subjectsOf(report, context, { from, to }), recordSubject(record)];
    const told = { _type: STATEMENT_TYPE, subject } as const;
    const facts = { ...told, predicateType: FACTS_TYPE, predicate: record };
    yield claim === null ? [facts] : [facts, { ...told, predicateType: CLAIM_TYPE, predicate: claim }];
  }
}

/** A statement as one line (RFC 8785), so that its record can be cut out of it byte for byte. */
export function statementLine(statement: Statement): string {
  return `${canonical(statement)}\n`;
}

function subjectsOf(
  { commits }: Report,
  { repository, targetRef, phase, files = [] }: AuditContext,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Resource[] {
  const landed = phase === "post-merge" && targetRef !== null;
  const named = Array.from({ length: to - from }, (_, at) => {
    const id = commits?.id(from + at) ?? "";
    return {
      uri: `git+${repository}@${id}`,
      digest: commitDigest(id),
      ...(landed ? { annotations: { sourceRefs: [targetRef] } } : {}),
    };
  });
  return [...named, ...files.map(({ name, sha256 }) => ({ name, digest: { sha256 } }))];
}

/** What a record is found by: the digest of its text. */
export function recordSubject(record: unknown): Resource {
  const sha256 = createHash("sha256").update(canonical(record)).digest("hex");
  return { name: RECORD_NAME, digest: { sha256 } };
}
