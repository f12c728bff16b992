import type { Lookup } from "../../core/ticket.ts";
import { askMany } from "../ask-many.ts";
import { asLookup } from "../trouble.ts";
import { ask, type Client } from "./client.ts";
import { lookupOf } from "./map.ts";
import { ISSUE, type Issue, issueShape } from "./schema.ts";

/** Issues of one request: with their labels they stay below the complexity that one query may have. */
export const BATCH = 100;

/**
 * Looks up any number of ids. A batch finds issues under the id that they have now; what it leaves out may have moved to
 * another team, and only a question for the single id finds it then.
 */
export async function lookUpMany(
  client: Client,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  return askMany(ids, BATCH, async (batch) => {
    const issues = await fetchBatch(client, batch);
    const byId = new Map(issues.map((issue) => [issue.identifier, issue]));
    const found = batch.flatMap((id) => {
      const issue = byId.get(id);
      return issue === undefined ? [] : [[id, lookupOf(client, issue, id)] as const];
    });
    const rest = batch.filter((id) => !byId.has(id));
    const singles = await askMany(rest, 1, async ([id = ""]) => new Map([[id, await lookUpOne(client, id)]]));
    return new Map([...found, ...singles]);
  });
}

async function lookUpOne(client: Client, id: string): Promise<Lookup> {
  try {
    return lookupOf(client, await fetchIssue(client, id), id);
  } catch (thrown) {
    return asLookup(thrown);
  }
}

/** One issue, also by an id that it had before. Throws what Linear answers instead. */
export async function fetchIssue(client: Client, id: string): Promise<Issue> {
  const { issue } = await ask(client, {
    query: `query Issue($id: String!) { issue(id: $id) { ${ISSUE} } }`,
    variables: { id },
    shape: (z) => z.object({ issue: issueShape(z) }),
    about: id,
  });
  return issue;
}

async function fetchBatch(client: Client, ids: readonly string[]): Promise<readonly Issue[]> {
  const { issues } = await ask(client, {
    query: `query Issues($filter: IssueFilter!, $first: Int!) {
      issues(filter: $filter, first: $first, includeArchived: true) { nodes { ${ISSUE} } }
    }`,
    variables: { filter: anyOf(ids), first: BATCH },
    shape: (z) => z.object({ issues: z.object({ nodes: z.array(issueShape(z)) }) }),
    about: `${ids.length} issues`,
  });
  return issues.nodes;
}

/** A filter for the issues that have these ids now. */
export function anyOf(ids: readonly string[]): Readonly<Record<string, unknown>> {
  const teams = new Map<string, number[]>();
  for (const id of ids) {
    const dash = id.lastIndexOf("-");
    const key = id.slice(0, dash);
    teams.set(key, [...(teams.get(key) ?? []), Number(id.slice(dash + 1))]);
  }
  return {
    or: [...teams].map(([key, numbers]) => ({ team: { key: { eq: key } }, number: { in: numbers } })),
  };
}
