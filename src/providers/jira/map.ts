import type { Person, StateCategory, Ticket } from "../../core/ticket.ts";
import { stateOf } from "../states.ts";
import { cleanLine, criteriaIn, described, utc } from "../text.ts";
import { typeOf } from "../types.ts";
import { browseBase } from "./access.ts";
import { readAdf } from "./adf/read.ts";
import type { Client } from "./client.ts";
import type { Issue, User } from "./schema.ts";
import type { JiraSettings } from "./settings.ts";
import { readWiki } from "./wiki/read.ts";

/** An issue as a ticket. `asked`: the key that it was asked for by. */
export function ticketOf({ remote, settings }: Client, issue: Issue, asked: string): Ticket {
  const { key, fields } = issue;
  const { description, ...unshown } = described(markdownOf(fields.description));
  const creator = fields.creator ?? fields.reporter;
  return {
    remote,
    id: key,
    key,
    url: `${browseBase(settings)}/browse/${key}`,
    title: cleanLine(fields.summary ?? ""),
    type: typeOf(fields.issuetype && cleanLine(fields.issuetype.name)),
    state: jiraState(settings, fields.status, fields.resolution?.name),
    project: fields.project?.key ?? key.slice(0, key.lastIndexOf("-")),
    assignees: fields.assignee ? [personOf(fields.assignee)] : [],
    createdBy: creator ? personOf(creator) : null,
    labels: (fields.labels ?? []).map(cleanLine),
    parent: fields.parent?.key ?? null,
    createdAt: utc(fields.created),
    updatedAt: utc(fields.updated),
    archived: fields.archiveddate !== undefined && fields.archiveddate !== null,
    movedFrom: asked === key ? null : asked,
    description,
    ...unshown,
    criteria: criteriaIn(description),
    affected: [],
    path: null,
    versions: (fields.fixVersions ?? []).map(({ name }) => cleanLine(name)),
  };
}

/** A description or comment as Markdown: Cloud keeps a document, Data Center a text in wiki markup. */
export function markdownOf(body: unknown): string {
  return typeof body === "string" ? readWiki(body) : readAdf(body);
}

/** A person; Cloud's stable id is the account id, Data Center's the key, which outlives the login. */
export function personOf(user: User): Person {
  const account = accountOf(user);
  return {
    name: cleanLine(user.displayName ?? user.name ?? account ?? ""),
    email: cleanLine(user.emailAddress ?? ""),
    ...(account === null ? {} : { account }),
    // Cloud has no logins any more.
    ...(user.name ? { login: cleanLine(user.name) } : {}),
  };
}

/** The stable id of a person; null: Jira hides it. */
export function accountOf({ accountId, key, name }: User): string | null {
  return accountId ?? key ?? name ?? null;
}

/** Jira has no category for work that was given up: its status or resolution tells. */
export function jiraState(
  { status_map }: JiraSettings,
  status: Issue["fields"]["status"],
  resolution: string | null | undefined,
): Ticket["state"] {
  const told = CATEGORIES.get(status.statusCategory?.key ?? "") ?? "unknown";
  const givenUp = GIVEN_UP.test(resolution ?? "") || GIVEN_UP.test(status.name);
  return stateOf(cleanLine(status.name), told === "done" && givenUp ? "canceled" : told, status_map);
}

const CATEGORIES: ReadonlyMap<string, StateCategory> = new Map<string, StateCategory>([
  ["new", "open"],
  ["indeterminate", "in_progress"],
  ["done", "done"],
]);

const GIVEN_UP =
  /^\s*(?:won['’]?t\s+(?:do|fix)|will not (?:do|fix)|(?:closed as )?duplicate|cannot reproduce|declined|rejected|cancell?ed|abandoned|obsolete|invalid|not a bug)\s*$/i;
