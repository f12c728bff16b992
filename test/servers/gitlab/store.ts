import type { PullStore } from "../pull-model.ts";

/** What GitLab knows of an account. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly name: string;
}

export interface Note {
  readonly id: number;
  body: string;
  readonly author: User;
  readonly system: boolean;
  readonly createdAt: string;
  updatedAt: string;
}

/** A resource event of a state, a label or a milestone. */
export interface Event {
  readonly id: number;
  readonly user: User;
  readonly createdAt: string;
  readonly state?: string;
  readonly label?: string;
  readonly milestone?: string;
  readonly action?: "add" | "remove";
}

export interface Issue {
  readonly iid: number;
  title: string;
  description: string | null;
  state: "opened" | "closed";
  labels: string[];
  assignees: User[];
  readonly author: User;
  readonly type: string;
  readonly milestone: string | null;
  readonly epic: number | null;
  readonly iteration: string | null;
  readonly movedTo: number | null;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly notes: Note[];
  readonly events: Event[];
  /** Numbers of merge requests that will close it, and of those that speak of it. */
  readonly closedBy: readonly number[];
  readonly related: readonly number[];
}

export interface Project {
  readonly id: number;
  readonly path: string;
  readonly isPrivate: boolean;
  readonly issues: Map<number, Issue>;
}

/** What a token may do: `api` all, `read_api` read; `guest` is an account without a role, whose changes are dropped. */
export interface Token {
  readonly user: User;
  readonly scopes: readonly string[];
  readonly isGuest: boolean;
}

/** Everything that the server knows; every test has its own. */
export interface Store {
  readonly origin: () => string;
  readonly projects: readonly Project[];
  /** Former path -> present path. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly users: readonly User[];
  readonly tokens: ReadonlyMap<string, Token>;
  readonly dead: ReadonlySet<string>;
  readonly problems: string[];
  /** Number of a project -> its merge requests. */
  readonly forges: Map<number, PullStore<User>>;
  now(): string;
  next(): number;
}

export function newIssue(iid: number, author: User, more: Partial<Issue> = {}): Issue {
  return {
    iid,
    title: `Issue ${iid}`,
    description: null,
    state: "opened",
    labels: [],
    assignees: [],
    author,
    type: "issue",
    milestone: null,
    epic: null,
    iteration: null,
    movedTo: null,
    createdAt: "2026-10-20T08:00:00.000Z",
    updatedAt: "2026-11-01T09:30:00.000Z",
    closedAt: null,
    notes: [],
    events: [],
    closedBy: [],
    related: [],
    ...more,
  };
}

export function addNote(
  store: Store,
  issue: Issue,
  { author, body, system }: { author: User; body: string; system: boolean },
): Note {
  const at = store.now();
  const note = { id: store.next(), body, author, system, createdAt: at, updatedAt: at };
  issue.notes.push(note);
  issue.updatedAt = at;
  return note;
}

export function setState(store: Store, issue: Issue, by: { user: User; event: "close" | "reopen" }): void {
  const state = by.event === "close" ? "closed" : "opened";
  if (issue.state === state) return;
  const at = store.now();
  issue.state = state;
  issue.updatedAt = at;
  issue.closedAt = state === "closed" ? at : null;
  issue.events.push({
    id: store.next(),
    user: by.user,
    createdAt: at,
    state: state === "closed" ? "closed" : "reopened",
  });
}
