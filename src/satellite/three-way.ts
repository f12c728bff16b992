import type { SyncBase, SyncFields } from "../store/task-links.ts";

/** What a task and its ticket have in common. */
export const SYNC_FIELDS = ["title", "description", "status", "assignees", "labels"] as const;

/** One of those. */
export type SyncField = (typeof SYNC_FIELDS)[number];

/** What one of them says. */
export type SyncValue = string | readonly string[];

/**
 * Which side was changed since both last agreed: `both`: each, and they say the same now; `conflict`: each, and they differ; or they differ
 * and never agreed.
 */
export type FieldState = "same" | "local" | "remote" | "both" | "conflict";

/** That of every field. */
export type FieldStates = Readonly<Record<SyncField, FieldState>>;

/**
 * Compares a task with its ticket. A side is measured by its own base, since a tracker may keep a text in other words than it was given.
 * `sameStatus`: the two statuses mean the same, whatever they are called.
 */
export function compareFields(
  base: SyncBase | null,
  local: SyncFields,
  remote: SyncFields,
  sameStatus: boolean,
): FieldStates {
  const state = (field: SyncField): FieldState => {
    const agree = field === "status" ? sameStatus : isSame(local[field], remote[field]);
    if (base === null) return agree ? "same" : "conflict";
    const isLocal = !isSame(base.local[field], local[field]);
    const isRemote = !isSame(base.remote[field], remote[field]);
    if (!isLocal && !isRemote) return "same";
    if (agree) return "both";
    if (isLocal && isRemote) return "conflict";
    return isLocal ? "local" : "remote";
  };
  return {
    title: state("title"),
    description: state("description"),
    status: state("status"),
    assignees: state("assignees"),
    labels: state("labels"),
  };
}

/** Whether two values say the same: blank lines and the sign of a list's items say nothing, nor do the order and the case of names. */
export function isSame(one: SyncValue, other: SyncValue): boolean {
  return plain(one) === plain(other);
}

function plain(value: SyncValue): string {
  if (typeof value !== "string") return JSON.stringify([...new Set(value.map(keyOf))].sort());
  const lines = value
    .normalize("NFC")
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd().replace(/^(\s*)[*+](?=\s)/, "$1-"));
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .trim();
}

/** Names of people and labels, as most trackers tell them apart. */
function keyOf(name: string): string {
  return name.trim().replace(/^@/, "").toLowerCase();
}

/** The local list with what was added and removed on the other side since `base`. */
export function mergeLists(
  base: readonly string[],
  local: readonly string[],
  remote: readonly string[],
): readonly string[] {
  const [before, here, there] = [base, local, remote].map((list) => new Set(list.map(keyOf)));
  const stays = local.filter((name) => !before?.has(keyOf(name)) || there?.has(keyOf(name)));
  const comes = remote.filter((name) => !before?.has(keyOf(name)) && !here?.has(keyOf(name)));
  return [...stays, ...comes];
}
