import type { Comment, Issue, Repository, Store, User } from "./store.ts";

/** The address of an API path on this server. */
export function api(store: Store, path: string): string {
  return `${store.base()}${path}`;
}

export function userJson(store: Store, user: User): Record<string, unknown> {
  const url = api(store, `/users/${user.login}`);
  return {
    login: user.login,
    id: user.id,
    node_id: `U_kgDO${user.id}`,
    avatar_url: `${store.origin()}/avatars/u/${user.id}?v=4`,
    gravatar_id: "",
    url,
    html_url: `${store.origin()}/${user.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

/** What only the account itself is told. */
export function ownUserJson(store: Store, user: User): Record<string, unknown> {
  return {
    ...userJson(store, user),
    name: user.name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 2,
    public_gists: 0,
    followers: 1,
    following: 1,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2026-10-01T00:00:00Z",
  };
}

export function labelJson(store: Store, name: string, at: number): Record<string, unknown> {
  const url = api(store, `/repos/acme/shop/labels/${encodeURIComponent(name)}`);
  return {
    id: at + 1,
    node_id: `LA_${at + 1}`,
    url,
    name,
    color: "d73a4a",
    default: false,
    description: null,
  };
}

function milestoneJson(store: Store, title: string, creator: User): Record<string, unknown> {
  const url = api(store, "/repos/acme/shop/milestones/1");
  return {
    url,
    html_url: `${store.origin()}/acme/shop/milestone/1`,
    labels_url: `${url}/labels`,
    id: 1,
    node_id: "MI_1",
    number: 1,
    state: "open",
    title,
    description: null,
    creator: userJson(store, creator),
    open_issues: 1,
    closed_issues: 0,
    created_at: "2026-10-01T08:00:00Z",
    updated_at: "2026-10-01T08:00:00Z",
    closed_at: null,
    due_on: null,
  };
}

function typeJson(name: string): Record<string, unknown> {
  return { id: 410, node_id: "IT_410", name, description: null, color: "red" };
}

export function issueJson(
  store: Store,
  { owner, name, id }: Repository,
  issue: Issue,
): Record<string, unknown> {
  const repository = api(store, `/repos/${owner}/${name}`);
  const url = `${repository}/issues/${issue.number}`;
  const page = `${store.origin()}/${owner}/${name}`;
  return {
    id: id * 1_000_000 + issue.number,
    node_id: `I_kwDO${id}x${issue.number}`,
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: `${page}/${issue.isPull ? "pull" : "issues"}/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.reason,
    title: issue.title,
    body: issue.body,
    user: userJson(store, issue.user),
    labels: issue.labels.map((label, at) => labelJson(store, label, at)),
    assignee: issue.assignees[0] === undefined ? null : userJson(store, issue.assignees[0]),
    assignees: issue.assignees.map((user) => userJson(store, user)),
    milestone: issue.milestone === null ? null : milestoneJson(store, issue.milestone, issue.user),
    type: issue.type === null ? null : typeJson(issue.type),
    parent_issue_url: issue.parent === null ? null : `${repository}/issues/${issue.parent}`,
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: issue.association,
    performed_via_github_app: null,
    ...(issue.isPull ? pullPart(`${repository}/pulls/${issue.number}`, `${page}/pull/${issue.number}`) : {}),
  };
}

function pullPart(url: string, page: string): Record<string, unknown> {
  const pull_request = {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: null,
  };
  return { draft: false, pull_request };
}

export function commentJson(
  store: Store,
  { owner, name }: Repository,
  { issue, comment }: { issue: Issue; comment: Comment },
): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: api(store, `/repos/${owner}/${name}/issues/comments/${comment.id}`),
    html_url: `${store.origin()}/${owner}/${name}/issues/${issue.number}#issuecomment-${comment.id}`,
    issue_url: api(store, `/repos/${owner}/${name}/issues/${issue.number}`),
    body: comment.body,
    user: userJson(store, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: "MEMBER",
    performed_via_github_app: null,
  };
}

/** A timeline entry, with its people and issues written out. */
export function eventJson(
  store: Store,
  repository: Repository,
  event: Record<string, unknown>,
): Record<string, unknown> {
  const people = Object.fromEntries(
    ["actor", "assignee", "assigner"].flatMap((key) =>
      isUser(event[key]) ? [[key, userJson(store, event[key])]] : [],
    ),
  );
  const source = repository.issues.get(Number(event.source));
  if (source === undefined) return { ...event, ...people };
  return { ...event, ...people, source: { type: "issue", issue: issueJson(store, repository, source) } };
}

export function isUser(value: unknown): value is User {
  return typeof value === "object" && value !== null && "login" in value;
}
