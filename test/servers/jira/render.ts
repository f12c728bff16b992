import type { Category, Change, Issue, Jira, User } from "./state.ts";

/** The fields of an issue that this server knows, each as the product writes it. */
export const FIELDS: Readonly<Record<string, (jira: Jira, issue: Issue, origin: string) => unknown>> = {
  summary: (_, issue) => issue.summary,
  description: (_, issue) => issue.description,
  issuetype: (jira, { type }) => ({
    id: String(10000 + jira.types.indexOf(type)),
    name: type,
    subtask: type === "Sub-task",
  }),
  status: (jira, { status }, origin) => renderStatus(jira, status, origin),
  resolution: (_, { resolution }) => (resolution === null ? null : { id: "10000", name: resolution }),
  assignee: (jira, { assignee }, origin) => renderUser(jira, userBy(jira, assignee), origin),
  creator: (jira, { creator }, origin) => renderUser(jira, userBy(jira, creator), origin),
  reporter: (jira, { creator }, origin) => renderUser(jira, userBy(jira, creator), origin),
  labels: (_, { labels }) => labels,
  project: (_, { project }) => ({ id: "10000", key: project, name: project, projectTypeKey: "software" }),
  parent: (_, { parent }) => (parent === null ? undefined : { id: "1", key: parent, fields: {} }),
  fixVersions: (_, { versions }) => versions.map((name, at) => ({ id: String(at), name, released: false })),
  created: (_, { created }) => created,
  updated: (_, { updated }) => updated,
  archiveddate: (_, { archived }) => archived ?? undefined,
};

/** An issue with the named fields only. */
export function renderIssue(jira: Jira, issue: Issue, fields: readonly string[], origin: string) {
  const version = jira.flavour === "cloud" ? 3 : 2;
  return {
    expand: "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    id: issue.id,
    self: `${origin}/rest/api/${version}/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(fields.map((name) => [name, FIELDS[name]?.(jira, issue, origin)])),
  };
}

/** A state with its category. */
export function renderStatus(jira: Jira, name: string, origin: string) {
  const status = jira.statuses.find((one) => one.name === name);
  const category: Category | undefined = status?.category;
  return {
    self: `${origin}/rest/api/2/status/${status?.id ?? ""}`,
    id: status?.id,
    name,
    description: "",
    statusCategory: { ...category, self: `${origin}/rest/api/2/statuscategory/${category?.id ?? ""}` },
  };
}

/** A person: Cloud hides addresses and has account ids, Data Center has logins and keys. */
export function renderUser({ flavour }: Jira, user: User | null, origin: string, withAddress = false) {
  if (user === null) return null;
  const { accountId, key, name, displayName, emailAddress } = user;
  const common = { displayName, active: true, timeZone: "Europe/Paris" };
  if (flavour === "data-center")
    return { self: `${origin}/rest/api/2/user?username=${name}`, name, key, emailAddress, ...common };
  return {
    self: `${origin}/rest/api/3/user?accountId=${accountId}`,
    accountId,
    accountType: "atlassian",
    ...common,
    ...(withAddress ? { emailAddress } : {}),
  };
}

/** One entry of a changelog. */
export function renderChange(jira: Jira, { id, created, by, items }: Change, origin: string) {
  return {
    id,
    author: renderUser(jira, by, origin),
    created,
    items: items.map(({ field, from, to }) => ({
      field,
      fieldtype: "jira",
      fieldId: field,
      from: field === "status" ? statusId(jira, from) : from,
      fromString: from,
      to: field === "status" ? statusId(jira, to) : to,
      toString: to,
    })),
  };
}

/** Data Center's changelog, whole. */
export function renderChangelog(jira: Jira, { changes }: Issue, origin: string) {
  const histories = changes.map((change) => renderChange(jira, change, origin));
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}

/** A changelog tells states by their ids, and by the names that they had. */
function statusId({ statuses }: Jira, name: string | null): string | null {
  return statuses.find((one) => one.name === name)?.id ?? null;
}

/** A comment. */
export function renderComment(
  jira: Jira,
  { id, body, author, created, updated }: Issue["comments"][number],
  origin: string,
) {
  const user = renderUser(jira, userBy(jira, author), origin);
  return { self: `${origin}/comment/${id}`, id, author: user, updateAuthor: user, body, created, updated };
}

function userBy({ users }: Jira, accountId: string | null): User | null {
  return users.find((user) => user.accountId === accountId) ?? null;
}
