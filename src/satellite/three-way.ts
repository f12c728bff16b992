import type { SyncBase, SyncFields } from "../store/task-links.ts";

/** A field that a task and its ticket share. */
export type SyncField = keyof SyncFields;

/** The fields, in the order in which people are shown them. */
export const SYNC_FIELDS: readonly SyncField[] = ["title", "description", "status", "assignees", "labels"];

/**
 * How a field stands on both sides since they last agreed: nobody changed it, one side did, both came to say the same, or both changed it
 * to something else.
 */
export type FieldChange = "same" | "local" | "remote" | "both" | "conflict";

/**
 * Compares each field of both sides with what it was. Without a base nobody knows who changed what: whatever differs is a conflict.
 * `isSameStatus`: the two sides name states in words of their own; says whether two names mean one state.
 */
export function compareFields(
  base: Pick<SyncBase, "local" | "remote"> | null,
  local: SyncFields,
  remote: SyncFields,
  isSameStatus: (local: string, remote: string) => boolean,
): Readonly<Record<SyncField, FieldChange>> {
  const change = (field: SyncField): FieldChange => {
    const mine = base === null || !isEqual(base.local[field], local[field]);
    const theirs = base === null || !isEqual(base.remote[field], remote[field]);
    if (!mine && !theirs) return "same";
    if (!theirs) return "local";
    if (!mine) return "remote";
    const agree =
      field === "status" ? isSameStatus(local.status, remote.status) : isEqual(local[field], remote[field]);
    if (!agree) return "conflict";
    return base === null ? "same" : "both";
  };
  return {
    title: change("title"),
    description: change("description"),
    status: change("status"),
    assignees: change("assignees"),
    labels: change("labels"),
  };
}

/** Line ends and blanks at a text's ends are no change, and neither is the order of a list. */
function isEqual(one: string | readonly string[], other: string | readonly string[]): boolean {
  return normal(one) === normal(other);
}

function normal(value: string | readonly string[]): string {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n").trim();
  return JSON.stringify([...new Set(value)].sort());
}
