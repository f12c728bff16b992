import type { SyncBase, SyncFields } from "../store/task-links.ts";

/** A field that a task and its ticket share. */
export type SyncField = keyof SyncFields;

/** What one of them says. */
export type SyncValue = SyncFields[SyncField];

/** The fields, in the order in which people are shown them. */
export const SYNC_FIELDS: readonly SyncField[] = ["title", "description", "status", "assignees", "labels"];

/**
 * How a field stands on both sides since they last agreed: nobody changed it, one side did, both came to say the same, or they differ and
 * both changed it. `older`: the file says what it said before, since it is that of another branch.
 */
export type FieldChange = "same" | "local" | "remote" | "both" | "conflict" | "older";

/** That of every field. */
export type FieldChanges = Readonly<Record<SyncField, FieldChange>>;

/**
 * Compares each field of both sides with what it was; each side with its own, since a tracker may keep a text in other words than it was
 * given. Without a base nobody knows who changed what: whatever differs is a conflict. `isSameStatus`: the two sides name states in words
 * of their own; says whether two names mean one state. `isOlder`: whether the file says what it said before on another branch.
 */
export function compareFields(
  base: Pick<SyncBase, "local" | "remote"> | null,
  local: SyncFields,
  remote: SyncFields,
  isSameStatus: (local: string, remote: string) => boolean,
  isOlder: (field: SyncField) => boolean,
): FieldChanges {
  const change = (field: SyncField): FieldChange => {
    const agree =
      field === "status" ? isSameStatus(local.status, remote.status) : isSame(local[field], remote[field]);
    if (base === null) return agree ? "same" : "conflict";
    const mine = !isSame(base.local[field], local[field]);
    const theirs = !isSame(base.remote[field], remote[field]);
    if (!mine && !theirs) return "same";
    if (agree) return "both";
    if (mine && isOlder(field)) return "older";
    if (mine && theirs) return "conflict";
    return mine ? "local" : "remote";
  };
  return {
    title: change("title"),
    description: change("description"),
    status: change("status"),
    assignees: change("assignees"),
    labels: change("labels"),
  };
}

/** Whether two values say the same. Line ends, blank lines and the sign of a list's items say nothing, nor do the order and the case of names. */
export function isSame(one: SyncValue, other: SyncValue): boolean {
  return plain(one) === plain(other);
}

/** A value without what says nothing. */
export function plain(value: SyncValue): string {
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

/** The local list with what came and went on the other side since `base`. */
export function mergeLists(
  base: readonly string[],
  local: readonly string[],
  remote: readonly string[],
): readonly string[] {
  const [before, here, there] = [keysOf(base), keysOf(local), keysOf(remote)];
  const stays = local.filter((name) => !before.has(keyOf(name)) || there.has(keyOf(name)));
  const comes = remote.filter((name) => !before.has(keyOf(name)) && !here.has(keyOf(name)));
  return [...stays, ...comes];
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(keyOf));
}
