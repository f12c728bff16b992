import type { TaskProblem, TaskSnapshot } from "../core/evidence.ts";
import type { Followed, Risk, Ticket } from "../core/ticket.ts";
import { affectedPaths } from "./affected.ts";
import { type Backlog, type FolderKind, folderOf } from "./backlog.ts";
import { readBody, type TaskBody } from "./body.ts";
import { readDate } from "./dates.ts";
import { readDetails, type TaskDetails } from "./details.ts";
import { type Frontmatter, readFrontmatter } from "./frontmatter.ts";
import { canonicalTaskId, prefixOf } from "./id.ts";
import { idOf } from "./own-id.ts";
import { readPeople } from "./people.ts";
import { problem } from "./problem.ts";
import {
  type Compliance,
  guardedUpstream,
  markdownLink,
  readCompliance,
  readSpecLink,
  readUpstream,
  type SpecLink,
  type Upstream,
} from "./satellite.ts";
import { type Categories, isConfigured, stateOf } from "./status.ts";
import { prefixType, statedType } from "./type.ts";
import { listAt, normalYaml, textAt, type YamlMapping } from "./yaml-value.ts";

/** A task file as read: a ticket where it can be one, and everything that is wrong with it. */
export interface ParsedTask {
  readonly path: string;
  readonly kind: FolderKind;
  /** Null: the frontmatter can't be read, or no id is to be had. */
  readonly ticket: Ticket | null;
  readonly problems: readonly TaskProblem[];
  /** Null where the frontmatter can't be read; so are all that follow. */
  readonly frontmatter: Frontmatter | null;
  readonly details: TaskDetails | null;
  readonly body: TaskBody | null;
  readonly upstream: Upstream | null;
  readonly compliance: Compliance | null;
  readonly spec: SpecLink | null;
  readonly guarded: TaskSnapshot["guarded"] | null;
}

/** What a policy says about how task files are to be read. */
export interface TaskOptions {
  /** Name of the remote that the tickets carry; `tasks` unless the policy names it otherwise. */
  readonly remote?: string | undefined;
  readonly categories?: Categories | undefined;
  /** Which ticket a task follows, for those who ask. */
  readonly follow?: ((task: Pick<ParsedTask, "upstream" | "details">) => Followed | null) | undefined;
}

const DEFAULT_REMOTE = "tasks";

/**
 * Reads one task file of a backlog: pure, and never throws, whatever the text. The folder is part of the answer: a
 * file under `completed` is done, one under `archive` archived, and a draft has the state `Draft` of no category, so
 * that neither of the last two can authorise.
 */
export async function parseTask(
  text: string,
  path: string,
  backlog: Backlog,
  options: TaskOptions = {},
): Promise<ParsedTask> {
  const kind = folderOf(backlog, path)?.kind ?? "active";
  const nul = text.indexOf("\0");
  if (nul !== -1)
    return unreadable(path, kind, problem("control-character", text.slice(0, nul).split("\n").length, "NUL"));
  const read = await readFrontmatter(text);
  if (!read.ok) return unreadable(path, kind, read.problem);
  const { frontmatter } = read;
  const { values, fences } = frontmatter;
  const body = readBody(text, fences.bodyStart, fences.bodyLine, backlog.dialect);
  const problems: TaskProblem[] = [];
  const link = markdownLink(values);
  if (link !== null) problems.push(problem("link-invalid", frontmatter.lines.get("upstream") ?? 1, link));
  const ticket = ticketOf(frontmatter, body, { path, kind, backlog, ...options }, problems);
  const details = readDetails(values);
  const upstream = readUpstream(values);
  const follows = options.follow?.({ upstream, details });
  return {
    path,
    kind,
    ticket: ticket === null || follows === undefined ? ticket : { ...ticket, follows },
    problems: [...problems, ...body.problems].sort((a, b) => a.line - b.line),
    frontmatter,
    details,
    body,
    upstream,
    compliance: readCompliance(values),
    spec: readSpecLink(values),
    guarded: guardedOf(values, kind),
  };
}

/** A file of which nothing but its problem is known. */
export function unreadable(path: string, kind: FolderKind, what: TaskProblem): ParsedTask {
  const nothing = {
    ticket: null,
    frontmatter: null,
    details: null,
    body: null,
    upstream: null,
    compliance: null,
  };
  return { path, kind, problems: [what], ...nothing, spec: null, guarded: null };
}

interface Origin extends TaskOptions {
  readonly path: string;
  readonly kind: FolderKind;
  readonly backlog: Backlog;
}

function ticketOf(
  frontmatter: Frontmatter,
  body: TaskBody,
  origin: Origin,
  problems: TaskProblem[],
): Ticket | null {
  const { values, lines } = frontmatter;
  const id = idOf(frontmatter, origin.path, origin.backlog, problems);
  const title = textAt(values, "title");
  const status = textAt(values, "status");
  const parent = textAt(values, "parent_task_id") ?? textAt(values, "parent");
  const affected = affectedPaths(frontmatter, body);
  problems.push(...affected.problems, ...stateProblems(status, lines.get("status") ?? 1, origin));
  if (title === null) problems.push(problem("title-missing", lines.get("title") ?? 1, ""));
  const created = dateAt(frontmatter, ["created_date", "created"], problems);
  const updated = dateAt(frontmatter, ["updated_date", "updated"], problems);
  if (created !== null && updated !== null && isBefore(updated, created)) {
    problems.push(
      problem(
        "date-order",
        lines.get("updated_date") ?? lines.get("updated") ?? 1,
        `${updated} < ${created}`,
      ),
    );
  }
  if (id === null) return null;
  const prefix = prefixOf(id.id);
  const toolkit = origin.backlog.dialect === "toolkit";
  return {
    remote: origin.remote ?? DEFAULT_REMOTE,
    id: id.id,
    key: id.key,
    url: null,
    title: title ?? "",
    type: toolkit ? prefixType(prefix) : statedType(textAt(values, "type")),
    state: stateOf(status, origin.kind, origin),
    project: prefix,
    assignees: readPeople(listAt(values, "assignee")),
    createdBy: readPeople(listAt(values, "reporter"))[0] ?? null,
    labels: [...listAt(values, "labels"), ...listAt(values, "tags")],
    parent: parent === null ? null : (canonicalTaskId(parent) ?? parent),
    createdAt: created,
    updatedAt: updated,
    archived: origin.kind === "archived",
    movedFrom: null,
    description: body.description ?? "",
    criteria: body.criteria.map(({ text, done }) => ({ text, done })),
    affected: affected.paths,
    path: origin.path,
    ...riskOf(readCompliance(values)),
  };
}

/** Levels of risk, in the words of both dialects. Any other word says none. */
function riskOf(compliance: Compliance | null): Pick<Ticket, "risk"> {
  const risk = RISKS.find((one) => one === compliance?.riskLevel);
  return risk === undefined ? {} : { risk };
}

const RISKS: readonly Risk[] = ["low", "medium", "high", "critical"];

function stateProblems(status: string | null, line: number, origin: Origin): readonly TaskProblem[] {
  if (status === null) return [problem("status-missing", line, "")];
  const { kind, backlog } = origin;
  if (!isConfigured(status, origin) && kind !== "draft") return [problem("status-unknown", line, status)];
  const { category } = stateOf(status, "active", origin);
  const finished = category === "done" || category === "canceled";
  const wrong = kind === "completed" ? !finished : backlog.dialect === "toolkit" && category === "done";
  return wrong ? [problem("folder-status-mismatch", line, `${status} in a folder of ${kind} tasks`)] : [];
}

function dateAt(
  { values, lines }: Frontmatter,
  keys: readonly string[],
  problems: TaskProblem[],
): string | null {
  const key = keys.find((candidate) => textAt(values, candidate) !== null);
  const text = key === undefined ? null : textAt(values, key);
  if (key === undefined || text === null) return null;
  const date = readDate(text);
  if (date === null) problems.push(problem("date-invalid", lines.get(key) ?? 1, text));
  return date;
}

/** Compares to the day where either gives no time. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** The folder is guarded with the status: moving a file can authorise as well as editing it. */
function guardedOf(values: YamlMapping, kind: FolderKind): TaskSnapshot["guarded"] {
  const status = textAt(values, "status") ?? "";
  return {
    status: kind === "active" ? status : `${status} (${kind})`,
    upstream: guardedUpstream(values),
    compliance: normalYaml(values.get("compliance")),
    spec: normalYaml(values.get("spec")),
  };
}
