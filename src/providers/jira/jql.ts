import type { TicketQuery } from "../../core/tracker.ts";

/** A value in JQL: quoted, so that no word of it is read as JQL. */
export function quoted(value: string): string {
  return `"${value.replace(/[\u0000-\u001f]/g, " ").replace(/[\\"]/g, "\\$&")}"`;
}

/** Ids of Jira's fixed categories; names are translated, these are not. */
const CATEGORIES: ReadonlyMap<string, number> = new Map([
  ["open", 2],
  ["in_progress", 4],
  ["done", 3],
  ["canceled", 3],
]);

const TYPES = new Set(["epic", "story", "task", "bug", "feature", "idea", "chore", "docs", "spike", "other"]);

/** What a query is narrowed by before its tickets are judged here. */
export interface Narrowed {
  readonly query: TicketQuery;
  readonly text?: string;
  readonly projects: readonly string[] | undefined;
  readonly filter: string | undefined;
  /** The policy's map outranks Jira's categories, so these can't narrow. */
  readonly hasStatusMap: boolean;
  /** Account as JQL takes it; `@me`: whoever asks. */
  readonly account: string | null;
}

/** JQL for a query, newest or oldest change first. Never narrower than the query: what JQL can't tell is left to the reader. */
export function jqlOf(wanted: Narrowed): string {
  const { query, projects, filter, text, account } = wanted;
  const clauses = [
    projects && `project in (${projects.map(quoted).join(", ")})`,
    text && `(summary ~ ${quoted(text)} OR description ~ ${quoted(text)})`,
    stateClause(wanted),
    typeClause(query.types ?? []),
    account && (account === "@me" ? "assignee = currentUser()" : `assignee = ${quoted(account)}`),
    ...(query.labels ?? []).map((label) => `labels = ${quoted(label)}`),
    query.updatedSince && `updated >= ${quoted(dayBefore(query.updatedSince))}`,
    filter && `(${filter})`,
  ].filter((clause) => typeof clause === "string" && clause !== "");
  // Cloud refuses to list without any restriction.
  const all = clauses.length === 0 ? ['created >= "1970-01-02"'] : clauses;
  const order = query.order === "oldest-first" ? "ASC" : "DESC";
  return `${all.join(" AND ")} ORDER BY updated ${order}, key ${order}`;
}

function stateClause({ query: { states = [] }, hasStatusMap }: Narrowed): string | null {
  const categories = states.flatMap((state) => CATEGORIES.get(state) ?? []);
  const names = states.filter((state) => !CATEGORIES.has(state));
  if (states.length === 0 || names.includes("unknown") || (hasStatusMap && categories.length > 0))
    return null;
  const parts = [
    categories.length > 0 ? `statusCategory in (${[...new Set(categories)].join(", ")})` : "",
    names.length > 0 ? `status in (${names.map(quoted).join(", ")})` : "",
  ].filter(Boolean);
  return `(${parts.join(" OR ")})`;
}

function typeClause(types: readonly string[]): string | null {
  if (types.length === 0 || types.some((type) => TYPES.has(type.trim().toLowerCase()))) return null;
  return `issuetype in (${types.map(quoted).join(", ")})`;
}

/** Jira reads dates in the account's own time zone: a day earlier is early enough in all of them. */
function dayBefore(since: string): string {
  return new Date(Date.parse(since) - 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Words for a text search, without the signs that its own language gives a meaning to. */
export function searchWords(text: string): string {
  return text
    .replace(/[+\-&|!(){}[\]^~*?\\:"/']/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
