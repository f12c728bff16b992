import { Fault } from "../../core/fault.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { isState } from "../states.ts";
import { cleanMarkdown } from "../text.ts";
import { trouble } from "../trouble.ts";
import { ask, type Client, change } from "./client.ts";
import { userFilter } from "./list.ts";
import { fetchIssue } from "./many.ts";
import { linearState } from "./map.ts";
import { ISSUE, type Issue, issueShape, type State, stateShape, userShape } from "./schema.ts";

/** Most states or labels of a team that are looked at. */
const MOST = 250;

/** Puts an issue into the first state of its team that fits; one that stands there stays. */
export async function setState(client: Client, id: string, target: string): Promise<Ticket["state"]> {
  const { status_map } = client.settings;
  const issue = await fetchIssue(client, id);
  const now = linearState(issue.state, status_map);
  if (isState(target, now)) return now;
  const states = await statesOf(client, issue.team.key);
  const fitting = states.filter((state) => isState(target, linearState(state, status_map)));
  const state = fitting.find(({ type }) => type !== "triage") ?? fitting[0];
  if (state === undefined)
    throw new Fault("usage", `${client.remote} has no state ${target} in the team of ${id}.`, {
      wanted: states.map(({ name }) => name).join(", "),
    });
  return linearState((await update(client, issue, { stateId: state.id })).state, status_map);
}

async function statesOf(client: Client, team: string): Promise<readonly State[]> {
  const { workflowStates } = await ask(client, {
    query: `query States($team: String!, $first: Int!) {
      workflowStates(filter: { team: { key: { eq: $team } } }, first: $first) { nodes { id name type position } }
    }`,
    variables: { team, first: MOST },
    shape: (z) => z.object({ workflowStates: z.object({ nodes: z.array(stateShape(z)) }) }),
    about: `the states of ${team}`,
  });
  return workflowStates.nodes.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
}

async function update(
  client: Client,
  issue: Issue,
  input: Readonly<Record<string, unknown>>,
): Promise<Issue> {
  const { issueUpdate } = await change(client, {
    query: `mutation Update($id: String!, $input: IssueUpdateInput!) {
      issueUpdate(id: $id, input: $input) { success issue { ${ISSUE} } }
    }`,
    variables: { id: issue.id, input },
    shape: (z) =>
      z.object({ issueUpdate: z.object({ success: z.boolean(), issue: issueShape(z).nullish() }) }),
    about: issue.identifier,
  });
  if (!issueUpdate.success || !issueUpdate.issue)
    throw trouble("unavailable", `${client.remote} did not change ${issue.identifier}.`);
  return issueUpdate.issue;
}

/** Sets the given fields in one request, and compares what Linear says that it stored. */
export async function editIssue(client: Client, id: string, edit: TicketEdit): Promise<void> {
  const { title, description, labels, assignees } = edit;
  const issue = await fetchIssue(client, id);
  const labelIds = labels && (await labelIdsOf(client, issue, labels));
  const assigneeId = assignees && (await assigneeIdOf(client, id, assignees));
  const input = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(labelIds === undefined ? {} : { labelIds }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
  if (Object.keys(input).length === 0) return;
  const after = await update(client, issue, input);
  const stored = after.labels.nodes
    .map(({ name }) => name.toLowerCase())
    .sort()
    .join("\n");
  const dropped = [
    title !== undefined && after.title.trim() !== title.trim() ? "the title" : "",
    description !== undefined && !isSameText(description, after.description ?? "") ? "the description" : "",
    labels !== undefined && stored !== distinct(labels).sort().join("\n") ? "the labels" : "",
    assigneeId !== undefined && (after.assignee?.id ?? null) !== assigneeId ? "the assignee" : "",
  ].filter(Boolean);
  if (dropped.length > 0)
    throw trouble("forbidden", `${client.remote} did not take ${dropped.join(" and ")} of ${id}.`);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** Linear writes Markdown in its own way: only the letters and digits are compared. */
function isSameText(one: string, other: string): boolean {
  const letters = (text: string) => cleanMarkdown(text).replace(/[^\p{L}\p{N}]+/gu, "");
  return letters(one) === letters(other);
}

async function labelIdsOf(
  client: Client,
  { team, identifier }: Issue,
  labels: readonly string[],
): Promise<readonly string[]> {
  if (labels.length === 0) return [];
  const { issueLabels } = await ask(client, {
    query: `query Labels($filter: IssueLabelFilter, $first: Int!) {
      issueLabels(filter: $filter, first: $first) { nodes { id name team { key } } }
    }`,
    variables: { filter: { or: labels.map((label) => ({ name: { eqIgnoreCase: label } })) }, first: MOST },
    shape: (z) => {
      const label = z.object({
        id: z.string(),
        name: z.string(),
        team: z.object({ key: z.string() }).nullish(),
      });
      return z.object({ issueLabels: z.object({ nodes: z.array(label) }) });
    },
    about: "labels",
  });
  // A label without a team is the whole workspace's.
  const usable = issueLabels.nodes.filter((label) => !label.team || label.team.key === team.key);
  return distinct(labels).map((wanted) => {
    const label = usable.find(({ name }) => name.toLowerCase() === wanted);
    if (label !== undefined) return label.id;
    throw new Fault("usage", `${client.remote} has no label ${wanted} in the team of ${identifier}.`, {
      wanted: "a label that exists",
    });
  });
}

async function assigneeIdOf(
  client: Client,
  id: string,
  [wanted, ...more]: readonly string[],
): Promise<string | null> {
  if (wanted === undefined) return null;
  if (more.length > 0)
    throw new Fault("usage", `${client.remote} gives ${id} one assignee at most.`, { wanted: "one name" });
  const { users } = await ask(client, {
    query:
      "query Users($filter: UserFilter) { users(filter: $filter, first: 2) { nodes { id name displayName email } } }",
    variables: { filter: userFilter(wanted) },
    shape: (z) => z.object({ users: z.object({ nodes: z.array(userShape(z)) }) }),
    about: wanted,
  });
  const [user, ...others] = users.nodes;
  if (user !== undefined && others.length === 0) return user.id;
  throw new Fault(
    "usage",
    `${client.remote} knows nobody, or several, by the name that ${id} is to be assigned to.`,
    {
      found: wanted,
      wanted: "an e-mail address, a display name or a user's id",
    },
  );
}
