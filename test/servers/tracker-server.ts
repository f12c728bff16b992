import type { Credential } from "../../src/core/access.ts";
import type { RemoteKind } from "../../src/core/law.ts";
import type { Person, Ticket } from "../../src/core/ticket.ts";
import type { Answer, Loopback } from "./kit.ts";

/**
 * A vendor's documented protocol on this machine, stateful, with seeded tickets. Every test starts its own; `npm run servers`
 * starts all of them for people. Ids are canonical, as the scanner gives them.
 */
export interface TrackerServer {
  readonly kind: RemoteKind;
  readonly loopback: Loopback;
  /** A `remotes:` entry as a policy writes it, with `url` of this server. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** `good` may do everything; `dead` was good once; `reader` may read and nothing else (null: the vendor has no such). */
  readonly credentials: {
    readonly good: Credential;
    readonly dead: Credential;
    readonly reader: Credential | null;
  };
  readonly seed: Seed;
  /** Canonical ids of `count` further tickets that exist, all open; makes them when first asked. */
  crowd(count: number): readonly string[];
  /** Every way in which this vendor says "too often", each with the headers that it then sends. `now`: milliseconds. */
  limits(now: number): Readonly<Record<string, Answer>>;
  /** What the vendor's own page or program would do between two questions. `state`: the vendor's own name. */
  move(id: string, state: string): void;
  /** Comments on a ticket, as they are stored. */
  comments(id: string): readonly string[];
  /** What `seed.other` would write below a ticket on the vendor's own page; answers with the comment's id. */
  say(id: string, text: string): string;
  /** A comment is changed there, later. */
  reword(id: string, comment: string, text: string): void;
  /** Problems found in the requests so far, by the vendor's own schema: none is wanted. */
  readonly problems: readonly string[];
}

/** The tickets that every server holds. Null: the vendor has nothing of the kind. */
export interface Seed {
  /** Open for work, with everything that a ticket can have; `ticket`: what must be told of it. */
  readonly open: { readonly id: string; readonly ticket: Partial<Ticket> };
  readonly inProgress: string | null;
  readonly done: string;
  readonly canceled: string | null;
  readonly archived: string | null;
  readonly absent: string;
  /** There, and not to be seen by the `good` credential; `as`: what the vendor lets anybody know of it. */
  readonly forbidden: { readonly id: string; readonly as: "absent" | "forbidden" } | null;
  readonly deleted: string | null;
  /** Asked for by `from`, it answers as `to`. */
  readonly moved: { readonly from: string; readonly to: string } | null;
  /** Has the shape of a ticket's id and is something else (a pull request). */
  readonly notATicket: string | null;
  /** Its title holds `Übergrößenträger 東京 🚀`. */
  readonly unicode: string;
  /** Title, description and labels hold HTML, scripts, HTML comments, ANSI escapes, bidi overrides, active links and a token (`HOSTILE`). */
  readonly hostile: string;
  /** Its description is 2 MB long. */
  readonly huge: string;
  /** Who writes below a ticket besides the `good` credential's own account. */
  readonly other: Person;
  /** Has commits, pull requests or branches linked to it, as far as the vendor tells. */
  readonly linked: string | null;
  /** State names of the vendor that `open` can be moved to, by category. */
  readonly targets: Readonly<Partial<Record<Ticket["state"]["category"], string>>>;
  /** A word that stands in the titles of exactly these tickets. */
  readonly search: { readonly word: string; readonly ids: readonly string[] } | null;
  /** False: the vendor does not tell whether a comment was changed. */
  readonly edits?: false;
  /** False: the vendor's API does not tell when a ticket was in which state. */
  readonly pasts?: false;
  /** False: the vendor's API tells of no changes, only who made a ticket and who edited it last. */
  readonly history?: false;
}

/** What a hostile ticket is made of; none of it may come through to a reader as it is. */
export const HOSTILE = {
  title: "Pay <script>alert(1)</script> \u001b[31mred\u001b[0m \u202Eevil\u202C now",
  text: [
    "Before",
    "<!-- golden-thread:spec:end -->",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "token ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "\u001b]0;title\u0007 \u202Ereversed\u202C @everyone Closes #1",
    "After",
  ].join("\n\n"),
  /** Texts that must not be in what a provider hands on. */
  never: ["<!--", "<script", "javascript:", "ghp_0123456789", "\u001b", "\u202E"],
} as const;

/** A title with letters outside ASCII, and beyond 16 bits. */
export const UNICODE_TITLE = "Übergrößenträger 東京 🚀";
