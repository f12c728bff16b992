import { Fault } from "../../core/fault.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { expect } from "../refusal.ts";
import { isSame, isState } from "../states.ts";
import { trouble } from "../trouble.ts";
import { type Api, placeOf } from "./api.ts";
import { fromRest, STATES, stateNamed, ticketOf } from "./map.ts";
import { issueShape } from "./schema.ts";

const REASONS: Readonly<Record<string, object>> = {
  open: { state: "open", state_reason: "reopened" },
  closed: { state: "closed", state_reason: "completed" },
  not_planned: { state: "closed", state_reason: "not_planned" },
  duplicate: { state: "closed", state_reason: "duplicate" },
};

/** Throws Fault("usage") for a state that GitHub does not have. */
export async function setState(api: Api, ticket: Ticket, target: string): Promise<Ticket["state"]> {
  const name = stateFor(api, target);
  if (isSame(ticket.state.name, name)) return ticket.state;
  let { state } = await patch(api, ticket.id, REASONS[name] ?? {});
  if (!isSame(state.name, name) && ticket.state.name !== "open") {
    // A reason counts only where the state changes.
    await patch(api, ticket.id, REASONS.open ?? {});
    ({ state } = await patch(api, ticket.id, REASONS[name] ?? {}));
  }
  if (isSame(state.name, name)) return state;
  throw trouble("forbidden", `${api.remote} did not bring ${ticket.id} to ${name}.`, { found: state.name });
}

/** `completed` is what GitHub's API calls the reason of an ordinary closing. */
function stateFor({ remote, settings }: Api, target: string): string {
  const names = Object.keys(STATES);
  const wanted = isSame(target, "completed") ? "closed" : target;
  const name =
    names.find((one) => isSame(one, wanted)) ??
    names.find((one) => isState(wanted, stateNamed(one, settings)));
  if (name !== undefined) return name;
  throw new Fault("usage", `${remote} has no state ${target}.`, { found: target, wanted: names.join(", ") });
}

/** Without the right to push, GitHub drops labels and assignees without a word: what comes back is compared. */
export async function edit(api: Api, ticket: Ticket, fields: TicketEdit): Promise<void> {
  const { title, description, assignees, labels } = fields;
  const after = await patch(api, ticket.id, { title, body: description, assignees, labels });
  const people = after.assignees.map(({ name }) => name);
  const dropped = [
    ...(differ(labels, after.labels) ? ["labels"] : []),
    ...(differ(assignees, people) ? ["assignees"] : []),
  ];
  if (dropped.length === 0) return;
  throw trouble("forbidden", `${api.remote} left ${dropped.join(" and ")} of ${ticket.id} as they were.`, {
    fix: "give the account the right to push to the repository",
  });
}

async function patch(api: Api, id: string, json: object): Promise<Ticket> {
  const reply = await api.rest({ method: "PATCH", path: placeOf(id)?.path ?? "", json });
  const issue = await expect(api, id, { reply, shape: issueShape });
  return ticketOf(fromRest(issue), { remote: api.remote, settings: api.settings, asked: id });
}

function differ(wanted: readonly string[] | undefined, told: readonly string[]): boolean {
  if (wanted === undefined) return false;
  const sorted = (names: readonly string[]) =>
    [...new Set(names.map((name) => name.trim().toLowerCase()))].sort();
  return sorted(wanted).join("\n") !== sorted(told).join("\n");
}
