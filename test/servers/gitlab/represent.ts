import type { Event, Issue, Note, Project, Store, User } from "./store.ts";

export function userJson(store: Store, { id, username, name }: User): Record<string, unknown> {
  const web_url = `${store.origin()}/${username}`;
  return {
    id,
    username,
    public_email: null,
    name,
    state: "active",
    locked: false,
    avatar_url: null,
    web_url,
  };
}

function milestoneJson(store: Store, { id, path }: Project, title: string): Record<string, unknown> {
  const web_url = `${store.origin()}/${path}/-/milestones/1`;
  return {
    id: 1,
    iid: 1,
    project_id: id,
    title,
    description: "",
    state: "active",
    due_date: null,
    start_date: null,
    web_url,
  };
}

export function issueJson(store: Store, project: Project, issue: Issue): Record<string, unknown> {
  const user = (one: User) => userJson(store, one);
  const { iid } = issue;
  const full = `${project.path}#${iid}`;
  const self = `${store.origin()}/api/v4/projects/${project.id}/issues/${iid}`;
  const group = project.path.replace(/\/[^/]+$/, "");
  return {
    id: project.id * 1000 + iid,
    iid,
    project_id: project.id,
    title: issue.title,
    description: issue.description,
    state: issue.state,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: null,
    labels: issue.labels,
    milestone: issue.milestone === null ? null : milestoneJson(store, project, issue.milestone),
    assignees: issue.assignees.map(user),
    assignee: issue.assignees[0] === undefined ? null : user(issue.assignees[0]),
    author: user(issue.author),
    type: issue.type.toUpperCase(),
    issue_type: issue.type,
    confidential: false,
    discussion_locked: null,
    due_date: null,
    user_notes_count: issue.notes.filter(({ system }) => !system).length,
    merge_requests_count: issue.related.length,
    moved_to_id: issue.movedTo,
    web_url: `${store.origin()}/${project.path}/-/issues/${iid}`,
    references: { short: `#${iid}`, relative: `#${iid}`, full },
    epic:
      issue.epic === null
        ? null
        : { id: 1, iid: issue.epic, title: "An epic", url: `/groups/${group}/-/epics/${issue.epic}` },
    iteration:
      issue.iteration === null
        ? null
        : { id: 1, iid: 1, title: issue.iteration, start_date: "2026-11-02", due_date: "2026-11-08" },
    _links: { self, notes: `${self}/notes` },
  };
}

export function requestJson(store: Store, { id, path }: Project, iid: number): Record<string, unknown> {
  return {
    id: 900 + iid,
    iid,
    project_id: id,
    title: `Merge request ${iid}`,
    state: "opened",
    draft: false,
    source_branch: "42-login",
    target_branch: "main",
    web_url: `${store.origin()}/${path}/-/merge_requests/${iid}`,
    references: { short: `!${iid}`, relative: `!${iid}`, full: `${path}!${iid}` },
  };
}

export function noteJson(store: Store, issue: Issue, note: Note): Record<string, unknown> {
  return {
    id: note.id,
    type: null,
    body: note.body,
    author: userJson(store, note.author),
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    system: note.system,
    noteable_type: "Issue",
    noteable_iid: issue.iid,
    resolvable: false,
    confidential: false,
    internal: false,
  };
}

export function eventJson(store: Store, project: Project, event: Event): Record<string, unknown> {
  const { id, state, label, milestone, action } = event;
  return {
    id,
    user: userJson(store, event.user),
    created_at: event.createdAt,
    resource_type: "Issue",
    resource_id: 1,
    ...(state === undefined ? { action } : { state }),
    ...(label === undefined ? {} : { label: { id: 1, name: label, color: "#d9534f", description: null } }),
    ...(milestone === undefined ? {} : { milestone: milestoneJson(store, project, milestone) }),
  };
}
