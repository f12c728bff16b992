import type { Audit, GapCode, Standing } from "./audit.ts";
import type { Statement, Verdict } from "./finding.ts";

/** What an organisation's report says of a repository that was audited. */
export type AuditedRow = { readonly name: string; readonly state: "audited" } & Pick<
  Audit["scope"],
  "repository" | "ref" | "tip"
> &
  Sums & {
    readonly verdict: Verdict;
    /** The verdict in one word, as its own report says it. */
    readonly statement: Statement;
    readonly policyDigest: string;
  };

/** The same of any repository; `why`: it could not be audited. `name` is that of its folder. */
export type MemberRow =
  | AuditedRow
  | { readonly name: string; readonly state: "unavailable"; readonly why: string };

/** Numbers that may be added up; a share of shares would say nothing. */
export interface Sums {
  readonly commits: Readonly<Record<Standing | "total" | "referenced" | "beforeBaseline", number>>;
  readonly tickets: { readonly total: number; readonly linked: number };
  /** How often the thread breaks in each way, worst first; ways in which it does not are left out. */
  readonly gaps: readonly { readonly code: GapCode; readonly count: number }[];
}

/** An organisation's audit: the sums of all, and a row for each in the order of the manifest. */
export interface Organisation {
  readonly schemaVersion: 1;
  readonly kind: "organisation";
  readonly asOf: string;
  readonly verdict: Verdict;
  /** `WARNED`: all passed, and one of them with warnings. */
  readonly statement: Statement;
  readonly repositories: { readonly total: number; readonly audited: number };
  readonly totals: Sums;
  readonly rows: readonly MemberRow[];
}
