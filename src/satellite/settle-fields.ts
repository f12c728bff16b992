import type { SyncBase, SyncFields } from "../store/task-links.ts";
import {
  type FieldChange,
  type FieldChanges,
  isSame,
  mergeLists,
  type SyncField,
  type SyncValue,
} from "./three-way.ts";

/** How a field is settled that both sides changed. `prompt`: somebody is asked; `merge`: both changes, where they don't touch each other. */
export type Strategy = (typeof STRATEGIES)[number];

/** All of them. */
export const STRATEGIES = ["local", "remote", "prompt", "merge"] as const;

/** Both sides of one task, and how they may be brought together. */
export interface Settling {
  readonly base: SyncBase | null;
  readonly local: SyncFields;
  readonly remote: SyncFields;
  /** The backlog's own name for the state that the ticket has now; null: it has none. */
  readonly localStatus: string | null;
  strategyOf(field: SyncField): Strategy;
  /** A person's choice; null: none was made. */
  ask(field: SyncField): Promise<Exclude<Strategy, "prompt"> | null>;
  /** Both changes of a text in one; null: they touch the same lines. */
  mergeText(base: string, ours: string, theirs: string): Promise<string | null>;
}

/** A value on both sides, each in its own words. */
export interface Pair {
  readonly local: SyncValue;
  readonly remote: SyncValue;
}

/** What is to be done about one field. */
export interface Settled {
  readonly field: SyncField;
  readonly change: FieldChange;
  /** What the task shall say; null: what it says. */
  readonly local: SyncValue | null;
  /** What the ticket shall say; null: what it says. */
  readonly remote: SyncValue | null;
  /** What later changes are measured from once `local` is written, and before `remote` is; null: as before. */
  readonly base: Pair | null;
  /** Nobody has decided: both sides stay as they are. Null: it is settled. */
  readonly conflict: "differ" | "no-status" | null;
}

/** Decides field by field what each side shall say. Nothing that only one side says is dropped unless a strategy says so. */
export function settleFields(
  changes: FieldChanges,
  fields: readonly SyncField[],
  settling: Settling,
): Promise<readonly Settled[]> {
  return inTurn(fields, (field) => settle(field, changes[field], settling));
}

/** One after the other: a person can answer one question at a time. */
async function inTurn<Item, Answer>(
  items: readonly Item[],
  act: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await act(item));
  return answers;
}

async function settle(field: SyncField, change: FieldChange, settling: Settling): Promise<Settled> {
  const { base, local, remote } = settling;
  const here = { local: local[field], remote: remote[field] };
  const still: Settled = { field, change, local: null, remote: null, base: null, conflict: null };
  switch (change) {
    case "same":
      return { ...still, base: base === null ? here : null };
    case "both":
      return { ...still, base: here };
    case "local":
      return { ...still, remote: here.local };
    case "remote":
      return { ...still, ...(await taken(field, settling)) };
    case "older":
      // What became of it since is no change of the ticket alone, so there is nothing to merge from.
      return { ...still, ...(await chosen(field, { ...settling, base: null }, settling.strategyOf(field))) };
    case "conflict":
      return { ...still, ...(await chosen(field, settling, settling.strategyOf(field))) };
  }
}

type Choice = Pick<Settled, "local" | "remote" | "base" | "conflict">;

const LEFT: Choice = { local: null, remote: null, base: null, conflict: "differ" };

/** A change of the ticket, brought to the task. What its tracker never kept of the task's own text stays. */
async function taken(field: SyncField, settling: Settling): Promise<Choice> {
  const { base, local, remote, mergeText } = settling;
  if (field === "status" || field === "title" || base === null) return theirs(field, settling);
  if (field === "description") {
    if (isSame(base.local.description, base.remote.description)) return theirs(field, settling);
    const both = await mergeText(base.remote.description, local.description, remote.description);
    if (both === null) return chosen(field, settling, settling.strategyOf(field));
    return { ...LEFT, local: both, base: { local: both, remote: remote.description }, conflict: null };
  }
  const list = mergeLists(base.remote[field], local[field], remote[field]);
  return { ...LEFT, local: list, base: { local: list, remote: remote[field] }, conflict: null };
}

async function chosen(field: SyncField, settling: Settling, strategy: Strategy): Promise<Choice> {
  switch (strategy) {
    case "local":
      return ours(field, settling);
    case "remote":
      return theirs(field, settling);
    case "merge":
      return merged(field, settling);
    case "prompt": {
      const answer = await settling.ask(field);
      return answer === null ? LEFT : chosen(field, settling, answer);
    }
  }
}

/** The task's value counts: from now on it is a change of what the ticket says. */
function ours(field: SyncField, settling: Settling): Choice {
  const { local, remote } = settling;
  const base = { local: inLocalWords(field, settling) ?? remote[field], remote: remote[field] };
  return { local: null, remote: local[field], base, conflict: null };
}

function theirs(field: SyncField, settling: Settling): Choice {
  const value = inLocalWords(field, settling);
  if (value === null) return { ...LEFT, conflict: "no-status" };
  return {
    local: value,
    remote: null,
    base: { local: value, remote: settling.remote[field] },
    conflict: null,
  };
}

function inLocalWords(field: SyncField, { remote, localStatus }: Settling): SyncValue | null {
  return field === "status" ? localStatus : remote[field];
}

/** Both changes, measured from what the ticket said when both last agreed. Of one word against another there is no middle. */
async function merged(field: SyncField, settling: Settling): Promise<Choice> {
  const { base, local, remote, mergeText } = settling;
  if (base === null || field === "title" || field === "status") return LEFT;
  const value =
    field === "description"
      ? await mergeText(base.remote.description, local.description, remote.description)
      : mergeLists(base.remote[field], local[field], remote[field]);
  if (value === null) return LEFT;
  const there = remote[field];
  const isAll = isSame(value, there);
  return {
    local: isSame(value, local[field]) ? null : value,
    remote: isAll ? null : value,
    base: { local: isAll ? value : there, remote: there },
    conflict: null,
  };
}

/** The base after fields were settled. Without one before, there is one only once every field has its own. */
export function baseAfter(
  { base, local, remote }: Pick<Settling, "base" | "local" | "remote">,
  settled: readonly Settled[],
  at: Pick<SyncBase, "at" | "updatedAt">,
): SyncBase | null {
  if (base === null && settled.some((one) => one.base === null)) return null;
  const from = base ?? { local, remote };
  return settled.reduce<SyncBase>(
    (next, { field, base: pair }) => (pair === null ? next : withPair(next, field, pair)),
    { ...from, ...at },
  );
}

/** The same base with another pair for one field. */
export function withPair(base: SyncBase, field: SyncField, pair: Pair): SyncBase {
  return {
    ...base,
    local: { ...base.local, [field]: pair.local },
    remote: { ...base.remote, [field]: pair.remote },
  };
}
