import { Fault } from "../../core/fault.ts";
import type { Lookup, Ticket } from "../../core/ticket.ts";
import { askMany } from "../ask-many.ts";
import { trouble } from "../trouble.ts";
import { askJson, type Boards } from "./ask.ts";
import { toTicket } from "./map.ts";
import { FIELDS, PROCESS_FIELDS, type WorkItem, workItems } from "./schema.ts";
import { query } from "./wiql.ts";

/** Most work items that one request may ask for; above it nothing at all is answered. */
export const BATCH = 200;

/** Numbers of work items are 32 bits wide: above it the whole batch would be refused. */
const LARGEST = 2 ** 31 - 1;

/** Work items of the whole organization by number: one of another project is found, and names that project. */
export function lookUp(boards: Boards, ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
  return askMany(ids, BATCH, async (batch) => {
    const possible = batch.filter((id) => /^[1-9]\d{0,9}$/.test(id) && Number(id) <= LARGEST);
    const tickets = await ticketsOf(boards, possible.map(Number), "mark");
    const found = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    return new Map(batch.map((id) => [id, answer(found.get(id))]));
  });
}

function answer(ticket: Ticket | undefined): Lookup {
  return ticket === undefined ? { status: "absent" } : { status: "found", ticket, source: "api" };
}

/** At most `BATCH` tickets; what can't be read is left out. `mark`: says of each whether the policy's filter leaves it out. */
export async function ticketsOf(
  boards: Boards,
  numbers: readonly number[],
  filtering: "mark" | "done",
): Promise<readonly Ticket[]> {
  if (numbers.length === 0) return [];
  const items = await hydrate(boards, numbers);
  const inside = filtering === "mark" ? await filtered(boards, items) : null;
  const { filter = "" } = boards.settings;
  return Promise.all(
    items.map(async (item) => {
      const ticket = await toTicket(boards, item);
      return inside === null || inside.has(item.id) ? ticket : { ...ticket, excludedBy: filter };
    }),
  );
}

async function hydrate(boards: Boards, ids: readonly number[]): Promise<readonly WorkItem[]> {
  const { value } = await askFor(boards, ids).catch((thrown: unknown) => {
    throw notOfItems(boards.remote, thrown);
  });
  // Order and number are not kept; the number of each is told.
  const wanted = new Set(ids);
  return value.filter((item) => item !== null && wanted.has(item.id)).flatMap((item) => item ?? []);
}

/** A collection whose processes lack a field refuses every batch that asks for it: it is asked again without. */
async function askFor(
  boards: Boards,
  ids: readonly number[],
): Promise<{ readonly value: readonly (WorkItem | null)[] }> {
  const fields = FIELDS.filter((field) => !boards.lacks.has(field));
  const json = { ids, fields, errorPolicy: "omit" };
  const request = { method: "POST", path: "/_apis/wit/workitemsbatch", json, reads: true } as const;
  try {
    return await askJson(boards, request, { shape: workItems, about: "to read work items" });
  } catch (thrown) {
    const found = thrown instanceof Fault ? thrown.found : undefined;
    const missing = PROCESS_FIELDS.find((field) => fields.includes(field) && found?.includes(field));
    if (missing === undefined || !/TF51535/.test(found ?? "")) throw thrown;
    boards.lacks.add(missing);
    return askFor(boards, ids);
  }
}

/** A batch that is not there at all says nothing of the work items in it: the organization is wrong. */
function notOfItems(remote: string, thrown: unknown): unknown {
  if (!(thrown instanceof Error && "code" in thrown && thrown.code === "absent")) return thrown;
  return trouble("unavailable", `${remote} has no such organization.`, {
    fix: "correct organization: in the policy's entry",
    cause: thrown,
  });
}

/** Numbers of those that the policy's filter lets through; null: there is no filter. */
async function filtered(boards: Boards, items: readonly WorkItem[]): Promise<ReadonlySet<number> | null> {
  const { filter } = boards.settings;
  if (filter === undefined || items.length === 0) return null;
  const ids = items.map(({ id }) => id).join(", ");
  return new Set((await query(boards, `[System.Id] IN (${ids}) AND (${filter})`)).ids);
}
