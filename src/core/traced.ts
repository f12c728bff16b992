import type { AuditScope, AuditTicket, FileLink, Lineage, LineCount, PartState, Standing } from "./audit.ts";
import type { JudgedFinding, Verdict } from "./finding.ts";
import type { Report } from "./report.ts";

/** A ticket on a thread. */
export interface TracedTicket extends AuditTicket {
  /** Who approved it and when, as verdicts that rest on it tell. */
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
}

/** A commit on a thread. */
export interface TracedCommit {
  readonly id: string;
  /** Untrusted. */
  readonly subject: string;
  readonly author: string;
  /** Committer time, RFC 3339 in UTC. */
  readonly at: string;
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** Look-up keys. */
  readonly tickets: readonly string[];
  readonly change: number | null;
  readonly lineage: Lineage | null;
  readonly lines: LineCount | null;
  /** What the rules say of it, without what they skipped. */
  readonly findings: readonly JudgedFinding[];
}

/** A file on a thread. */
export interface TracedFile {
  /** Untrusted. */
  readonly path: string;
  readonly lines: number | null;
  /** What stands in it, by line; `ticket` is a look-up key. */
  readonly named: readonly (Omit<FileLink, "ticket"> & { readonly ticket: string })[];
  /** Look-up keys of the tickets behind the commits that made it; null: nobody looked. */
  readonly through: readonly string[] | null;
}

/** What a thread was followed from. */
export interface TraceSubject {
  readonly kind: "ticket" | "change" | "commit" | "path" | "line";
  /** As it was asked. */
  readonly text: string;
}

/** A thread, from intent to evidence: what leads to what was asked about, and what that leads to. */
export interface TraceAnswer extends Pick<Report, "tool" | "policyDigest"> {
  readonly schemaVersion: 1;
  readonly kind: "trace";
  readonly asOf: string;
  readonly scope: AuditScope;
  readonly asked: TraceSubject;
  readonly tickets: readonly TracedTicket[];
  /** Pull requests, ascending; `covered`: all of their commits are authorised or exempt. */
  readonly changes: readonly {
    readonly number: number;
    readonly commits: number;
    readonly covered: boolean;
  }[];
  /** Newest first. */
  readonly commits: readonly TracedCommit[];
  readonly files: readonly TracedFile[];
  /** What was not looked at. */
  readonly unseen: readonly PartState[];
}
