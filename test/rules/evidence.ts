import type { Change, Commit, PathChange, PullRequestChange } from "../../src/core/change.ts";
import type { CommitFacts, Evidence, TaskEdit, TaskSnapshot } from "../../src/core/evidence.ts";
import type { Reference } from "../../src/core/reference.ts";
import type { Lookup, StateCategory, Ticket } from "../../src/core/ticket.ts";

/** Noon of a Monday; commits are authored then unless a table says otherwise. */
export const NOON = Date.UTC(2026, 2, 2, 12) / 1000;
export const AT = "2026-03-02T12:30:00Z";

/** Evidence that holds what a table gives and throws where a rule reads anything else: nothing passes by being absent. */
export function evidence(given: Partial<Evidence>): Evidence {
  const field = <T>(name: string, value: T | undefined): T => {
    if (value === undefined)
      throw new Error(`the rule reads evidence.${name}, which the table does not give`);
    return value;
  };
  return {
    get change() {
      return field("change", given.change);
    },
    get at() {
      return field("at", given.at);
    },
    get references() {
      return field("references", given.references);
    },
    get lookups() {
      return field("lookups", given.lookups);
    },
    get facts() {
      return field("facts", given.facts);
    },
    get tasks() {
      return field("tasks", given.tasks);
    },
    get waivers() {
      return field("waivers", given.waivers);
    },
    get globs() {
      return field("globs", given.globs);
    },
    get lawPaths() {
      return field("lawPaths", given.lawPaths);
    },
    get defaultBranches() {
      return field("defaultBranches", given.defaultBranches);
    },
    referencedBefore: given.referencedBefore ?? [],
    authors: given.authors ?? {},
    ...(given.specs === undefined ? {} : { specs: given.specs }),
    ...(given.specBlock === undefined ? {} : { specBlock: given.specBlock }),
    ...(given.approvedSpecs === undefined ? {} : { approvedSpecs: given.approvedSpecs }),
    ...(given.headPolicy === undefined ? {} : { headPolicy: given.headPolicy }),
    ...(given.merges === undefined ? {} : { merges: given.merges }),
    ...(given.decided === undefined ? {} : { decided: given.decided }),
  };
}

const ADA = { name: "Ada", email: "ada@example.test" };

export function commit(given: Partial<Commit> = {}): Commit {
  return {
    id: "a".repeat(40),
    parents: ["b".repeat(40)],
    author: ADA,
    committer: ADA,
    authoredAt: NOON,
    committedAt: NOON,
    message: "Do it",
    paths: null,
    ...given,
  };
}

/** A message that is being written. */
export function message(text: string, branch: string | null = null): Change {
  return { kind: "commit-message", branch, commit: commit({ id: null, authoredAt: null, message: text }) };
}

export function commits(...list: readonly Commit[]): Change {
  return { kind: "commits", commits: list, ref: null, complete: true };
}

export function pullRequest(...list: readonly Commit[]): PullRequestChange {
  return {
    kind: "pull-request",
    number: 12,
    author: ADA,
    base: "0".repeat(40),
    head: "1".repeat(40),
    commits: list,
    branch: "topic",
    title: "Title",
    body: "",
    complete: true,
  };
}

export function paths(...names: readonly string[]): readonly PathChange[] {
  return names.map((path) => ({ path, status: "modified", mode: "100644", oid: "c".repeat(40) }));
}

/** A reference in the subject of the first commit to a task of the remote `tasks`. */
export function reference(id: string, given: Partial<Reference> = {}): Reference {
  const wide =
    given.place === "branch" ||
    given.place === "title" ||
    given.place === "pr-body" ||
    given.place === "file";
  return {
    provider: "tasks",
    id,
    start: 0,
    end: id.length,
    role: "mentions",
    remote: "tasks",
    place: "subject",
    commit: wide ? null : 0,
    ...given,
  };
}

const NAMES: Readonly<Record<StateCategory, string>> = {
  open: "To Do",
  in_progress: "In Progress",
  done: "Done",
  canceled: "Canceled",
  unknown: "Simmering",
};

/** A task as its file tells it, in the state of a category, created a month before `NOON`. */
export function ticket(id: string, category: StateCategory = "open", given: Partial<Ticket> = {}): Ticket {
  return {
    remote: "tasks",
    id,
    key: id,
    url: null,
    title: `Title of ${id}`,
    type: null,
    state: { name: NAMES[category], category },
    project: "TASK",
    assignees: [],
    createdBy: null,
    labels: [],
    parent: null,
    createdAt: "2026-02-02",
    updatedAt: null,
    archived: false,
    movedFrom: null,
    description: "",
    criteria: [],
    affected: [],
    path: `backlog/tasks/${id.toLowerCase()}.md`,
    ...given,
  };
}

/** Look-ups by their tickets, all of them found in task files. */
export function found(...tickets: readonly Ticket[]): Evidence["lookups"] {
  return Object.fromEntries(
    tickets.map((one) => [
      `${one.remote}:${one.id}`,
      { status: "found", ticket: one, source: "file" } as const,
    ]),
  );
}

/** One look-up of a task of the remote `tasks`. */
export function lookup(id: string, answer: Lookup): Evidence["lookups"] {
  return { [`tasks:${id}`]: answer };
}

export function facts(given: Partial<CommitFacts> = {}): CommitFacts {
  return { exempt: null, unproved: null, inherits: null, evilMerge: false, root: false, ...given };
}

/** A task file's state as an edit shows it. */
export function snapshot(of: Ticket, guarded: Partial<TaskSnapshot["guarded"]> = {}): TaskSnapshot {
  return {
    id: of.id,
    ticket: of,
    guarded: { status: of.state.name, upstream: "", compliance: "", spec: "", ...guarded },
  };
}

/** What a change does to one task's file. */
export function edit(
  before: TaskSnapshot | null,
  after: TaskSnapshot | null,
  given: Partial<TaskEdit> = {},
): TaskEdit {
  const status = before === null ? "added" : after === null ? "deleted" : "modified";
  const path = (after ?? before)?.ticket.path ?? "backlog/tasks/unreadable.md";
  return { path, commit: 0, status, before, after, problems: [], ...given };
}
