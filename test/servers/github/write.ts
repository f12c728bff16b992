import type { Answer } from "../kit.ts";
import { commentJson, issueJson } from "./represent.ts";
import { type Ask, invalid, NOT_FOUND, refusal } from "./rest.ts";
import { addComment, close, type Issue, type Repository, record, reopen, type User } from "./store.ts";

type Body = Readonly<Record<string, unknown>>;

/** Who may change an issue: nobody without a token, no reader. `page`: of the documentation. */
export function refused({ asker }: Ask, page: string): Answer | null {
  if (asker.user === null) return refusal(401, "Requires authentication", page);
  if (asker.rights !== "read") return null;
  return refusal(403, "Resource not accessible by personal access token", page, {
    "x-accepted-github-permissions": "issues=write",
  });
}

/** Labels and assignees of who may not push are dropped without a word. */
export function updateIssue(ask: Ask, repository: Repository, issue: Issue): Answer {
  const { store, asker, call } = ask;
  const no = refused(ask, "rest/issues/issues#update-an-issue");
  if (no !== null || asker.user === null) return no ?? NOT_FOUND;
  const body: Body = typeof call.json === "object" && call.json !== null ? { ...call.json } : {};
  const names = Array.isArray(body.assignees) ? body.assignees.map(String) : null;
  const people = names?.map((login) =>
    store.users.find((one) => one.login.toLowerCase() === login.toLowerCase()),
  );
  const stranger = people?.indexOf(undefined) ?? -1;
  if (stranger >= 0)
    return invalid([{ value: names?.[stranger], resource: "Issue", field: "assignees", code: "invalid" }]);
  if (body.title === "") return invalid([{ resource: "Issue", field: "title", code: "missing_field" }]);
  setTexts(ask, issue, asker.user, body);
  if (asker.rights !== "triage") {
    if (people !== undefined)
      setAssignees(
        ask,
        issue,
        asker.user,
        people.filter((one) => one !== undefined),
      );
    if (Array.isArray(body.labels)) setLabels(ask, issue, asker.user, body.labels.map(String));
  }
  setState(ask, issue, asker.user, body);
  return { status: 200, json: issueJson(store, repository, issue) };
}

function setTexts({ store }: Ask, issue: Issue, by: User, { title, body }: Body): void {
  if (typeof title === "string" && title !== issue.title) {
    const rename = { from: issue.title, to: title };
    issue.title = title;
    record(store, issue, by, { event: "renamed", rename });
  }
  if (typeof body !== "string") return;
  if (body !== issue.body) issue.edited = { at: store.now(), by };
  issue.body = body;
  issue.updatedAt = store.now();
}

function setAssignees({ store }: Ask, issue: Issue, by: User, people: readonly User[]): void {
  for (const one of issue.assignees.filter((old) => !people.includes(old)))
    record(store, issue, by, { event: "unassigned", assignee: one, assigner: by });
  for (const one of people.filter((person) => !issue.assignees.includes(person)))
    record(store, issue, by, { event: "assigned", assignee: one, assigner: by });
  issue.assignees = [...people];
}

/** A label that the repository does not have yet is made. */
export function setLabels({ store }: Ask, issue: Issue, by: User, labels: readonly string[]): void {
  const label = (name: string) => ({ name, color: "ededed" });
  for (const one of issue.labels.filter((old) => !labels.includes(old)))
    record(store, issue, by, { event: "unlabeled", label: label(one) });
  for (const one of labels.filter((name) => !issue.labels.includes(name)))
    record(store, issue, by, { event: "labeled", label: label(one) });
  issue.labels = [...labels];
}

/** A reason counts only where the state changes. */
function setState({ store }: Ask, issue: Issue, by: User, { state, state_reason }: Body): void {
  if (state === issue.state) return;
  if (state === "open") reopen(store, issue, by);
  if (state === "closed")
    close(store, issue, by, typeof state_reason === "string" ? state_reason : "completed");
}

export function createComment(ask: Ask, repository: Repository, issue: Issue): Answer {
  const { store, asker } = ask;
  const page = "rest/issues/comments#create-an-issue-comment";
  const no = refused(ask, page);
  if (no !== null || asker.user === null) return no ?? NOT_FOUND;
  const body = textIn(ask);
  if (body.trim() === "")
    return invalid([{ resource: "IssueComment", code: "missing_field", field: "body" }]);
  const comment = addComment(store, issue, asker.user, body);
  const json = commentJson(store, repository, { issue, comment });
  return { status: 201, headers: { location: String(json.url) }, json };
}

/** Tells, changes or removes a comment. Who may write may change anybody's, others only their own. */
export function commentAnswer(ask: Ask, repository: Repository, id: number): Answer {
  const { store, asker, call } = ask;
  const [issue] = [...repository.issues.values()].filter(({ comments }) =>
    comments.some((one) => one.id === id),
  );
  const comment = issue?.comments.find((one) => one.id === id);
  if (call.method !== "GET") {
    const no = refused(ask, "rest/issues/comments#update-an-issue-comment");
    if (no !== null) return no;
  }
  if (issue === undefined || comment === undefined) return NOT_FOUND;
  if (call.method === "GET") return { status: 200, json: commentJson(store, repository, { issue, comment }) };
  const mayAll = asker.rights === "write" || asker.rights === "app";
  if (!mayAll && comment.user.id !== asker.user?.id) return NOT_FOUND;
  if (call.method === "DELETE") {
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    return { status: 204 };
  }
  comment.body = textIn(ask);
  comment.updatedAt = store.now();
  return { status: 200, json: commentJson(store, repository, { issue, comment }) };
}

function textIn({ call }: Ask): string {
  const { json } = call;
  return typeof json === "object" && json !== null && "body" in json ? String(json.body) : "";
}
