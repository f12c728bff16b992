import type { AuditFolder, AuditGroup, AuditScope, Coverage, Gap, PartState, Ratio } from "./audit.js";
import type { Report } from "./report.js";
/** A measure of coverage that a minimum can be asked of, by the name that people write. */
export type MeasureName = "tickets" | "commits" | "pull-requests" | "files" | "live-lines" | "changed-lines" | "specs" | "criteria";
/** What coverage can be told apart by. */
export type GroupKind = "folder" | "author" | "month";
/** A minimum that was asked. */
export interface Minimum {
    readonly name: MeasureName;
    /** Per cent. */
    readonly wanted: number;
    /** Null: nobody looked. */
    readonly found: Ratio | null;
    /** Null: what it asks was not looked at, or only in part. */
    readonly met: boolean | null;
}
/** Coverage as its command answers. */
export interface CoverageAnswer extends Pick<Report, "tool" | "policyDigest"> {
    readonly schemaVersion: 1;
    readonly kind: "coverage";
    readonly asOf: string;
    readonly scope: AuditScope;
    readonly coverage: Coverage;
    /** How many of each break in the thread there are, worst first. */
    readonly gaps: readonly (Pick<Gap, "code" | "of"> & {
        readonly count: number;
    })[];
    readonly minimums: readonly Minimum[];
    /** Null: not asked. */
    readonly by: {
        readonly kind: GroupKind;
        readonly groups: readonly (AuditGroup | AuditFolder)[];
    } | null;
    /** What was not looked at. */
    readonly unseen: readonly PartState[];
}
