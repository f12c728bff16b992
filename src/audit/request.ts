import type { AuditPart } from "../core/audit.ts";
import type { DoorPlace } from "../core/law.ts";
import type { GateOptions } from "../gate.ts";
import type { Progress } from "../history/read.ts";
import type { Shard } from "./partial.ts";

/** Which history is audited, as of when, and how far it is looked into. */
export interface AuditRequest {
  /** `A..B`, or a revision; null: all that is reachable from `ref`. */
  readonly range: string | null;
  /** Name of the ref that is audited; null: HEAD. */
  readonly ref: string | null;
  /** RFC 3339 in UTC: only commits from then on are counted; null: all. */
  readonly since: string | null;
  /** RFC 3339 in UTC; null: now, cut to the second. */
  readonly asOf: string | null;
  /** Null: what is asked by default. */
  readonly parts: ReadonlySet<AuditPart> | null;
  /** Parts that are looked at beside these. */
  readonly more?: ReadonlySet<AuditPart>;
  /** Parts that are left out all the same. */
  readonly without?: ReadonlySet<AuditPart>;
  /** A revision whose tree has the law; left out: the tree that the gate trusts. */
  readonly policyRef?: string;
  readonly place: DoorPlace;
  /** On what other terms the gate is opened. */
  readonly terms?: Pick<GateOptions, "overrides" | "home" | "trees" | "bringRef" | "policyFile">;
  /** Full name of the ref under which the range is known, where the repository at hand has none such. */
  readonly refName?: string;
  /** Whether only those let in read the repository; left out: nobody knows, and it counts as public. */
  readonly isPrivate?: boolean | null;
  /** Left out: all of it. */
  readonly shard?: Shard;
  readonly progress?: Progress;
}
