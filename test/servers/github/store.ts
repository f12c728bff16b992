import type { PullStore } from "../pull-model.ts";
import type { Objects } from "./objects.ts";
import type { Permissions } from "./permissions.ts";

/** What GitHub knows of an account. */
export interface User {
  readonly login: string;
  readonly id: number;
  readonly name: string;
  readonly type: "User" | "Bot" | "Mannequin";
}

export interface Comment {
  readonly id: number;
  readonly user: User;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** An issue or pull request: GitHub numbers both alike. */
export interface Issue {
  readonly number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  reason: string | null;
  readonly user: User;
  assignees: User[];
  labels: string[];
  type: string | null;
  readonly association: "OWNER" | "MEMBER" | "COLLABORATOR" | "CONTRIBUTOR" | "NONE";
  /** When its body was changed last, and by whom. */
  edited: { readonly at: string; readonly by: User } | null;
  milestone: string | null;
  readonly parent: number | null;
  readonly isPull: boolean;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly events: Record<string, unknown>[];
  readonly comments: Comment[];
  /** Pull requests under "Development", by number. */
  readonly closedBy: number[];
  readonly branches: string[];
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  isPrivate: boolean;
  /** How pull requests are merged, in the words of the repository's own operation; left out: squashed, as the pull request says. */
  merging?: Readonly<Record<string, boolean | string>>;
  /** Nobody who asks here may see it. */
  readonly isHidden: boolean;
  readonly issues: Map<number, Issue>;
  readonly deleted: Set<number>;
  /** Number here -> where it is now. */
  readonly moved: Map<number, { readonly to: Repository; readonly number: number }>;
}

/** Whose token it is. */
export interface Holder {
  readonly user: User;
  readonly rights: "write" | "triage" | "read" | "app";
  /** Those of an installation's token, as a workflow's `permissions:` grant them; left out: all. */
  readonly permissions?: Permissions;
  /** Requests that are left in this hour; left out: nobody counts. */
  quota?: { readonly limit: number; remaining: number };
}

/** A check run, as often as it was brought up to date. */
export interface CheckRun {
  readonly id: number;
  readonly app: User;
  readonly told: Readonly<Record<string, unknown>>;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  /** All that were ever sent: each update adds to them. */
  readonly annotations: readonly Readonly<Record<string, unknown>>[];
}

/** Everything that the server knows; every test has its own. */
export interface Store {
  /** Where its pages are. */
  readonly origin: () => string;
  /** Where its API is. */
  readonly base: () => string;
  readonly repositories: readonly Repository[];
  readonly users: readonly User[];
  /** Token -> what it may do. */
  readonly tokens: Map<string, Holder>;
  readonly problems: string[];
  /** Number of a repository -> its pull requests. */
  readonly forges: Map<number, PullStore<User>>;
  /** Number of a repository -> the bare repository that its commits are in, where it has one. */
  readonly objects: Map<number, Objects>;
  readonly checkRuns: CheckRun[];
  /** Entries that one listing of a tree tells at most; left out: GitHub's own limit. */
  mostEntries?: number;
  /** The present moment, a second later each time. */
  now(): string;
  /** A number that was not given out before. */
  next(): number;
}

export function newIssue(number: number, user: User, more: Partial<Issue> = {}): Issue {
  return {
    number,
    title: `Issue ${number}`,
    body: null,
    state: "open",
    reason: null,
    user,
    assignees: [],
    labels: [],
    type: null,
    association: "MEMBER",
    edited: null,
    milestone: null,
    parent: null,
    isPull: false,
    createdAt: "2026-10-20T08:00:00Z",
    updatedAt: "2026-11-01T09:30:00Z",
    closedAt: null,
    events: [],
    comments: [],
    closedBy: [],
    branches: [],
    ...more,
  };
}

/** What changes an issue, with the record that GitHub keeps of it. */
export function record(store: Store, issue: Issue, by: User, entry: Record<string, unknown>): void {
  const at = store.now();
  const id = store.next();
  issue.updatedAt = at;
  issue.events.push({
    id,
    node_id: `EV_${id}`,
    url: `${store.base()}/repos/acme/shop/issues/events/${id}`,
    actor: by,
    commit_id: null,
    commit_url: null,
    created_at: at,
    performed_via_github_app: null,
    ...entry,
  });
}

export function addComment(store: Store, issue: Issue, user: User, body: string): Comment {
  const at = store.now();
  const comment = { id: store.next(), user, body, createdAt: at, updatedAt: at };
  issue.comments.push(comment);
  issue.updatedAt = at;
  return comment;
}

export function close(store: Store, issue: Issue, by: User, reason: string): void {
  issue.state = "closed";
  issue.reason = reason;
  record(store, issue, by, { event: "closed", state_reason: reason });
  issue.closedAt = issue.updatedAt;
}

export function reopen(store: Store, issue: Issue, by: User): void {
  issue.state = "open";
  issue.reason = "reopened";
  issue.closedAt = null;
  record(store, issue, by, { event: "reopened", state_reason: null });
}
