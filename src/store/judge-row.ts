import type { Commit } from "../core/change.ts";
import { evaluate } from "../core/evaluate.ts";
import type { Evidence } from "../core/evidence.ts";
import type { Law, RemoteLaw } from "../core/law.ts";
import type { Place, Reference } from "../core/reference.ts";
import type { Rule } from "../core/rule.ts";
import { type Lookup, lookupKey, type Ticket } from "../core/ticket.ts";
import { SPOTS, type Spot } from "./compiled.ts";

/** A ticket as its look-up tells it. */
export interface FoundTicket {
  readonly ticket: Ticket;
  readonly source: Extract<Lookup, { status: "found" }>["source"];
}

/** Asks the rules themselves about messages that name one ticket, so that the index can't answer otherwise than they. */
export interface RowJudge {
  /**
   * Spots in a message where naming this ticket is accepted without a word to the user, on a branch that names the
   * ticket as well as on a detached HEAD. What holds for one accepted ticket holds for all.
   */
  spots(found: FoundTicket): readonly Spot[];
  /** Whether this ticket is accepted at one of those spots. */
  accepts(found: FoundTicket, spot: Spot): boolean;
  /** Whether it still is on a branch of this name, in which no ticket is found. */
  acceptsBranch(found: FoundTicket, spot: Spot, branch: string): boolean;
}

interface Sample {
  readonly place: Place;
  /** Texts in which `ID` stands as inconveniently as the spot allows. */
  readonly texts: readonly string[];
}

const ID = "{id}";

const NOBODY: Commit["author"] = { name: "", email: "" };

/** Where a commit is made, as far as rules look at it. `named`: the branch names the ticket. */
interface OnBranch {
  readonly name: string | null;
  readonly named: boolean;
}

const DETACHED: OnBranch = { name: null, named: false };

/** `remote`: the one that the tickets belong to. `at`: decision time, RFC 3339 in UTC. */
export function rowJudge(law: Law, rules: readonly Rule[], remote: RemoteLaw, at: string): RowJudge {
  const isSilent = (evidence: Evidence): boolean =>
    evaluate(evidence, law, rules).every(({ outcome, waiver }) => isQuiet(outcome) && waiver === undefined);
  const isAccepted = (found: FoundTicket, spot: Spot, on: OnBranch): boolean => {
    const { place, texts } = sampleOf(spot, law.sections.references.trailer);
    return texts.every((text) => isSilent(evidenceOf({ remote, at, found, place, text, on })));
  };
  const onBranch = (found: FoundTicket, spot: Spot): boolean =>
    isAccepted(found, spot, { name: `x/${found.ticket.id}`, named: true });
  return {
    spots: (found) => SPOTS.filter((spot) => isAccepted(found, spot, DETACHED) && onBranch(found, spot)),
    accepts: (found, spot) => isAccepted(found, spot, DETACHED),
    acceptsBranch: (found, spot, name) => isAccepted(found, spot, { name, named: false }),
  };
}

function isQuiet(outcome: string): boolean {
  return outcome === "pass" || outcome === "skip";
}

function sampleOf(spot: Spot, trailer: string): Sample {
  switch (spot) {
    case "subject-start":
      return { place: "subject", texts: [`${ID}: do the thing\n`] };
    case "subject-end":
      return { place: "subject", texts: [`Do the thing ${ID}\n`, `Do the thing (${ID})\nand more\n`] };
    case "subject":
      return { place: "subject", texts: [`Do the ${ID} thing\n`] };
    case "body":
      return { place: "body", texts: [`Do the thing\n\nIt is ${ID} indeed.\n`] };
    case "named-trailer":
      return { place: "trailer", texts: [`Do the thing\n\n${trailer}: for ${ID} here\n`] };
    case "trailer":
      return { place: "trailer", texts: [`Do the thing\n\nX-None: for ${ID} here\n`] };
  }
}

interface Question {
  readonly remote: RemoteLaw;
  readonly at: string;
  readonly found: FoundTicket;
  readonly place: Place;
  readonly text: string;
  readonly on: OnBranch;
}

function evidenceOf({ remote, at, found, place, text, on: { name, named } }: Question): Evidence {
  const { id } = found.ticket;
  const message = text.replace(ID, () => id);
  return {
    change: { kind: "commit-message", commit: commitOf(message), branch: name },
    at,
    references: [
      referenceIn(message, place, id, remote),
      ...(named && name !== null ? [referenceIn(name, "branch", id, remote)] : []),
    ],
    lookups: { [lookupKey(remote.name, id)]: { status: "found", ...found } },
    facts: [{ exempt: null, unproved: null, inherits: null, evilMerge: false, root: false }],
    tasks: [],
    waivers: [],
    globs: {},
    lawPaths: [],
    // Which branch is the default one is no part of the index.
    defaultBranches: [],
  };
}

function commitOf(message: string): Commit {
  const nobody = { author: NOBODY, committer: NOBODY, authoredAt: null, committedAt: null };
  return { id: null, parents: [], message, paths: null, ...nobody };
}

function referenceIn(text: string, place: Place, id: string, remote: RemoteLaw): Reference {
  const start = text.indexOf(id);
  return {
    provider: remote.grammar,
    id,
    start,
    end: start + id.length,
    role: "mentions",
    remote: remote.name,
    place,
    commit: place === "branch" ? null : 0,
  };
}
