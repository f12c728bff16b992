import type { Answer } from "../kit.ts";
import { issueJson, noteJson } from "./represent.ts";
import { type Ask, NOT_FOUND, refusal } from "./routes.ts";
import { addNote, type Issue, type Project, setState, type User } from "./store.ts";

type Body = Readonly<Record<string, unknown>>;

const SCOPE: Answer = {
  status: 403,
  json: {
    error: "insufficient_scope",
    error_description: "The request requires higher privileges than provided by the access token.",
    scope: "api",
  },
};

/** Fields that an issue may be changed by. */
const FIELDS = ["title", "description", "state_event", "labels", "assignee_ids"];

/** The account that may write, or why none may. */
function writer({ token }: Ask): User | Answer {
  if (token === null) return refusal(401, "401 Unauthorized");
  return token.scopes.includes("api") ? token.user : SCOPE;
}

/** Labels and assignees of a guest are dropped without a word. */
export function updateIssue(ask: Ask, project: Project, issue: Issue): Answer {
  const user = writer(ask);
  if ("status" in user) return user;
  const { store } = ask;
  const body = bodyOf(ask, FIELDS);
  if (body === null || Object.keys(body).length === 0)
    return {
      status: 400,
      json: { error: `${FIELDS.join(", ")} are missing, at least one parameter must be provided` },
    };
  if (body.title === "") return refusal(400, { title: ["can't be blank"] });
  if (body.state_event === "close" || body.state_event === "reopen")
    setState(store, issue, { user, event: body.state_event });
  setTexts(ask, issue, user, body);
  if (ask.token?.isGuest === false) {
    if (typeof body.labels === "string") setLabels(ask, issue, user, body.labels.split(",").filter(Boolean));
    if (Array.isArray(body.assignee_ids)) setAssignees(ask, issue, user, body.assignee_ids.map(Number));
  }
  return { status: 200, json: issueJson(store, project, issue) };
}

function setTexts({ store }: Ask, issue: Issue, author: User, { title, description }: Body): void {
  if (typeof title === "string" && title !== issue.title) {
    const body = `changed title from **{-${issue.title}-}** to **{+${title}+}**`;
    issue.title = title;
    addNote(store, issue, { author, body, system: true });
  }
  if (typeof description !== "string") return;
  issue.description = afterQuickActions(store, issue, author, description);
  addNote(store, issue, { author, body: "changed the description", system: true });
}

function setLabels({ store }: Ask, issue: Issue, user: User, labels: readonly string[]): void {
  const add = (label: string, action: "add" | "remove") =>
    issue.events.push({ id: store.next(), user, createdAt: store.now(), label, action });
  for (const label of issue.labels.filter((old) => !labels.includes(old))) add(label, "remove");
  for (const label of labels.filter((one) => !issue.labels.includes(one))) add(label, "add");
  issue.labels = [...new Set(labels)].sort();
}

/** Without a licence there is one assignee; the first counts. */
function setAssignees({ store }: Ask, issue: Issue, author: User, ids: readonly number[]): void {
  const people = store.users.filter(({ id }) => ids.includes(id)).slice(0, 1);
  const added = people.filter((one) => !issue.assignees.includes(one)).map(({ username }) => `@${username}`);
  const removed = issue.assignees
    .filter((one) => !people.includes(one))
    .map(({ username }) => `@${username}`);
  issue.assignees = people;
  const parts = [
    ...(added.length === 0 ? [] : [`assigned to ${added.join(" ")}`]),
    ...(removed.length === 0 ? [] : [`unassigned ${removed.join(" ")}`]),
  ];
  if (parts.length > 0) addNote(store, issue, { author, body: parts.join(" and "), system: true });
}

export function createNote(ask: Ask, issue: Issue): Answer {
  const user = writer(ask);
  if ("status" in user) return user;
  const text = bodyOf(ask, ["body"])?.body;
  if (typeof text !== "string" || text === "") return { status: 400, json: { error: "body is missing" } };
  const body = afterQuickActions(ask.store, issue, user, text);
  const note = addNote(ask.store, issue, { author: user, body, system: false });
  return { status: 201, json: noteJson(ask.store, issue, note) };
}

/** Only their author may change notes. */
export function updateNote(ask: Ask, issue: Issue, id: number): Answer {
  const user = writer(ask);
  if ("status" in user) return user;
  const note = issue.notes.find((one) => one.id === id);
  if (note === undefined || note.system) return NOT_FOUND;
  if (note.author.id !== user.id) return refusal(403, "403 Forbidden");
  const text = bodyOf(ask, ["body"])?.body;
  note.body = typeof text === "string" ? text : note.body;
  note.updatedAt = ask.store.now();
  return { status: 200, json: noteJson(ask.store, issue, note) };
}

/** A line that begins with a command is carried out, and taken out of the text. Of all commands, `/close` is served. */
function afterQuickActions(store: Ask["store"], issue: Issue, user: User, text: string): string {
  const outside = text.replace(/^```[\s\S]*?^```/gm, "");
  if (!/^\s*\/close\s*$/m.test(outside)) return text;
  setState(store, issue, { user, event: "close" });
  return text.replace(/^\s*\/close\s*$/m, "");
}

function bodyOf({ store, call }: Ask, fields: readonly string[]): Body | null {
  const { json } = call;
  if (typeof json !== "object" || json === null) return null;
  const strange = Object.keys(json).filter((key) => !fields.includes(key));
  store.problems.push(...strange.map((key) => `${call.method} ${call.path}: unknown field ${key}`));
  return Object.fromEntries(Object.entries(json));
}
