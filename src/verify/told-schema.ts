import Ajv from "ajv/dist/2020.js";
import { list, type SchemaNode, text } from "../reports/schema-nodes.ts";

/** What is read of a report beside its evidence. */
export interface ToldReport {
  readonly kind: string;
  readonly statement: string;
  readonly policyDigest: string;
  readonly counts: Readonly<Record<string, unknown>>;
  readonly keys: readonly { readonly verdict: string }[];
  readonly commits: { readonly id: readonly string[]; readonly key: readonly number[] } | null;
  readonly tickets: readonly ToldTicket[];
}

/** A ticket as a report, or a statement, tells of it. */
export interface ToldTicket {
  readonly at: string;
  readonly status: string;
  readonly state?: { readonly name: string; readonly category: string } | null;
}

const needs = (properties: Readonly<Record<string, SchemaNode>>): SchemaNode => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const columns = needs({ id: list(text), key: list({ type: "integer", minimum: 0 }) });
const tickets = list(needs({ at: text, status: text }));
const report = {
  statement: text,
  policyDigest: text,
  counts: { type: "object" },
  keys: list(needs({ verdict: text })),
  commits: { anyOf: [columns, { type: "null" }] },
};

/** The report in a file's text, that of an audit with its own tickets; null: it is none. */
export function toldReport(bytes: Uint8Array): ToldReport | null {
  const ajv = new Ajv.default({ strict: false });
  const isCheck = ajv.compile<ToldReport>(needs({ kind: text, ...report, tickets }));
  const isAudit = ajv.compile<{ readonly report: Omit<ToldReport, "tickets"> } & Pick<ToldReport, "tickets">>(
    needs({ report: needs(report), tickets }),
  );
  const value = parsed(Buffer.from(bytes).toString("utf8"));
  if (isAudit(value)) return { ...value.report, kind: "audit", tickets: value.tickets };
  return isCheck(value) ? value : null;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}
