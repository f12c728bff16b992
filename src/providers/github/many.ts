import type { HttpReply } from "../../core/http.ts";
import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { askMany } from "../ask-many.ts";
import { factRefusal } from "../refusal.ts";
import { trouble } from "../trouble.ts";
import { type Api, NO_ID, placeOf } from "./api.ts";
import { batchShape, type GraphqlError, type IssueNode } from "./graphql-schema.ts";
import { fromGraphql, ticketOf } from "./map.ts";
import { askOne, PULL_REQUEST, type Sees, UNSEEN } from "./one.ts";
import { batchQuery, OPTIONAL, type Wanted } from "./query.ts";

/** Aliases of one query: more time out on GitHub's side long before its limit of nodes is reached. */
export const MOST_ALIASES = 50;

/** GraphQL for several, REST for one; REST alone without a credential, which GraphQL wants always. */
export async function askForMany(
  api: Api,
  sees: Sees,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  // What goes wrong with the credential is said for every id below.
  const known = ids.length > 0 && (await api.http.authenticated().catch(() => true));
  const one = async (id: string) => new Map([[id, await askOne(api, sees, id)]]);
  const answers = await askMany(ids, known ? MOST_ALIASES : 1, async (batch) => {
    const [first = ""] = batch;
    return batch.length === 1 ? one(first) : askBatch(api, batch);
  });
  // GraphQL calls a transferred, a deleted and a missing issue the same; only REST tells them apart.
  const doubtful = ids.filter((id) => answers.get(id) === NOT_IN_GRAPHQL);
  if (doubtful.length === 0) return answers;
  return new Map([...answers, ...(await askMany(doubtful, 1, ([id = ""]) => one(id)))]);
}

const NOT_IN_GRAPHQL: Lookup = { status: "absent" };

async function askBatch(api: Api, ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
  const wanted = byRepository(ids);
  const { data, errors } = await ask(api, wanted);
  const at = new Map(wanted.map(({ repository }, index) => [repository, `r${index}`]));
  return new Map(
    ids.map((id) => {
      const place = placeOf(id);
      if (place === null) return [id, NO_ID];
      const block = at.get(place.repository) ?? "";
      const nodes = data[block];
      if (!nodes)
        return [id, refused(api, errorAt(errors, [block]), { status: "forbidden", detail: UNSEEN })];
      const node = nodes[`i${place.number}`];
      if (!node) return [id, refused(api, errorAt(errors, [block, `i${place.number}`]), NOT_IN_GRAPHQL)];
      return [id, node.__typename === "Issue" ? found(api, id, node) : PULL_REQUEST];
    }),
  );
}

function found({ remote, settings }: Api, id: string, node: IssueNode): Lookup {
  return {
    status: "found",
    ticket: ticketOf(fromGraphql(node), { remote, settings, asked: id }),
    source: "api",
  };
}

function byRepository(ids: readonly string[]): readonly Wanted[] {
  const numbers = new Map<string, string[]>();
  for (const id of ids) {
    const place = placeOf(id);
    if (place === null) continue;
    numbers.set(place.repository, [...(numbers.get(place.repository) ?? []), place.number]);
  }
  return [...numbers].map(([repository, of]) => ({ repository, numbers: of }));
}

interface Batch {
  readonly data: Readonly<
    Record<string, Readonly<Record<string, IssueNode | { readonly __typename: "PullRequest" } | null>> | null>
  >;
  readonly errors: readonly GraphqlError[];
}

/** Asks, and asks again without what an older server does not know. */
async function ask(api: Api, wanted: readonly Wanted[]): Promise<Batch> {
  for (let tries = 0; ; tries++) {
    const { query, variables } = batchQuery(wanted, api.lacks);
    const reply = await api.graphql(query, variables);
    if (reply.status !== 200) throw await factRefusal(api, "the batch", reply);
    const { data, errors } = await readBatch(api, reply);
    if (data) return { data, errors };
    const unknown = errors.flatMap(({ extensions }) => unknownIn(extensions));
    if (unknown.length === 0 || tries >= OPTIONAL.length) throw wholeRefusal(api, errors);
    for (const name of unknown) api.lacks.add(name);
  }
}

async function readBatch({ remote }: Api, reply: HttpReply) {
  const { data, errors } = await readJson(remote, reply, batchShape);
  return { data: data ?? null, errors: errors ?? [] };
}

function unknownIn(extensions: GraphqlError["extensions"]): readonly string[] {
  return OPTIONAL.filter((one) => one === extensions?.fieldName || one === extensions?.argumentName);
}

function wholeRefusal({ remote }: Api, errors: readonly GraphqlError[]): Error {
  const found = errors.map(({ message }) => message).join("; ");
  const isRefusal = errors.some(({ type }) => type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES");
  if (isRefusal)
    return trouble("forbidden", `${remote} refuses a batch of issues to this credential.`, { found });
  return trouble("unavailable", `${remote} did not answer a batch of issues.`, { found });
}

function errorAt(errors: readonly GraphqlError[], path: readonly string[]): GraphqlError | undefined {
  return errors.find(
    (error) => error.path?.length === path.length && path.every((part, at) => error.path?.[at] === part),
  );
}

/** `missing`: what NOT_FOUND means at this place. A hole without an error says nothing about the ticket. */
function refused({ remote }: Api, error: GraphqlError | undefined, missing: Lookup): Lookup {
  switch (error?.type) {
    case "NOT_FOUND":
      return missing;
    case "FORBIDDEN":
    case "INSUFFICIENT_SCOPES":
      return { status: "forbidden", detail: trouble("forbidden", error.message).message };
    default:
      return {
        status: "unavailable",
        detail: `${remote} left it out of its answer. ${error?.message ?? ""}`.trim(),
      };
  }
}
