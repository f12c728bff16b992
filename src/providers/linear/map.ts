import type { Lookup, Person, StateCategory, Ticket } from "../../core/ticket.ts";
import { stateOf } from "../states.ts";
import { cleanLine, criteriaIn, described, utc } from "../text.ts";
import type { Client } from "./client.ts";
import type { Issue, State, User } from "./schema.ts";

/** An issue as the answer for the id that was asked. What lies in the trash is gone for everybody. */
export function lookupOf(client: Client, issue: Issue, asked: string): Lookup {
  if (issue.trashed === true) return { status: "absent", detail: "it was deleted" };
  return { status: "found", ticket: ticketOf(client, issue, asked), source: "api" };
}

/** An issue as a ticket. Linear has no types: teams use labels for them. */
export function ticketOf({ remote, settings }: Client, issue: Issue, asked: string): Ticket {
  const { description, ...unshown } = described(issue.description ?? "");
  const { identifier, cycle } = issue;
  return {
    remote,
    id: identifier,
    key: identifier,
    url: issue.url,
    title: cleanLine(issue.title),
    type: null,
    state: linearState(issue.state, settings.status_map),
    project: issue.team.key,
    assignees: issue.assignee ? [personOf(issue.assignee)] : [],
    createdBy: issue.creator ? personOf(issue.creator) : null,
    labels: issue.labels.nodes.map(({ name }) => cleanLine(name)),
    parent: issue.parent?.identifier ?? null,
    createdAt: utc(issue.createdAt),
    updatedAt: utc(issue.updatedAt),
    archived: issue.archivedAt !== null && issue.archivedAt !== undefined,
    movedFrom: asked === identifier ? null : asked,
    description,
    ...unshown,
    criteria: criteriaIn(description),
    affected: [],
    path: null,
    iteration: cycle ? cleanLine(cycle.name || `Cycle ${cycle.number}`) : null,
  };
}

/** A person; the id outlives names and addresses. What Linear calls the display name is the handle that one person has. */
export function personOf({ id, name, displayName, email }: User): Person {
  const login = displayName ? { login: cleanLine(displayName) } : {};
  return { name: cleanLine(name || displayName || id), email: cleanLine(email ?? ""), account: id, ...login };
}

/** A team names its states as it likes; their type is one of a fixed list. */
export function linearState(
  { name, type }: Pick<State, "name" | "type">,
  map: Client["settings"]["status_map"],
): Ticket["state"] {
  return stateOf(cleanLine(name), CATEGORIES.get(type) ?? "unknown", map);
}

/** Linear's types of states, each with its category. */
export const CATEGORIES: ReadonlyMap<string, StateCategory> = new Map<string, StateCategory>([
  ["triage", "open"],
  ["backlog", "open"],
  ["unstarted", "open"],
  ["started", "in_progress"],
  ["completed", "done"],
  ["canceled", "canceled"],
  ["duplicate", "canceled"],
]);
