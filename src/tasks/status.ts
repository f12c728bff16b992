import type { StateCategory, Ticket } from "../core/ticket.ts";
import type { Backlog, FolderKind } from "./backlog.ts";

/** Names that mean the same in every backlog, as `plainStatus` spells them. */
const KNOWN: ReadonlyMap<string, StateCategory> = new Map([
  ...names(
    "open",
    "todo",
    "open",
    "new",
    "backlog",
    "pending",
    "ready",
    "readytoimplement",
    "needsinvestigation",
  ),
  ...names(
    "in_progress",
    "inprogress",
    "doing",
    "started",
    "active",
    "review",
    "inreview",
    "codereview",
    "testing",
  ),
  ...names("in_progress", "blocked", "lintblocked", "reviewblocked", "commitblocked"),
  ...names("done", "done", "complete", "completed", "closed", "finished", "resolved", "merged", "released"),
  ...names(
    "canceled",
    "canceled",
    "cancelled",
    "wontdo",
    "wontfix",
    "rejected",
    "duplicate",
    "obsolete",
    "abandoned",
  ),
  // A split ticket is replaced by its parts: they carry the work.
  ...names("canceled", "split"),
]);

function names(category: StateCategory, ...list: readonly string[]): (readonly [string, StateCategory])[] {
  return list.map((name) => [name, category]);
}

/** Case, spaces and decoration are not part of a status: `In Progress`, `in_progress` and `◒ In progress` are one. */
function plainStatus(status: string): string {
  return status.toLowerCase().replace(/[\s_\p{S}\p{P}]+/gu, "");
}

/** A policy's own word on statuses, by plain name; it outranks what their names and places say. */
export type Categories = ReadonlyMap<string, StateCategory>;

/** How statuses are to be read. */
export interface Reading {
  readonly backlog: Pick<Backlog, "statuses" | "dialect">;
  readonly categories?: Categories | undefined;
}

/** Reads a policy's `status_map`: category to names. */
export function readCategories(
  map: Readonly<Partial<Record<StateCategory | "review", readonly string[] | undefined>>>,
): Categories {
  const categories: readonly StateCategory[] = ["open", "in_progress", "done", "canceled"];
  const named: typeof map = { ...map, in_progress: [...(map.review ?? []), ...(map.in_progress ?? [])] };
  return new Map(
    categories.flatMap((category) =>
      (named[category] ?? []).map((name) => [plainStatus(name), category] as const),
    ),
  );
}

/** The same from the settings of the remote that local tasks are, as a law holds them; left out where they say nothing. */
export function categoriesIn(
  settings: Readonly<Record<string, unknown>> | undefined,
): Categories | undefined {
  const map = settings?.status_map;
  return typeof map === "object" && map !== null ? readCategories({ ...map }) : undefined;
}

/**
 * Where a status stands. The last configured status is the terminal one, whatever its name (unless that says
 * cancelled); then common names count; then position: the first is open, those between are in progress.
 */
function statusCategory(status: string, { backlog, categories }: Reading): StateCategory {
  const plain = plainStatus(status);
  const said = categories?.get(plain);
  if (said !== undefined) return said;
  const known = KNOWN.get(plain);
  const position = backlog.statuses.findIndex((name) => plainStatus(name) === plain);
  const last = backlog.statuses.length - 1;
  if (position === last && last > 0) return known === "canceled" ? "canceled" : "done";
  if (known !== undefined) return known;
  if (position === -1) return "unknown";
  return position === 0 ? "open" : "in_progress";
}

/**
 * The state of a task in its folder: completed files are done whatever they say (unless cancelled), and a draft is in
 * no category, so that it can't authorise even where its status could.
 */
export function stateOf(status: string | null, kind: FolderKind, reading: Reading): Ticket["state"] {
  if (kind === "draft") return { name: "Draft", category: "unknown" };
  if (status === null) return { name: "", category: kind === "completed" ? "done" : "unknown" };
  const category = statusCategory(status, reading);
  return { name: status, category: kind === "completed" && category !== "canceled" ? "done" : category };
}

/** True where the policy or the backlog's configuration lists the status, or its dialect has it by itself. */
export function isConfigured(status: string, { backlog, categories }: Reading): boolean {
  const plain = plainStatus(status);
  if (categories?.has(plain)) return true;
  if (backlog.dialect === "toolkit" && KNOWN.has(plain)) return true;
  return backlog.statuses.some((name) => plainStatus(name) === plain);
}
