import type { RemoteKind } from "../core/law.ts";
import type { Person, StateCategory, Ticket, TypeCategory } from "../core/ticket.ts";

/** DSSE payload type of a ledger's header. */
export const LEDGER_TYPE = "application/vnd.golden-thread.ledger+json";

/** Largest ledger that is read: six times that of 100,000 tickets. */
export const MOST_LEDGER_BYTES = 64 * 1024 * 1024;

/** Members of rows that are written only where a rule of the law reads them; of the others a reader knows nothing. */
export const LEDGER_FIELDS = ["assignees", "authors", "by", "parent", "plan", "states"] as const;

/**
 * One of those. `authors`: who made a ticket; `by`: who let it be worked on; `plan`: releases and iteration; `states`: spans tell each
 * state apart, since not every scope allows the same ones.
 */
export type LedgerField = (typeof LEDGER_FIELDS)[number];

/** The first line of a ledger. Times are RFC 3339 in UTC, digests hex sha256. */
export interface LedgerHeader {
  readonly schemaVersion: 1;
  readonly kind: "ledger";
  /** `host/owner/repo` that it is made for. */
  readonly audience: string;
  /** One more than that of the ledger before. */
  readonly seq: number;
  readonly issuedAt: string;
  readonly expiresAt: string;
  /** Rows that follow. */
  readonly count: number;
  /** Of the parts of the policy that the rows rest on (`ledgerPolicyDigest`). */
  readonly policyDigest: string;
  /** Of everything after the second line. */
  readonly bodySha256: string;
  readonly fields: readonly LedgerField[];
  readonly remotes: readonly LedgerRemote[];
  /** Rows name states, types and people by their place in these lists. */
  readonly states: readonly { readonly name: string; readonly category: StateCategory }[];
  readonly types: readonly { readonly name: string; readonly category: TypeCategory }[];
  readonly people: readonly LedgerPerson[];
}

/** A tracker whose tickets the ledger holds. */
export interface LedgerRemote {
  readonly name: string;
  readonly kind: RemoteKind;
  /** False: only those that a query named. */
  readonly complete: boolean;
  /**
   * By project the number up to which each that no listing had was asked for, so that what is not here is not there: the highest
   * of all, or less where too many were open. The next ledger goes on from there.
   */
  readonly through: Readonly<Record<string, number>>;
  /** Ids below those numbers of which the tracker would not tell; left out: there is none. */
  readonly untold?: readonly string[];
}

/** A person that rows name; left out: what the tracker does not tell. */
export interface LedgerPerson {
  readonly name: string;
  readonly account?: string;
  readonly login?: string;
  readonly email?: string;
  readonly isBot?: true;
}

/**
 * A time in which the state allowed work: from (seconds since 1970), how many seconds it lasted (null: it goes on), the state at its end, and
 * who began it (null: not told). Without the field `states` one state that allows work after another is one span.
 */
export type LedgerSpan = readonly [number, number | null, number, (number | null)?];

/** An approval: who, when, and the digests of title, description and criteria, or the label and what was changed since. */
export type LedgerApproval =
  | { readonly by: number; readonly at: number; readonly of: readonly [string, string, string] }
  | { readonly by: number; readonly at: number; readonly label: string; readonly changed: readonly string[] };

/** One ticket. Members that say nothing are left out. Times are seconds since 1970, people places in `people`. */
export interface LedgerRow {
  /** `lookupKey(remote, id)`; rows are sorted by it, byte by byte. */
  readonly id: string;
  /** Left out: that of its last span, which goes on. */
  readonly state?: number;
  /** Null: the ticket says no type; left out: the first in the table, which most tickets have. */
  readonly type?: number | null;
  /** When the tracker last saw it changed; left out: when its last span ended, or began if it goes on. */
  readonly at?: number | null;
  readonly spans: readonly LedgerSpan[];
  /** The id that its tracker now has it under, where that is another one. */
  readonly moved?: string;
  /** Project, where the id does not tell it. */
  readonly scope?: string | null;
  /** Left out: when its first span began. */
  readonly created?: number | null;
  /** Nothing is on record of the time before. */
  readonly since?: number;
  /** When it was made, where it did not allow work until its first span; left out: it did from the beginning. */
  readonly begins?: number;
  readonly archived?: true;
  /** Those that the policy names. */
  readonly labels?: readonly string[];
  readonly excludedBy?: string;
  readonly risk?: NonNullable<Ticket["risk"]>;
  /** Its author has no rights where anybody may open a ticket; and accounts with rights that took it up. */
  readonly outsider?: true;
  readonly vouchers?: readonly number[];
  readonly author?: number;
  readonly assignees?: readonly number[];
  readonly parent?: string;
  readonly versions?: readonly string[];
  readonly iteration?: string | null;
  readonly snapshot?: readonly [string, string, string];
  readonly approvals?: readonly LedgerApproval[];
  readonly untold?: NonNullable<Ticket["untold"]>;
}

/** A person as a ledger's table has them. */
export function ledgerPerson({ name, account, login, email, isBot }: Person): LedgerPerson {
  return {
    name,
    ...(account === undefined ? {} : { account }),
    ...(login === undefined ? {} : { login }),
    ...(email === "" ? {} : { email }),
    ...(isBot === undefined ? {} : { isBot }),
  };
}
