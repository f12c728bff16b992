import type { Lookup } from "../../core/ticket.ts";
import { askMany } from "../ask-many.ts";
import type { Api } from "./api.ts";
import { type Asked, askBatch, MOST_ALIASES, NOT_IN_GRAPHQL } from "./batch.ts";
import { batchShape, type IssueNode, issueNodeShape } from "./graphql-schema.ts";
import { fromGraphql, ticketOf } from "./map.ts";
import { askOne } from "./one.ts";
import { ticketFields } from "./query.ts";
import type { Repositories } from "./repositories.ts";

const TICKET: Asked<IssueNode> = { fields: ticketFields, shape: batchShape(issueNodeShape) };

/** GraphQL for several, REST for one; REST alone without a credential, which GraphQL wants always. */
export async function askForMany(
  api: Api,
  repositories: Repositories,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  // What goes wrong with the credential is said for every id below.
  const known = ids.length > 0 && (await api.http.authenticated().catch(() => true));
  const one = async (id: string) => new Map([[id, await askOne(api, repositories, id)]]);
  const answers = await askMany(ids, known ? MOST_ALIASES : 1, async (batch) => {
    const [first = ""] = batch;
    return batch.length === 1 ? one(first) : askTogether(api, batch);
  });
  const doubtful = ids.filter((id) => answers.get(id) === NOT_IN_GRAPHQL);
  if (doubtful.length === 0) return answers;
  return new Map([...answers, ...(await askMany(doubtful, 1, ([id = ""]) => one(id)))]);
}

/** At most `MOST_ALIASES` issues by GraphQL alone. */
export async function askTogether(api: Api, ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
  const { remote, settings } = api;
  const answers = await askBatch(api, ids, TICKET);
  return new Map(
    [...answers].map(([id, answer]): [string, Lookup] => {
      if ("lookup" in answer) return [id, answer.lookup];
      const ticket = ticketOf(fromGraphql(answer.node), { remote, settings, asked: id });
      return [id, { status: "found", ticket, source: "api" }];
    }),
  );
}
