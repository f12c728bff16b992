import type { Origin, Person, StateCategory, Ticket } from "../../core/ticket.ts";
import { stateOf } from "../states.ts";
import { cleanLine, criteriaIn, described, utc } from "../text.ts";
import { typeOf } from "../types.ts";
import type { GithubSettings } from "./access.ts";
import type { IssueNode } from "./graphql-schema.ts";
import { isOutsider, originOf } from "./origin.ts";
import { actorOf, personOf } from "./person.ts";
import type { Issue } from "./schema.ts";

/** What REST and GraphQL both tell of an issue. */
interface Told {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: Ticket["state"]["name"];
  readonly url: string;
  readonly author: Person | null;
  readonly assignees: readonly Person[];
  readonly labels: readonly string[];
  readonly type: string | null;
  readonly milestone: string | null;
  /** Undefined: the server knows of no such thing. */
  readonly parent: string | null | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Left out: it is asked for apart, or there is nothing to tell. */
  readonly origin?: Origin;
}

/** GitHub's states as we name them: a closed issue by the reason why. */
export const STATES = {
  open: "open",
  closed: "done",
  not_planned: "canceled",
  duplicate: "canceled",
} as const;

/** The name of a state: `open`, `closed` (completed, or no reason told), `not_planned`, `duplicate`. */
export function stateName(state: string, reason: string | null | undefined): string {
  if (state.toLowerCase() !== "closed") return state.toLowerCase();
  const why = reason?.toLowerCase();
  return why === "not_planned" || why === "duplicate" ? why : "closed";
}

/** A state under its name in the policy's and GitHub's words. */
export function stateNamed(name: string, settings: GithubSettings): Ticket["state"] {
  const told: StateCategory = Object.entries(STATES).find(([one]) => one === name)?.[1] ?? "unknown";
  return stateOf(name, told, settings.status_map);
}

/** `owner/repo` of an API address such as `https://api.github.com/repos/owner/repo`. */
export function repositoryIn(url: string): string {
  return /\/repos\/([^/]+\/[^/]+)/.exec(url)?.[1] ?? "";
}

/** An issue in REST's words. */
export function fromRest(issue: Issue): Told {
  const parent = /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(issue.parent_issue_url ?? "");
  return {
    repository: repositoryIn(issue.repository_url),
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    state: stateName(issue.state, issue.state_reason),
    url: issue.html_url,
    author: personOf(issue.user),
    assignees: (issue.assignees ?? []).flatMap((user) => personOf(user) ?? []),
    labels: issue.labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
    type: issue.type?.name ?? null,
    milestone: issue.milestone?.title ?? null,
    parent: parent === null ? null : `${parent[1]}#${parent[2]}`,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
  };
}

/** The same in GraphQL's. */
export function fromGraphql(node: IssueNode): Told {
  const { number, title, body, url, createdAt, updatedAt, repository, authorAssociation } = node;
  const author = actorOf(node.author);
  const isStrange = isOutsider(authorAssociation) && !repository.isPrivate;
  const actors = (node.timelineItems.nodes ?? []).map((event) => {
    const actor = event?.actor;
    return actor && { ...actor, id: actor.databaseId, type: actor.__typename };
  });
  return {
    number,
    title,
    body,
    url,
    createdAt,
    updatedAt,
    repository: repository.nameWithOwner,
    state: stateName(node.state, node.stateReason),
    author,
    ...(isStrange ? { origin: originOf(author, actors) } : {}),
    assignees: (node.assignees.nodes ?? []).flatMap((one) => actorOf(one) ?? []),
    labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    type: node.issueType?.name ?? null,
    milestone: node.milestone?.title ?? null,
    parent: parentOf(node.parent),
  };
}

function parentOf(parent: IssueNode["parent"]): Told["parent"] {
  return parent && `${parent.repository.nameWithOwner}#${parent.number}`;
}

/** `asked`: the id that it was looked up by; null: it was listed. */
export function ticketOf(
  told: Told,
  { remote, settings, asked }: { remote: string; settings: GithubSettings; asked: string | null },
): Ticket {
  const id = spelled(`${told.repository}#${told.number}`, asked ?? `${settings.repo}#${told.number}`);
  const { description, ...unshown } = described(told.body);
  const type = typeOf(told.type);
  return {
    remote,
    id,
    key: id,
    url: told.url,
    title: cleanLine(told.title),
    type: type && { ...type, name: cleanLine(type.name) },
    state: stateNamed(told.state, settings),
    project: told.repository,
    assignees: told.assignees,
    createdBy: told.author,
    labels: told.labels.map(cleanLine),
    parent: told.parent ?? null,
    ...(told.parent === undefined ? { untold: ["parent"] } : {}),
    createdAt: utc(told.createdAt),
    updatedAt: utc(told.updatedAt),
    archived: false,
    movedFrom: asked === null || asked === id ? null : asked,
    description,
    ...unshown,
    criteria: criteriaIn(description),
    affected: [],
    path: null,
    versions: told.milestone === null ? [] : [cleanLine(told.milestone)],
    ...(told.origin === undefined ? {} : { origin: told.origin }),
  };
}

/** GitHub compares names without case; an id keeps the spelling that the policy knows it by. */
function spelled(told: string, known: string): string {
  return told.toLowerCase() === known.toLowerCase() ? known : told;
}
