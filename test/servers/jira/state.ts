import type { Flavour } from "./flavour.ts";

/** One of Jira's fixed categories of states. */
export interface Category {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly colorName: string;
}

/** A person with what both products know of them. */
export interface User {
  readonly accountId: string;
  readonly key: string;
  readonly name: string;
  readonly displayName: string;
  readonly emailAddress: string;
}

/** One entry of an issue's history. */
export interface Change {
  readonly id: string;
  readonly created: string;
  readonly by: User;
  readonly items: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** An issue as the server keeps it. */
export interface Issue {
  readonly id: string;
  key: string;
  readonly oldKeys: readonly string[];
  summary: string;
  /** A document on Cloud, wiki markup on Data Center. */
  description: unknown;
  /** What a text search reads. */
  text: string;
  type: string;
  status: string;
  category: Category;
  resolution: string | null;
  assignee: string | null;
  creator: string;
  labels: readonly string[];
  project: string;
  parent: string | null;
  versions: readonly string[];
  created: string;
  updated: string;
  archived: string | null;
  deleted: boolean;
  readonly changes: Change[];
  readonly comments: {
    readonly id: string;
    body: unknown;
    readonly author: string;
    readonly created: string;
    updated: string;
  }[];
  readonly links: {
    readonly id: number;
    readonly globalId: string;
    readonly relationship: string;
    readonly object: { readonly url: string; readonly title: string };
  }[];
  readonly pulls: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly branch: string;
    readonly repository: string;
  }[];
}

/** A way from one state to another. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  /** States that it leads away from; null: all. */
  readonly from: readonly string[] | null;
  readonly needsResolution: boolean;
}

/** All that one server holds. */
export interface Jira {
  readonly flavour: Flavour;
  readonly issues: Issue[];
  readonly users: readonly User[];
  readonly projects: readonly string[];
  readonly types: readonly string[];
  readonly statuses: readonly { readonly id: string; readonly name: string; readonly category: Category }[];
  readonly transitions: readonly Transition[];
  readonly resolutions: readonly string[];
  /** By key in any case, an old key, or the number; null: there is none. */
  find(idOrKey: string): Issue | null;
  userNamed(name: string): User | null;
  /** Time of the next change: each a second after the last. */
  tick(): string;
  nextId(): string;
}

const NEW: Category = { id: 2, key: "new", name: "To Do", colorName: "blue-gray" };
const DOING: Category = { id: 4, key: "indeterminate", name: "In Progress", colorName: "yellow" };
const DONE: Category = { id: 3, key: "done", name: "Done", colorName: "green" };

/** An empty Jira with its users, types, states and workflow. */
export function emptyJira(flavour: Flavour): Jira {
  const issues: Issue[] = [];
  let time = Date.parse("2026-11-20T10:00:00Z");
  let id = 10500;
  const users = [MIA, ROB];
  return {
    flavour,
    issues,
    users,
    projects: ["PROJ", "CORE", "SECRET"],
    types: ["Epic", "Story", "Task", "Bug", "Sub-task"],
    statuses: [
      { id: "10000", name: "To Do", category: NEW },
      { id: "3", name: "In Progress", category: DOING },
      { id: "10001", name: "In Review", category: DOING },
      { id: "10002", name: "Done", category: DONE },
      { id: "10003", name: "Released", category: DONE },
      { id: "10004", name: "Won't Do", category: DONE },
    ],
    transitions: [
      { id: "11", name: "Back to backlog", to: "To Do", from: null, needsResolution: false },
      { id: "21", name: "Start", to: "In Progress", from: null, needsResolution: false },
      { id: "31", name: "Review", to: "In Review", from: ["In Progress"], needsResolution: false },
      { id: "41", name: "Release", to: "Released", from: null, needsResolution: true },
      { id: "51", name: "Finish", to: "Done", from: null, needsResolution: false },
      { id: "61", name: "Give up", to: "Won't Do", from: null, needsResolution: false },
    ],
    resolutions: ["Done", "Won't Do", "Duplicate"],
    find: (wanted) =>
      issues.find(
        ({ id: number, key, oldKeys, deleted }) =>
          !deleted && [number, key, ...oldKeys].some((one) => one.toLowerCase() === wanted.toLowerCase()),
      ) ?? null,
    userNamed: (name) =>
      users.find((user) => Object.values(user).some((one) => one.toLowerCase() === name.toLowerCase())) ??
      null,
    tick: () => {
      time += 1000;
      return jiraTime(time);
    },
    nextId: () => String(++id),
  };
}

/** A time as Jira writes it. */
export function jiraTime(time: number): string {
  return new Date(time).toISOString().replace("Z", "+0000");
}

/** Whose tokens the good and the dead one are. */
export const MIA: User = {
  accountId: "5b10a2844c20165700ede21g",
  key: "JIRAUSER10100",
  name: "mkrystof",
  displayName: "Mia Krystof",
  emailAddress: "mia@example.com",
};

/** Who may read and nothing else. */
export const ROB: User = {
  accountId: "5b10ac8d82e05b22cc7d4ef5",
  key: "JIRAUSER10101",
  name: "rreader",
  displayName: "Rob Reader",
  emailAddress: "rob@example.com",
};
