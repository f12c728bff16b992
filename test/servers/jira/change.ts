import type { Answer } from "../kit.ts";
import { adfProblem } from "./adf.ts";
import type { Issue, Jira, User } from "./state.ts";

/** An error as Jira words it. */
export function refused(
  status: number,
  messages: readonly string[],
  errors: Readonly<Record<string, string>> = {},
): Answer {
  return { status, json: { errorMessages: messages, errors } };
}

/** Writes down who changed what. */
function record(jira: Jira, issue: Issue, by: User, items: Issue["changes"][number]["items"]): void {
  const created = jira.tick();
  issue.updated = created;
  issue.changes.push({ id: jira.nextId(), created, by, items });
}

/** Puts a comment below an issue. */
export function addComment(
  jira: Jira,
  issue: Issue,
  author: string,
  body: unknown,
): Issue["comments"][number] {
  const now = jira.tick();
  const made = { id: jira.nextId(), body, author, created: now, updated: now };
  issue.comments.push(made);
  return made;
}

/** Puts an issue into another state, with the resolution that the workflow sets there. */
export function transit(jira: Jira, issue: Issue, status: string, resolution: string | null, by: User): void {
  const to = jira.statuses.find(({ name }) => name === status);
  if (to === undefined) throw new Error(`no status ${status}`);
  const from = issue.status;
  issue.status = status;
  issue.category = to.category;
  const before = issue.resolution;
  issue.resolution =
    resolution ?? (to.category.key !== "done" ? null : status === "Won't Do" ? "Won't Do" : "Done");
  const solved = { field: "resolution", from: before, to: issue.resolution };
  record(jira, issue, by, [
    { field: "status", from, to: status },
    ...(before === issue.resolution ? [] : [solved]),
  ]);
}

/** What is wrong with a text that is to be stored; null: nothing. */
export function bodyProblem({ flavour }: Jira, body: unknown): string | null {
  if (flavour === "data-center") return typeof body === "string" ? null : "data was not a String";
  if (typeof body === "string")
    return "Operation value must be an Atlassian Document (see the Atlassian Document Format)";
  return adfProblem(body) === null ? null : `INVALID_INPUT: ${adfProblem(body)}`;
}

/** Sets fields, all or none. */
export function edit(jira: Jira, issue: Issue, fields: Readonly<Record<string, unknown>>, by: User): Answer {
  const errors: Record<string, string> = {};
  const items: { field: string; from: string | null; to: string | null }[] = [];
  const acts: (() => void)[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const setter = SETTERS[name];
    if (setter === undefined) {
      errors[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
      continue;
    }
    const outcome = setter(jira, issue, value);
    if (typeof outcome === "string") errors[name] = outcome;
    else {
      items.push({ field: name, from: outcome.from, to: outcome.to });
      acts.push(outcome.act);
    }
  }
  if (Object.keys(errors).length > 0) return refused(400, [], errors);
  for (const act of acts) act();
  record(jira, issue, by, items);
  return { status: 204 };
}

type Setter = (
  jira: Jira,
  issue: Issue,
  value: unknown,
) => string | { readonly from: string | null; readonly to: string | null; act(): void };

const SETTERS: Readonly<Record<string, Setter>> = {
  summary: (_, issue, value) =>
    typeof value !== "string" || value.trim() === "" || /\n/.test(value) || value.length > 255
      ? "You must specify a summary of the issue."
      : { from: issue.summary, to: value, act: () => (issue.summary = value) },
  description: (jira, issue, value) =>
    bodyProblem(jira, value) ?? {
      from: null,
      to: null,
      act: () => {
        issue.description = value;
        issue.text = JSON.stringify(value);
      },
    },
  labels(_, issue, value) {
    if (!Array.isArray(value)) return "data was not an array";
    const labels = value.map(String);
    const bad = labels.find((label) => /\s/.test(label));
    if (bad !== undefined) return `The label '${bad}' contains spaces which is invalid.`;
    return { from: issue.labels.join(" "), to: labels.join(" "), act: () => (issue.labels = labels) };
  },
  assignee(jira, issue, value) {
    if (value === null) return { from: issue.assignee, to: null, act: () => (issue.assignee = null) };
    const wanted: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
    const id = jira.flavour === "cloud" ? wanted.accountId : wanted.name;
    const user = jira.users.find(
      ({ accountId, name }) => id === (jira.flavour === "cloud" ? accountId : name),
    );
    if (user === undefined) return "User does not exist.";
    return { from: issue.assignee, to: user.displayName, act: () => (issue.assignee = user.accountId) };
  },
};
