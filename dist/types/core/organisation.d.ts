import type { Audit, GapCode, Standing } from "./audit.js";
import type { Minimum } from "./covered.js";
import type { Statement, Verdict } from "./finding.js";
/** What an organisation's report says of a repository that was audited. */
export type AuditedRow = {
    readonly name: string;
    readonly state: "audited";
} & Pick<Audit["scope"], "repository" | "ref" | "tip"> & Sums & {
    /** Of its own report and of the minimums that were asked. */
    readonly verdict: Verdict;
    /** The verdict in one word. */
    readonly statement: Statement;
    readonly policyDigest: string;
    readonly minimums: readonly Minimum[];
};
/** The same of any repository; `why`: it could not be audited. `name` is that of its folder. */
export type MemberRow = AuditedRow | {
    readonly name: string;
    readonly state: "unavailable";
    readonly why: string;
};
/**
 * Numbers that may be added up; a share of shares would say nothing. Tickets and gaps are counted in each repository: one that two of
 * them work on counts twice in their sum.
 */
export interface Sums {
    readonly commits: Readonly<Record<Standing | "total" | "referenced" | "beforeBaseline", number>>;
    readonly tickets: {
        readonly total: number;
        readonly linked: number;
    };
    /** How often the thread breaks in each way, worst first; ways in which it does not are left out. */
    readonly gaps: readonly {
        readonly code: GapCode;
        readonly count: number;
    }[];
}
/** An organisation's audit: the sums of all, and a row for each in the order of the manifest. */
export interface Organisation {
    readonly schemaVersion: 1;
    readonly kind: "organisation";
    readonly asOf: string;
    /** Of all rows and of the minimums of all. */
    readonly verdict: Verdict;
    /** `WARNED`: all passed, and one of them with warnings. */
    readonly statement: Statement;
    readonly repositories: {
        readonly total: number;
        readonly audited: number;
    };
    readonly totals: Sums;
    /** The same minimums, held against all together. */
    readonly minimums: readonly Minimum[];
    readonly rows: readonly MemberRow[];
}
