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

/** Commits of one statement: with its record they are 1,000 subjects, and verifiers take 1,024 (sigstore-go, actions/attest). */
const COMMITS = 999;

/** How the record is called among the subjects: it is the predicate itself as RFC 8785 writes it. */
export const RECORD_NAME = "change-record.json";

/**
 * in-toto statements about a report, unsigned: the facts, and where it landed what may be claimed of it. A report about no commits has
 * none. The same report and context give the same bytes.
 */
export function* statements(report: Report, context: AuditContext): Iterable<Statement> {
  const count = report.commits?.count ?? 0;
  const parts = Math.ceil(count / COMMITS);
  const ground = groundOf(report, context, parts);
  const claim = claimOf(ground);
  for (let part = 1; part <= parts; part++) {
    const from = (part - 1) * COMMITS;
    const to = Math.min(from + COMMITS, count);
    const record = recordOf(ground, { part, from, to });
    const subject = [...subjectsOf(report, context, { from, to }), subjectOf(record)];
    yield { _type: STATEMENT_TYPE, subject, predicateType: FACTS_TYPE, predicate: record };
    if (claim !== null) yield { _type: STATEMENT_TYPE, subject, predicateType: CLAIM_TYPE, predicate: claim };
  }
}

/** A statement as one line (RFC 8785), so that its record can be cut out of it byte for byte. */
export function statementLine(statement: Statement): string {
  return `${canonical(statement)}\n`;
}

function subjectsOf(
  { commits }: Report,
  { repository, targetRef, phase }: AuditContext,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Resource[] {
  const landed = phase === "post-merge" && targetRef !== null;
  return Array.from({ length: to - from }, (_, at) => {
    const id = commits?.id(from + at) ?? "";
    return {
      uri: `git+${repository}@${id}`,
      digest: commitDigest(id),
      ...(landed ? { annotations: { sourceRefs: [targetRef] } } : {}),
    };
  });
}

function subjectOf(record: unknown): Resource {
  const sha256 = createHash("sha256").update(canonical(record)).digest("hex");
  return { name: RECORD_NAME, digest: { sha256 } };
}
