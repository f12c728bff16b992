import type { TicketEvent } from "../../core/tracker.ts";
import { oldestFirst } from "../oldest-first.ts";
import { expect } from "../refusal.ts";
import { cleanLine, utc } from "../text.ts";
import { trouble } from "../trouble.ts";
import type { Api } from "./api.ts";
import { editedShape } from "./graphql-schema.ts";
import { repositoryIn, stateName } from "./map.ts";
import { actorOf, personOf } from "./person.ts";
import { EDITED_QUERY } from "./query.ts";
import type { Event } from "./schema.ts";
import { timeline } from "./timeline.ts";

type Change = Pick<TicketEvent, "field" | "from" | "to">;

/**
 * Who changed what, oldest first. REST does not tell of a changed description, and GraphQL of the last change: without a
 * credential, which GraphQL wants, there is no history that could be taken for a whole one. `id` is the present one.
 */
export async function historyOf(api: Api, id: string): Promise<readonly TicketEvent[]> {
  const events: TicketEvent[] = [...(await descriptionOf(api, id))];
  let state = "open";
  for await (const event of timeline(api, id)) {
    const at = utc(event.created_at);
    const change = changeIn(event, state);
    if (at === null || change === null) continue;
    if (change.field === "state") state = change.to ?? state;
    events.push({ at, by: personOf(event.actor), ...clean(change) });
  }
  return oldestFirst(events);
}

async function descriptionOf(api: Api, id: string): Promise<readonly TicketEvent[]> {
  if (!(await api.http.authenticated()))
    throw trouble(
      "credentials",
      `${api.remote} tells without a credential not when a description was changed.`,
    );
  const [, owner, name, number] = /^([^/]+)\/(.+)#(\d+)$/.exec(id) ?? [];
  const reply = await api.graphql(EDITED_QUERY, { owner, name, number: Number(number) });
  const { data, errors } = await expect(api, id, { reply, shape: editedShape });
  const issue = data?.repository?.issue;
  if (!issue)
    throw trouble("unavailable", `${api.remote} does not tell when the description of ${id} was changed.`, {
      found: (errors ?? []).map(({ message }) => message).join("; "),
    });
  const at = utc(issue.lastEditedAt);
  return at === null ? [] : [{ at, by: actorOf(issue.editor), field: "description", from: null, to: null }];
}

/** `state`: the state before. Null: nothing of the issue itself was changed. */
function changeIn(event: Event, state: string): Change | null {
  const { label, assignee, milestone, rename, issue_type, prev_issue_type, parent_issue } = event;
  const parent = parent_issue ? `${repositoryIn(parent_issue.repository_url)}#${parent_issue.number}` : null;
  switch (event.event) {
    case "closed":
      return { field: "state", from: state, to: stateName("closed", event.state_reason) };
    case "reopened":
      return { field: "state", from: state, to: "open" };
    case "labeled":
      return { field: "labels", from: null, to: label?.name ?? null };
    case "unlabeled":
      return { field: "labels", from: label?.name ?? null, to: null };
    case "assigned":
      return { field: "assignees", from: null, to: assignee?.login ?? null };
    case "unassigned":
      return { field: "assignees", from: assignee?.login ?? null, to: null };
    case "renamed":
      return { field: "title", from: rename?.from ?? null, to: rename?.to ?? null };
    case "milestoned":
      return { field: "milestone", from: null, to: milestone?.title ?? null };
    case "demilestoned":
      return { field: "milestone", from: milestone?.title ?? null, to: null };
    case "issue_type_added":
    case "issue_type_changed":
      return { field: "type", from: prev_issue_type?.name ?? null, to: issue_type?.name ?? null };
    case "issue_type_removed":
      return { field: "type", from: (prev_issue_type ?? issue_type)?.name ?? null, to: null };
    case "parent_issue_added":
      return { field: "parent", from: null, to: parent };
    case "parent_issue_removed":
      return { field: "parent", from: parent, to: null };
    case "transferred":
      return { field: "project", from: null, to: null };
    default:
      return null;
  }
}

function clean({ field, from, to }: Change): Change {
  return { field, from: from === null ? null : cleanLine(from), to: to === null ? null : cleanLine(to) };
}
