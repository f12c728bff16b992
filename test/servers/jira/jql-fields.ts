import type { Issue, Jira } from "./state.ts";

/** A field of JQL. */
export interface Field {
  readonly name: string;
  readonly kind: "key" | "text" | "date" | "value";
  values(issue: Issue): readonly string[];
  /** The value as `values` gives it; null: there is no such. */
  resolve(value: string, jira: Jira): string | null;
}

const asIs = (value: string) => value;
const field = (
  name: string,
  kind: Field["kind"],
  values: Field["values"],
  resolve: Field["resolve"] = asIs,
): Field => ({ name, kind, values, resolve });

const KEY = field(
  "key",
  "key",
  (issue) => [issue.key],
  (value, jira) => jira.find(value)?.key ?? null,
);
const TYPE = field(
  "issuetype",
  "value",
  (issue) => [issue.type],
  (value, jira) => jira.types.find((one) => one.toLowerCase() === value.toLowerCase()) ?? null,
);

/** Names of the fields that the documentation of JQL has, as far as anybody may use them here. */
export const FIELDS: Readonly<Record<string, Field>> = {
  key: KEY,
  issuekey: KEY,
  issue: KEY,
  id: field(
    "id",
    "key",
    (issue) => [issue.id],
    (value, jira) => (jira.find(value) === null ? null : value),
  ),
  issuetype: TYPE,
  type: TYPE,
  project: field(
    "project",
    "value",
    (issue) => [issue.project],
    (value, jira) => jira.projects.find((one) => one.toLowerCase() === value.toLowerCase()) ?? null,
  ),
  status: field(
    "status",
    "value",
    (issue) => [issue.status],
    (value, jira) =>
      jira.statuses.find(({ name }) => name.toLowerCase() === value.toLowerCase())?.name ?? null,
  ),
  statuscategory: field(
    "statusCategory",
    "value",
    (issue) => [String(issue.category.id)],
    (value, jira) => {
      const known = jira.statuses.map(({ category }) => category);
      const found = known.find(({ id, name, key }) =>
        [String(id), name, key].some((one) => one.toLowerCase() === value.toLowerCase()),
      );
      return found === undefined ? null : String(found.id);
    },
  ),
  assignee: field(
    "assignee",
    "value",
    (issue) => (issue.assignee === null ? [] : [issue.assignee]),
    (value, jira) => jira.userNamed(value)?.accountId ?? null,
  ),
  labels: field("labels", "value", (issue) => issue.labels),
  priority: field("priority", "value", () => []),
  resolution: field("resolution", "value", (issue) => (issue.resolution === null ? [] : [issue.resolution])),
  summary: field("summary", "text", (issue) => [issue.summary]),
  description: field("description", "text", (issue) => [issue.text]),
  text: field("text", "text", (issue) => [issue.summary, issue.text]),
  created: field("created", "date", (issue) => [issue.created]),
  updated: field("updated", "date", (issue) => [issue.updated]),
};
