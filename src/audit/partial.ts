import type { AuditLedger, AuditScope, PartState } from "../core/audit.ts";
import type { Disclosure } from "../core/disclosure.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { CommitReference, Report } from "../core/report.ts";
import type { ToldColumns } from "../history/told.ts";
import type { LiveLines } from "../trace/blame.ts";
import type { ScannedFiles } from "../trace/file-columns.ts";
import type { TicketFacts } from "../trace/tickets.ts";

/** What a folder of a shard holds. */
export const PARTIAL_FILE = "partial.gta";

/** More shards than a matrix of CI has jobs. */
export const MOST_SHARDS = 256;

/** Which part of a history's commits and files was looked at: `number` of `of`, from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** What must be the same in all partials of one audit. */
export interface PartialHead {
  /** Which code looked: version and build. */
  readonly tool: string;
  readonly asOf: string;
  readonly scope: AuditScope;
  readonly ledger: AuditLedger | null;
  readonly parts: readonly PartState[];
  /** All of the report that is not counted. */
  readonly frame: Omit<Report, "verdict" | "commits" | "keys" | "counts" | "tickets">;
  /** How many commits all shards judge together. */
  readonly commits: number;
  readonly beforeBaseline: number;
  /** Names of bots that the law exempts where there is proof. */
  readonly bots: readonly string[];
  /** How much of tickets may be shown, and whose are shown in full. */
  readonly terms: { readonly disclosure: Disclosure; readonly own: string | null };
}

/** Findings that commits share. `identity` is equal where rules said the same, whatever the tickets are called. */
export interface PartialKey {
  readonly identity: string;
  /** As they are told of the first commit that has them. */
  readonly findings: readonly JudgedFinding[];
}

/** What git confirmed of one commit. */
export interface Proof {
  readonly row: number;
  readonly kind: "revert" | "cherry-pick" | "autosquash" | "evil-merge";
  /** Full id of the other commit; null: there is none. */
  readonly target: string | null;
  /** Look-up keys of the tickets that it takes over. */
  readonly tickets: readonly string[];
}

/** The one entry of a commit whose paths nobody can tell: its trees are not here. */
export const UNTOLD = -1;

/** Changed paths: those of commit i are `entries[start[i]]` up to `start[i + 1]`, numbers into `names`, or `UNTOLD`. */
export interface PathColumns {
  readonly start: Float64Array;
  readonly entries: Float64Array;
  readonly names: readonly string[];
}

/** The commits of a partial as columns, newest first. Numbers are indexes into the tables beside them. */
export interface AuditRows {
  readonly count: number;
  /** Bytes of an object id. */
  readonly idBytes: number;
  readonly ids: Uint8Array;
  /** Seconds since 1970. */
  readonly committed: Float64Array;
  /** When a server or a forge says it was decided; NaN: neither does. Null: of none. */
  readonly recorded: Float64Array | null;
  readonly author: Float64Array;
  readonly authors: readonly string[];
  readonly key: Float64Array;
  readonly keys: readonly PartialKey[];
  /** What its own message refers to. */
  readonly named: Float64Array;
  readonly sets: readonly (readonly CommitReference[])[];
  readonly told: ToldColumns;
  /** Numbers of pull requests, as the forge tells; 0: it tells none. Null: it was not asked. */
  readonly brought: Float64Array | null;
  /** Ascending by row; a commit may have several. */
  readonly proofs: readonly Proof[];
  /** Null: not looked at. */
  readonly paths: PathColumns | null;
  /** NaN: contents are missing here. */
  readonly lines: { readonly added: Float64Array; readonly deleted: Float64Array } | null;
}

/** What one run found out, all of it or a shard. */
export interface AuditPartial {
  readonly head: PartialHead;
  readonly shard: Shard;
  readonly rows: AuditRows;
  /** The files of the tree and what stands in them; null: another shard looked, or nobody. */
  readonly tree: ScannedFiles | null;
  /** Of the shard's own files; null: nobody asked. */
  readonly blamed: LiveLines | null;
  /** By look-up key, sorted. */
  readonly tickets: readonly TicketFacts[];
}
