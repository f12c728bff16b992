import { Fault } from "../../core/fault.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { inert } from "../quick-actions.ts";
import { expect } from "../refusal.ts";
import { isSame, isState } from "../states.ts";
import { trouble } from "../trouble.ts";
import { type Api, issuePath } from "./api.ts";
import { STATES, stateNamed, ticketOf } from "./map.ts";
import { issueShape, usersShape } from "./schema.ts";

/** Throws Fault("usage") for a state that GitLab does not have. */
export async function setState(api: Api, ticket: Ticket, target: string): Promise<Ticket["state"]> {
  const name = stateFor(api, target);
  if (isSame(ticket.state.name, name)) return ticket.state;
  const { state } = await put(api, ticket.id, { state_event: name === "closed" ? "close" : "reopen" });
  if (isSame(state.name, name)) return state;
  throw trouble("forbidden", `${api.remote} did not bring ${ticket.id} to ${name}.`, { found: state.name });
}

function stateFor({ remote, settings }: Api, target: string): string {
  const names = Object.keys(STATES);
  const name =
    names.find((one) => isSame(one, target)) ??
    names.find((one) => isState(target, stateNamed(one, settings)));
  if (name !== undefined) return name;
  throw new Fault("usage", `${remote} has no state ${target}.`, { found: target, wanted: names.join(", ") });
}

/** Guests' labels and assignees, and a second assignee without the licence, are dropped without a word. */
export async function edit(api: Api, ticket: Ticket, fields: TicketEdit): Promise<void> {
  const { title, description, labels } = fields;
  const comma = labels?.find((label) => label.includes(","));
  if (comma !== undefined)
    throw new Fault("usage", "A label of GitLab can't hold a comma.", { found: comma });
  const people = fields.assignees === undefined ? null : await accountsOf(api, fields.assignees);
  const after = await put(api, ticket.id, {
    title,
    description: description === undefined ? undefined : inert(description),
    labels: labels?.join(","),
    // Zero is how GitLab is told that there shall be none.
    assignee_ids: people === null ? undefined : people.length === 0 ? [0] : people.map(Number),
  });
  const accounts = after.assignees.map(({ account = "" }) => account);
  const dropped = [
    ...(labels !== undefined && differ(labels, after.labels) ? ["labels"] : []),
    ...(people !== null && differ(people, accounts) ? ["assignees"] : []),
  ];
  if (dropped.length === 0) return;
  throw trouble("forbidden", `${api.remote} left ${dropped.join(" and ")} of ${ticket.id} as they were.`, {
    fix: "give the account at least the role of a planner or reporter in the project",
  });
}

async function put(api: Api, id: string, json: object): Promise<Ticket> {
  const reply = await api.http.send({ method: "PUT", path: issuePath(id), json });
  const issue = await expect(api, id, { reply, shape: issueShape });
  return ticketOf(issue, { remote: api.remote, settings: api.settings, asked: id });
}

/** User names become the numbers that GitLab wants. */
async function accountsOf(api: Api, names: readonly string[]): Promise<readonly string[]> {
  const accounts: string[] = [];
  for (const name of names) accounts.push(/^\d+$/.test(name) ? name : await accountOf(api, name));
  return accounts;
}

async function accountOf(api: Api, username: string): Promise<string> {
  const reply = await api.http.send({ path: "/users", query: { username } });
  const [user] = await expect(api, username, { reply, shape: usersShape });
  if (user !== undefined) return String(user.id);
  throw new Fault("usage", `${api.remote} knows no user ${username}.`, {
    found: username,
    wanted: "a user name",
  });
}

function differ(wanted: readonly string[], told: readonly string[]): boolean {
  const sorted = (names: readonly string[]) =>
    [...new Set(names.map((name) => name.trim().toLowerCase()))].sort();
  return sorted(wanted).join("\n") !== sorted(told).join("\n");
}
