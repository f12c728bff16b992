import type { Lookup, Ticket } from "../core/ticket.ts";
import type { ParsedTask } from "./parse.ts";

/** One file that may be the task of an id, reduced to what decides. */
export interface Copy {
  readonly path: string;
  readonly archived: boolean;
  readonly named: readonly string[];
  /** Null: the file can't be read as a task; its name alone speaks. */
  readonly ticket: Ticket | null;
  /** `path:line code detail` of the first problem. */
  readonly trouble: string;
}

/** What deciding needs of a parsed file. */
export function copyOf(task: ParsedTask, named: readonly string[]): Copy {
  const first = task.problems[0];
  const trouble =
    first === undefined ? "" : `${task.path}:${first.line} ${first.code} ${first.detail}`.trimEnd();
  return { path: task.path, archived: task.kind === "archived", named, ticket: task.ticket, trouble };
}

/** The canonical ids that a copy speaks for: its own, or those of its name where it can't be read. */
export function idsOf(copy: Copy): readonly string[] {
  return copy.ticket === null ? copy.named : [copy.ticket.id];
}

/**
 * The one answer for an id from all files that speak for it. A file whose name gives another id gives way to one
 * whose name agrees; an archived file gives way to a live one (Backlog.md gives the ids of archived tasks again).
 * Several that still compete answer only if they say the same: a doubtful id is `unavailable`, never authorised.
 */
export function resolve(id: string, copies: readonly Copy[]): Lookup {
  const sorted = [...copies].sort((a, b) => (a.path < b.path ? -1 : 1));
  const agreeing = sorted.filter((copy) => agrees(copy, id));
  const pool = agreeing.length > 0 ? agreeing : sorted;
  const live = pool.filter((copy) => !copy.archived);
  const rivals = live.length > 0 ? live : pool.slice(0, 1);
  const [first] = rivals;
  if (first === undefined) return { status: "absent" };
  const broken = rivals.find((copy) => copy.ticket === null);
  if (broken !== undefined) return { status: "unavailable", detail: broken.trouble };
  if (first.ticket === null || rivals.some((copy) => content(copy) !== content(first))) {
    return { status: "unavailable", detail: `id-duplicate ${rivals.map(({ path }) => path).join(", ")}` };
  }
  return { status: "found", ticket: first.ticket, source: "file" };
}

/** The file's name gives this id, or none. */
export function agrees(copy: Pick<Copy, "named">, id: string): boolean {
  return copy.named.length === 0 || copy.named.includes(id);
}

function content({ ticket }: Copy): string {
  return JSON.stringify({ ...ticket, path: null, key: null });
}
