import type { Person } from "./ticket.ts";

/** Parts of a ticket that an approval is bound to. State and assignees are none: work changes them. */
export const SNAPSHOT_FIELDS = ["title", "description", "criteria"] as const;

/** One of those parts. */
export type SnapshotField = (typeof SNAPSHOT_FIELDS)[number];

/** What stands in each part: hex sha256 of its normalised Markdown. */
export type Snapshot = Readonly<Record<SnapshotField, string>>;

/** Somebody's word on the ticket itself that it may be worked on. Whether they may give it is the policy's to say. */
export interface Approval {
  readonly by: Person;
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** A comment holds what was approved; of a label the tracker's history tells which parts were changed since it was set. */
  readonly of:
    | { readonly kind: "comment"; readonly snapshot: Snapshot }
    | { readonly kind: "label"; readonly label: string; readonly changed: readonly SnapshotField[] };
}
