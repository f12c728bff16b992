import { isSameName } from "../core/states.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Backlog } from "../tasks/backlog.ts";
import { type Categories, stateOf } from "../tasks/status.ts";
import { prefixType } from "../tasks/type.ts";
import { type EditValue, emitValue } from "../tasks/yaml-emit.ts";
import type { CleanTicket } from "./clean-ticket.ts";
import { toolkitBody } from "./toolkit-body.ts";
import { upstreamValue } from "./upstream-value.ts";

/** What a task file is made of. */
export interface NewTask {
  readonly ticket: Ticket;
  readonly clean: CleanTicket;
  /** Kind of the tracker, as `upstream.provider` names it. */
  readonly provider: string;
  readonly backlog: Backlog;
  /** As the backlog's own program would write it: `TASK-7`, `BACK-007`. */
  readonly id: string;
  /** The task's status, one of the backlog's where it has a fitting one. */
  readonly status: string;
  readonly now: Date;
}

/** A task file that is to be made. Path root-relative. */
export interface TaskText {
  readonly path: string;
  readonly text: string;
}

/** Renders the file as the backlog's own program would write it, with the link to its ticket behind the keys that this program knows. */
export function newTask(task: NewTask): TaskText {
  const isToolkit = task.backlog.dialect === "toolkit";
  const keys = isToolkit ? toolkitKeys(task) : backlogMdKeys(task);
  const lines = Object.entries(keys).flatMap(([key, value]) => {
    const { rest, lines } = emitValue(value, "  ");
    return [`${key}:${rest}`, ...lines];
  });
  const body = isToolkit ? toolkitBody(task) : backlogMdBody(task.clean);
  const front = lines.map((line) => `${line}\n`).join("");
  return { path: pathOf(task), text: `---\n${front}---\n\n${body}` };
}

/**
 * The backlog's status for a ticket's state: the one of the same name, else the first of the same category; what was cancelled is at least
 * finished. Null: the state is in no map, and no status may be guessed.
 */
export function statusFor(
  state: Ticket["state"],
  backlog: Pick<Backlog, "statuses" | "dialect">,
  categories: Categories | undefined,
): string | null {
  const named = backlog.statuses.find((name) => isSameName(name, state.name));
  const known = backlog.statuses.map((name) => stateOf(name, "active", { backlog, categories }));
  const fitting = known.find(({ name, category }) => name === named && category === state.category);
  if (fitting !== undefined) return fitting.name;
  if (state.category === "unknown") return null;
  const wanted = known.find(({ category }) => category === state.category);
  return (wanted ?? (state.category === "canceled" ? known.at(-1) : undefined))?.name ?? null;
}

/** The prefix of a new task: the toolkit has one for each kind of work. */
export function prefixFor({ type }: Ticket, { dialect, prefixes }: Backlog): string {
  const fitting = prefixes.find((prefix) => prefixType(prefix).category === type?.category);
  return (
    (dialect === "toolkit" ? (fitting ?? prefixes.find((prefix) => prefix === "TASK")) : null) ??
    prefixes[0] ??
    "TASK"
  );
}

/** Backlog.md's keys in its writer's order; it drops what comes last as soon as it writes the file itself. */
function backlogMdKeys(task: NewTask): Readonly<Record<string, EditValue>> {
  const { ticket, clean, id, status, now } = task;
  const type = ticket.type?.category ?? "other";
  return {
    id,
    title: clean.title,
    status,
    assignee: clean.assignees.map((handle) => (/\s/.test(handle) ? handle : `@${handle}`)),
    created_date: now.toISOString().slice(0, 16).replace("T", " "),
    labels: clean.labels,
    dependencies: [],
    ...(ticket.url === null ? {} : { references: [ticket.url] }),
    ...(type === "other" ? {} : { type }),
    upstream: upstreamValue(ticket, task),
  };
}

function backlogMdBody({ description, criteria }: CleanTicket): string {
  const text = description === "" ? "" : `${description}\n`;
  const boxes = criteria.map((one, at) => `- [${one.done ? "x" : " "}] #${at + 1} ${one.text}\n`);
  const prose = `## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\n${text}<!-- SECTION:DESCRIPTION:END -->\n`;
  const list = `\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n${boxes.join("")}<!-- AC:END -->\n`;
  return boxes.length === 0 ? prose : prose + list;
}

function toolkitKeys(task: NewTask): Readonly<Record<string, EditValue>> {
  const { ticket, clean, id, status, now } = task;
  const day = now.toISOString().slice(0, 10);
  return {
    id,
    title: clean.title,
    status,
    created: day,
    updated: day,
    assignee: clean.assignees[0] ?? "unassigned",
    blockers: [],
    depends_on: [],
    shared_files: [],
    related_docs: [],
    tags: clean.labels,
    ...(ticket.url === null ? {} : { references: [ticket.url] }),
    upstream: upstreamValue(ticket, task),
  };
}

function pathOf({ backlog, id, clean, ticket }: NewTask): string {
  const finished = ticket.state.category === "done" || ticket.state.category === "canceled";
  const isDone = backlog.dialect === "toolkit" && finished;
  const folder = backlog.folders.find(({ kind }) => kind === (isDone ? "completed" : "active"));
  const slug = fileTitle(clean.title);
  const name = backlog.dialect === "toolkit" ? toolkitName(id, slug) : `${id.toLowerCase()} - ${slug}`;
  return `${folder?.path ?? backlog.folder}/${name}.md`;
}

function toolkitName(id: string, slug: string): string {
  const plain = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  // Digits behind the id could be read as a part of it.
  return plain === "" || /^\d/.test(plain) ? id : `${id}-${plain}`;
}

/** No file system takes a longer name than 255 bytes; a letter is at most four, and the id stands before it. */
const MOST_NAME = 50;

/** A title as Backlog.md puts it into a file's name. */
function fileTitle(title: string): string {
  const clean = title
    .replace(/[<>:"/\\|?*]/g, "-")
    .replace(/['(),!@#$%^&+=[\]{};]/g, "")
    .replace(/\s+/g, "-")
    .replace(/-+/g, "-");
  const kept = Array.from(clean).slice(0, MOST_NAME).join("");
  return kept.replace(/^-+|-+$/g, "") || "ticket";
}
