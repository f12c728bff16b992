import type { Person, Ticket } from "../../core/ticket.ts";
import { stateOf } from "../states.ts";
import { cleanLine, criteriaIn, described, utc } from "../text.ts";
import { typeOf } from "../types.ts";
import type { GitlabSettings } from "./access.ts";
import type { Issue } from "./schema.ts";

/** GitLab's states: why an issue was closed is not told. */
export const STATES = { opened: "open", closed: "done" } as const;

/** A state under GitLab's name, in the policy's category. */
export function stateNamed(name: string, { status_map }: GitlabSettings): Ticket["state"] {
  const told = Object.entries(STATES).find(([one]) => one === name)?.[1] ?? "unknown";
  return stateOf(name, told, status_map);
}

/** An account under its display name, with the number that stays and the user name that nobody else has. */
export function personOf(
  user:
    | {
        readonly id: number;
        readonly username?: string | undefined;
        readonly name?: string | null | undefined;
      }
    | null
    | undefined,
): Person | null {
  if (user === null || user === undefined) return null;
  const { id, username, name } = user;
  const login = username === undefined ? {} : { login: cleanLine(username) };
  const isBot = BOT.test(username ?? "");
  return {
    name: cleanLine(name ?? username ?? ""),
    email: "",
    account: String(id),
    ...login,
    ...(isBot ? { isBot } : {}),
  };
}

/** How GitLab calls the users behind access tokens of projects and groups; its API marks them nowhere else that is read here. */
const BOT = /^(?:project|group)_\d+_bot(?:_?[0-9a-z]+)?$/;

/** `asked`: the id that it was looked up by; null: it was listed. */
export function ticketOf(
  issue: Issue,
  { remote, settings, asked }: { remote: string; settings: GitlabSettings; asked: string | null },
): Ticket {
  const id = spelled(issue.references.full, asked ?? `${settings.project}#${issue.iid}`);
  const { description, ...unshown } = described(issue.description ?? "");
  return {
    remote,
    id,
    key: id,
    url: issue.web_url,
    title: cleanLine(issue.title),
    type: typeOf(issue.issue_type),
    state: stateNamed(issue.state, settings),
    project: issue.references.full.replace(/#\d+$/, ""),
    assignees: (issue.assignees ?? []).flatMap((user) => personOf(user) ?? []),
    createdBy: personOf(issue.author),
    labels: issue.labels.map(cleanLine),
    parent: epicOf(issue),
    createdAt: utc(issue.created_at),
    updatedAt: utc(issue.updated_at),
    archived: false,
    movedFrom: asked === null || asked === id ? null : asked,
    description,
    ...unshown,
    criteria: criteriaIn(description),
    affected: [],
    path: null,
    versions: issue.milestone ? [cleanLine(issue.milestone.title)] : [],
    iteration: iterationOf(issue),
  };
}

/** GitLab compares names without case; an id keeps the spelling that the policy knows it by. */
function spelled(told: string, known: string): string {
  return told.toLowerCase() === known.toLowerCase() ? known : told;
}

/** `/groups/acme/-/epics/5` is `acme&5`. */
function epicOf({ epic }: Issue): string | null {
  const group = /\/groups\/(.+?)\/-\/epics\/\d+$/.exec(epic?.url ?? "")?.[1];
  return epic && group !== undefined ? `${group}&${epic.iid}` : null;
}

/** Iterations of a cadence have no title, only dates. */
function iterationOf({ iteration }: Issue): string | null {
  if (!iteration) return null;
  return cleanLine(iteration.title ?? `${iteration.start_date ?? ""}/${iteration.due_date ?? ""}`);
}
