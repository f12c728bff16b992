/** A ticket as its tracker (or its Markdown file) tells it: a fact, in one vocabulary for every provider. */

import type { Approval, Snapshot } from "./approval.ts";
import type { Past } from "./past.ts";

/** What kind of work a ticket is, whatever its tracker calls it. `other`: the tracker has a type that maps to none. */
export type TypeCategory =
  | "epic"
  | "story"
  | "task"
  | "bug"
  | "feature"
  | "idea"
  | "chore"
  | "docs"
  | "spike"
  | "other";

/** Where a ticket stands. `unknown`: the state's name is in no map; it is never taken for an allowed one. */
export type StateCategory = "open" | "in_progress" | "done" | "canceled" | "unknown";

/** How much harm the work may do, as the ticket says. */
export type Risk = "low" | "medium" | "high" | "critical";

/** A person as git or a tracker names them. `account` is the tracker's or forge's stable id, where there is one. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly account?: string;
  /** A handle that no two accounts of the tracker bear, where `name` is not one. */
  readonly login?: string;
}

/** A work item in the one vocabulary for all trackers; only fields that a rule or report reads. */
export interface Ticket {
  /** Name of the remote in the policy that told it. */
  readonly remote: string;
  /** Canonical id in its grammar: `PROJ-1`, `owner/repo#12`, `TASK-7`. */
  readonly id: string;
  /** The id as people write it. */
  readonly key: string;
  readonly url: string | null;
  readonly title: string;
  /** Null: the ticket says no type. */
  readonly type: { readonly name: string; readonly category: TypeCategory } | null;
  readonly state: { readonly name: string; readonly category: StateCategory };
  readonly project: string | null;
  readonly assignees: readonly Person[];
  readonly createdBy: Person | null;
  readonly labels: readonly string[];
  readonly parent: string | null;
  /** RFC 3339 in UTC, or a date alone where the source gives no time; null where it gives none. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly archived: boolean;
  /** The id that it was asked for by, where the tracker now has it under another. */
  readonly movedFrom: string | null;
  /** Markdown, sanitised. Empty in compiled indexes, which keep only what rules read. */
  readonly description: string;
  readonly criteria: readonly { readonly text: string; readonly done: boolean }[];
  /** Paths, folders or globs that the ticket says it touches, root-relative with `/`; empty: it says nothing. */
  readonly affected: readonly string[];
  /** Where a local task's file stands, root-relative; null for a tracker's ticket. */
  readonly path: string | null;
  /** Releases that it is planned for (Jira's fixVersions, a milestone); left out: the tracker tells of none. */
  readonly versions?: readonly string[];
  /** Iteration, sprint or cycle that it is planned in; null: none; left out: the tracker tells of none. */
  readonly iteration?: string | null;
  /** Fields whose emptiness says nothing, since the tracker does not tell them. */
  readonly untold?: readonly ("assignees" | "parent" | "approvals" | "snapshot")[];
  /** The remote's own `filter`, where the ticket is not in it. */
  readonly excludedBy?: string;
  /** From a field of its own; labels such as `risk:high` are read beside it. */
  readonly risk?: Risk;
  /** Digests of what an approval is bound to; left out: nobody asked for them. */
  readonly snapshot?: Snapshot;
  /** Approvals by whomever, oldest first; left out: nobody asked for them. */
  readonly approvals?: readonly Approval[];
  /** Its states up to now; left out: nobody asked for them. */
  readonly past?: Past;
  /** How it came in, where anybody at all may open one; left out: its author has rights there, or only such people can. */
  readonly origin?: Origin;
}

/** Who stands behind a ticket of a tracker that is open to the public. */
export interface Origin {
  /** Its author has no rights of their own there. */
  readonly outsider: boolean;
  /** Accounts with rights, not its author, that assigned, labelled or planned it. */
  readonly vouchers: readonly Person[];
}

/** Absence, refusal and failure are different things; only the first three tell something about the ticket. */
export type Lookup =
  | {
      readonly status: "found";
      readonly ticket: Ticket;
      readonly source: "api" | "ledger" | "file";
      /** When the tracker told it, RFC 3339 in UTC; left out: for this very verdict. */
      readonly asOf?: string;
      /** Older than the policy calls fresh, and the tracker could not be asked again. */
      readonly stale?: true;
    }
  /** A task file that only the change itself brings (see `authorise.new_tasks`): a claim, not yet a fact. */
  | { readonly status: "claimed"; readonly ticket: Ticket }
  /** `detail`: what is there instead (a pull request), or what became of it. */
  | { readonly status: "absent"; readonly detail?: string }
  | { readonly status: "forbidden"; readonly detail: string }
  /** `fix`: the command that mends it. */
  | { readonly status: "credentials"; readonly detail: string; readonly fix?: string }
  | { readonly status: "unavailable"; readonly detail: string };

/** The key of a look-up: two remotes may both have `PROJ-1`. */
export function lookupKey(remote: string, id: string): string {
  return `${remote}:${id}`;
}
