import type { Audit } from "../core/audit.ts";
import { type AuditContext, NO_ADDRESS } from "./context.ts";

/** Where an audit was made, for its statements: its own question tells all but the run. */
export function auditContext(
  { scope }: Pick<Audit, "scope">,
  { event, invocation, attempt }: Pick<AuditContext, "event" | "invocation" | "attempt">,
): AuditContext {
  const { repository, ref, tip, behind } = scope;
  const [base = null, ...beside] = behind;
  const range = { base, head: tip, ...(beside.length === 0 ? {} : { beside }) };
  return {
    repository: repository ?? NO_ADDRESS,
    targetRef: ref,
    event,
    phase: "audit",
    invocation,
    attempt,
    ...range,
  };
}
