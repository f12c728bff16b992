import type { Past } from "../../core/ticket.ts";
import { askPasts } from "../ask-many.ts";
import { type Move, pastOf, untoldBy } from "../past-of.ts";
import { utc } from "../text.ts";
import { ask, type Client } from "./client.ts";
import { changesOf } from "./history.ts";
import { anyOf } from "./many.ts";
import { linearState, personOf } from "./map.ts";
import { type PastIssue, pastShape } from "./schema.ts";

/** Issues of one request: with so many changes of each they stay below the complexity that one query may have. */
const BATCH = 20;

/** Changes of each issue of a batch; one that has more is asked for alone. */
const CHANGES = 50;

const PAST = `identifier createdAt trashed state { id name type } history(first: $changes) {
  nodes { createdAt actor { id name displayName email } fromState { name type } toState { name type } }
  pageInfo { hasNextPage endCursor }
}`;

/** The states of issues so far. A batch knows issues by their present id alone; what it leaves out is asked for singly. */
export async function pastsOf(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, Past>> {
  return askPasts(ids, BATCH, async (batch) => {
    const byId = new Map((await fetchBatch(client, batch)).map((issue) => [issue.identifier, issue]));
    const found = await askPasts(batch, 1, async ([id = ""]) => {
      const issue = byId.get(id) ?? (await fetchOne(client, id));
      return new Map([[id, await pastIn(client, id, issue)]]);
    });
    return found;
  });
}

async function pastIn(client: Client, id: string, issue: PastIssue): Promise<Past> {
  if (issue.trashed === true) return untoldBy(client.remote, id, { status: "absent" });
  const { history, createdAt } = issue;
  const changes: PastIssue["history"]["nodes"] = [];
  if (history.pageInfo.hasNextPage)
    for await (const change of changesOf(client, issue.identifier)) changes.push(change);
  else changes.push(...history.nodes);
  const map = client.settings.status_map;
  const moved = changes
    .filter(({ toState }) => toState !== null && toState !== undefined)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  const moves = moved.flatMap(({ createdAt: at, actor, toState }): readonly Move[] =>
    toState ? [{ at: utc(at) ?? at, by: actor ? personOf(actor) : null, to: linearState(toState, map) }] : [],
  );
  const now = linearState(issue.state, map);
  const [first] = moved;
  const began = first?.fromState ?? first?.toState;
  return pastOf(client.remote, {
    createdAt: utc(createdAt),
    first: began ? linearState(began, map) : now,
    moves,
    now,
  });
}

async function fetchBatch(client: Client, ids: readonly string[]): Promise<readonly PastIssue[]> {
  const { issues } = await ask(client, {
    query: `query Pasts($filter: IssueFilter!, $first: Int!, $changes: Int!) {
      issues(filter: $filter, first: $first, includeArchived: true) { nodes { ${PAST} } }
    }`,
    variables: { filter: anyOf(ids), first: BATCH, changes: CHANGES },
    shape: (z) => z.object({ issues: z.object({ nodes: z.array(pastShape(z)) }) }),
    about: `${ids.length} issues`,
  });
  return issues.nodes;
}

async function fetchOne(client: Client, id: string): Promise<PastIssue> {
  const { issue } = await ask(client, {
    query: `query Past($id: String!, $changes: Int!) { issue(id: $id) { ${PAST} } }`,
    variables: { id, changes: CHANGES },
    shape: (z) => z.object({ issue: pastShape(z) }),
    about: id,
  });
  return issue;
}
