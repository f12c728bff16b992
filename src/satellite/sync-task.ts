import { Fault } from "../core/fault.ts";
import type { Ticket } from "../core/ticket.ts";
import type { KeptLink, SyncBase, SyncFields } from "../store/task-links.ts";
import { cleanTicket } from "./clean-ticket.ts";
import { type GaveWay, withOlder } from "./older-values.ts";
import { type Behind, pushFields, type Upstream } from "./push-fields.ts";
import { baseAfter, type Settled, type Settling, settleFields, withPair } from "./settle-fields.ts";
import { localSide, remoteSide } from "./sides.ts";
import { type SyncItem, stampEdits, writeFields } from "./sync-file.ts";
import { isSame, SYNC_FIELDS, type SyncField, type SyncValue } from "./three-way.ts";
import { type Compared, type Comparing, compareTask } from "./ticket-changes.ts";

/** What a synchronisation does to the world, step by step. */
export interface SyncSteps extends Comparing, Pick<Settling, "strategyOf" | "mergeText"> {
  ask(task: string, field: SyncField, sides: Sides): ReturnType<Settling["ask"]>;
  /** Replaces the task's file if it still says `item.text`, and reads it again. */
  replace(item: SyncItem, text: string): Promise<SyncItem>;
  keep(link: Omit<KeptLink, "schemaVersion" | "kind">): void;
  /** Null: the ticket is only read. */
  readonly upstream: Upstream | null;
  /** Nothing is written, on neither side. */
  readonly dryRun: boolean;
  now(): Date;
}

/** What both sides say of one field. */
export interface Sides {
  readonly local: SyncValue;
  readonly remote: SyncValue;
}

/** What became of one field. `ahead`: only the task has it; `refused`: and the ticket can't take it. */
export interface SyncedField {
  readonly field: SyncField;
  readonly outcome: "same" | "pulled" | "pushed" | "merged" | "ahead" | "refused" | "conflict";
  /** What both sides said before; null: they say the same. */
  readonly sides: Sides | null;
  /** Why it was left, as a sentence; null: there is nothing to say. */
  readonly detail: string | null;
}

/** How often a ticket may change under our hands before it is left for the next run. */
const MOST_ROUNDS = 3;

/**
 * Brings one task and its ticket together. What is taken from the ticket is in the file before it is in the base, and what the base says
 * is what both sides said: a run that is cut off between any two steps is made good by the next. Throws Fault of tracker and files.
 */
export async function syncTask(
  item: SyncItem,
  ticket: Ticket,
  steps: SyncSteps,
  round = 1,
): Promise<readonly SyncedField[]> {
  const found = await compared(item, ticket, steps);
  const { local, remote, base } = found;
  const settled = await settleFields(found.changes, SYNC_FIELDS, found);
  const file = await writeFields(item, settled);
  const now = file.text === item.text || steps.dryRun ? item : await steps.replace(item, file.text);
  const at = { at: steps.now().toISOString(), updatedAt: ticket.updatedAt };
  const agreed = baseAfter({ base, local, remote }, file.settled, at);
  const here = localSide(now.task) ?? local;
  const next =
    agreed === null
      ? null
      : withOlder(agreed, gaveWay(found, agreed, here), {
          branch: steps.branch,
          settled: file.settled.flatMap(({ field, conflict }) =>
            conflict === null ? [[field, here[field]] as const] : [],
          ),
        });
  keep(now, ticket, next, steps);
  const behind = file.settled.flatMap(({ field, remote: value }) =>
    value === null ? [] : [{ field, value }],
  );
  const fields = file.settled.map((one) => syncedField(one, found, file.why.get(one.field) ?? null));
  if (steps.upstream === null || behind.length === 0) {
    await stamp(now, ticket, fields, steps);
    return fields;
  }
  const fresh = steps.dryRun ? ticket : await steps.upstream.read(item.link.id);
  const side = remoteSide(fresh, await cleanTicket(fresh));
  if (SYNC_FIELDS.some((field) => !isSame(side[field], remote[field]))) {
    if (round < MOST_ROUNDS)
      return syncTask({ ...now, kept: keptOf(now, fresh, next) }, fresh, steps, round + 1);
    throw new Fault("unavailable", `${fresh.key} changes while it is read.`, {
      fix: "run the command again",
    });
  }
  return push({ item: now, ticket: fresh, base: next, remote }, behind, fields, steps);
}

async function compared(item: SyncItem, ticket: Ticket, steps: SyncSteps): Promise<Compared & Settling> {
  const found = compareTask(item, ticket, await cleanTicket(ticket), steps);
  const { local, remote } = found;
  return {
    ...found,
    strategyOf: steps.strategyOf,
    mergeText: steps.mergeText,
    ask: (field) => steps.ask(item.id, field, { local: local[field], remote: remote[field] }),
  };
}

/** What the base said gives way to what it says now, what the file said to what it was given. */
function gaveWay({ base, local }: Compared, agreed: SyncBase, here: SyncFields): readonly GaveWay[] {
  const ofBase = base === null ? [] : [{ before: base.local, after: agreed.local }];
  return [...ofBase, { before: local, after: here }];
}

function syncedField(
  { field, change, local, remote, conflict }: Settled,
  sides: Pick<Compared, "local" | "remote">,
  why: string | null,
): SyncedField {
  const both = { local: sides.local[field], remote: sides.remote[field] };
  if (conflict === "no-status")
    return {
      field,
      outcome: "conflict",
      sides: both,
      detail: "No status of the backlog stands for this state.",
    };
  const older = change === "older" ? "The task said so before it was changed on another branch." : null;
  if (conflict !== null) return { field, outcome: "conflict", sides: both, detail: why ?? older };
  if (local === null && remote === null) return { field, outcome: "same", sides: null, detail: null };
  const outcome =
    remote !== null ? "ahead" : change === "conflict" || change === "older" ? "merged" : "pulled";
  return { field, outcome, sides: both, detail: null };
}

function keptOf({ link, id }: SyncItem, ticket: Ticket, base: SyncBase | null): KeptLink {
  const { remote } = link;
  return {
    schemaVersion: 1,
    kind: "task-link",
    task: id,
    remote: remote.name,
    id: ticket.id,
    url: ticket.url ?? link.url,
    base,
  };
}

function keep(item: SyncItem, ticket: Ticket, base: SyncBase | null, { keep: put, dryRun }: SyncSteps): void {
  const { schemaVersion: _, kind: __, ...link } = keptOf(item, ticket, base);
  if (!dryRun) put(link);
}

/** A task with what its ticket said when it was read last. */
interface Standing {
  readonly item: SyncItem;
  readonly ticket: Ticket;
  readonly base: SyncBase | null;
  readonly remote: SyncFields;
}

/** Writes to the ticket, and takes down what it says after each write, in its own words. */
async function push(
  standing: Standing,
  behind: readonly Behind[],
  fields: readonly SyncedField[],
  steps: SyncSteps,
): Promise<readonly SyncedField[]> {
  const { upstream } = steps;
  if (upstream === null) return fields;
  let { base, ticket } = standing;
  const outcomes = new Map<SyncField, Pick<SyncedField, "outcome" | "detail">>();
  const { item, remote } = standing;
  for await (const done of pushFields({ item, ticket, remote, behind }, { ...steps, upstream })) {
    for (const field of done.fields) outcomes.set(field, done);
    if (done.outcome !== "pushed") continue;
    ticket = await upstream.read(item.link.id);
    const side = remoteSide(ticket, await cleanTicket(ticket));
    const local = localSide(item.task);
    for (const field of done.fields)
      if (base !== null && local !== null)
        base = withPair(base, field, { local: local[field], remote: side[field] });
    if (base !== null && standing.base !== null) {
      const gone = [{ before: standing.base.local, after: base.local }];
      base = withOlder(base, gone, { branch: steps.branch, settled: [] });
    }
    keep(item, ticket, base === null ? null : { ...base, updatedAt: ticket.updatedAt }, steps);
  }
  const after = fields.map((one) => ({ ...one, ...outcomes.get(one.field) }));
  await stamp(item, ticket, after, steps);
  return after;
}

/** The file says when it last had all that its ticket has: whoever has no more than the file can tell by it. */
async function stamp(
  item: SyncItem,
  ticket: Ticket,
  fields: readonly SyncedField[],
  steps: SyncSteps,
): Promise<void> {
  if (steps.dryRun || fields.some(({ outcome }) => outcome === "conflict")) return;
  const edited = await stampEdits(item, ticket, steps.now());
  if (edited !== null && edited !== item.text) await steps.replace(item, edited);
}
