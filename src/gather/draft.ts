import { makersOf } from "../core/authors.ts";
import type { Commit, MessageChange } from "../core/change.ts";
import type { CommitFacts, Evidence, Waiver } from "../core/evidence.ts";
import type { Law } from "../core/law.ts";
import { asksForAuthors } from "../core/people.ts";
import { scopesOf } from "../core/scope.ts";
import type { Person } from "../core/ticket.ts";
import type { Repository } from "../git/repository.ts";
import type { Tasks } from "../tasks/store.ts";
import { globsOf } from "./globs.ts";
import { lookUp, type Sources } from "./lookups.ts";
import { type Ask, withParents } from "./parents.ts";
import { branchReferences, messageReferences, type Reader } from "./references.ts";
import { stagedClosings } from "./task-edits.ts";

/** A commit that is being written, as a hook knows it. */
export interface Draft {
  /** The message as git will store it. */
  readonly message: string;
  readonly branch: string | null;
  readonly author: Commit["author"];
  readonly parents: readonly string[];
  /** Staged paths; null: not known here. */
  readonly paths: Commit["paths"];
  /** What git confirms of a merge, revert, cherry-pick or autosquash that is under way. */
  readonly facts: CommitFacts;
}

/** What of the gate a draft needs. */
export interface Surroundings {
  readonly repo: Repository;
  tasks(): Promise<Tasks>;
  readonly law: Law;
  readonly reader: Reader;
  readonly sources: Sources;
  readonly waivers: readonly Waiver[];
  readonly defaultBranches: readonly string[];
  /** By `authorKey`, the authors whom the trusted tree's .mailmap takes for somebody else. */
  mailmap(authors: readonly Person[]): Promise<NonNullable<Evidence["authors"]>>;
  /** Decision time, RFC 3339 in UTC. */
  readonly at: string;
}

/** Evidence about a commit message: what it refers to and what the trackers say of that. */
export async function draftEvidence(draft: Draft, around: Surroundings): Promise<Evidence> {
  const { law, reader, sources, waivers, defaultBranches, at } = around;
  const references = [
    ...messageReferences(reader, draft.message, 0),
    ...(draft.branch === null ? [] : branchReferences(reader, draft.branch)),
  ];
  const ask: Ask = (wanted) => lookUp(law, sources, wanted);
  const named = await ask([...references, ...(draft.facts.inherits?.references ?? [])]);
  const lookups = await withParents(law, named, ask);
  const closed = closedTasks(lookups);
  const change = changeOf(draft);
  return {
    change,
    at,
    references,
    lookups,
    facts: [scoped(draft, law)],
    tasks: closed.size === 0 ? [] : await stagedClosings(around.repo, await around.tasks(), closed),
    waivers,
    globs: await globsOf(lookups, waivers),
    // Which files a commit changes is known for certain only once it is made; the law's own paths are judged then.
    lawPaths: [],
    defaultBranches,
    ...(asksForAuthors(law, { change: "draft", lookups })
      ? { authors: await around.mailmap(makersOf(change.commit)) }
      : {}),
  };
}

/** Canonical ids of local tasks that are found, and not open for work. */
function closedTasks(lookups: Evidence["lookups"]): ReadonlySet<string> {
  const tasks = Object.values(lookups).flatMap((lookup) =>
    lookup.status === "found" && lookup.source === "file" ? [lookup.ticket] : [],
  );
  const closed = tasks.filter(({ state, archived }) => archived || !OPEN.has(state.category));
  return new Set(closed.map(({ id }) => id));
}

const OPEN: ReadonlySet<string> = new Set(["open", "in_progress"]);

/** Paths decide here which scopes the commit falls under, and nothing else: rules that need them ask a finished commit. */
function changeOf({ message, branch, author, parents, paths }: Draft): MessageChange {
  const commit: Commit = {
    id: null,
    parents,
    author,
    committer: author,
    authoredAt: null,
    committedAt: null,
    message,
    paths,
  };
  return { kind: "commit-message", commit, branch };
}

function scoped(draft: Draft, law: Law): CommitFacts {
  if (draft.facts.exempt !== null || draft.paths === null || draft.paths.length === 0) return draft.facts;
  const { exempt } = scopesOf(law)(draft.paths.map(({ path }) => path));
  return exempt ? { ...draft.facts, exempt: { kind: "scope" } } : draft.facts;
}
