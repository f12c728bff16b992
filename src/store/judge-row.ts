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

/** A message in which `ID` stands once in each of the places, in their order. */
interface Sample {
  readonly text: string;
  readonly places: readonly Place[];
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
  const { trailer } = law.sections.references;
  const isAccepted = (found: FoundTicket, spot: Spot, on: OnBranch): boolean => {
    const samples = samplesOf(spot, trailer).flatMap((parts) => [alone(parts), inCompany(parts, trailer)]);
    return samples.every((sample) => isSilent(evidenceOf({ remote, at, found, sample, on })));
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

/** What a message is made of; without an id in it where nothing is given. */
interface Parts {
  readonly subject?: string;
  readonly body?: string;
  readonly trailer?: string;
}

/** The id as inconvenient as the spot allows. */
function samplesOf(spot: Spot, trailer: string): readonly Parts[] {
  switch (spot) {
    case "subject-start":
      return [{ subject: `${ID}: do the thing` }];
    case "subject-end":
      return [{ subject: `Do the thing ${ID}` }, { subject: `Do the thing (${ID})\nand more` }];
    case "subject":
      return [{ subject: `Do the ${ID} thing` }];
    case "body":
      return [{ body: `It is ${ID} indeed.` }];
    case "named-trailer":
      return [{ trailer: `${trailer}: for ${ID} here` }];
    case "trailer":
      return [{ trailer: `X-None: for ${ID} here` }];
  }
}

function alone({ subject = "Do the thing", body, trailer }: Parts): Sample {
  const text = [subject, body, trailer].filter((part) => part !== undefined).join("\n\n");
  const places = (["subject", "body", "trailer"] as const).filter(
    (_, at) => [subject, body, trailer][at]?.includes(ID) === true,
  );
  return { text: `${text}\n`, places };
}

/** A ticket that is of no account in one place may be in the next, and a message may name it in all of them. */
function inCompany(parts: Parts, key: string): Sample {
  const subject = parts.subject ?? `Do the ${ID} thing`;
  const trailers = `X-None: for ${ID} here\n${key}: for ${ID} here`;
  return {
    text: `${subject}\n\nIt is ${ID} indeed.\n\n${trailers}\n`,
    places: ["subject", "body", "trailer", "trailer"],
  };
}

interface Question {
  readonly remote: RemoteLaw;
  readonly at: string;
  readonly found: FoundTicket;
  readonly sample: Sample;
  readonly on: OnBranch;
}

function evidenceOf({ remote, at, found, sample, on: { name, named } }: Question): Evidence {
  const { id } = found.ticket;
  const message = sample.text.replaceAll(ID, () => id);
  return {
    change: { kind: "commit-message", commit: commitOf(message), branch: name },
    at,
    references: [
      ...referencesIn(message, sample.places, id, remote),
      ...(named && name !== null ? referencesIn(name, ["branch"], id, remote) : []),
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

function referencesIn(text: string, places: readonly Place[], id: string, remote: RemoteLaw): Reference[] {
  let end = 0;
  return places.map((place) => {
    const start = text.indexOf(id, end);
    end = start + id.length;
    const commit = place === "branch" ? null : 0;
    return {
      provider: remote.grammar,
      id,
      start,
      end,
      role: "mentions",
      remote: remote.name,
      place,
      commit,
    };
  });
}
