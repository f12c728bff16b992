import type { HttpReply, Shape } from "../../core/http.ts";
import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { factRefusal } from "../refusal.ts";
import { trouble } from "../trouble.ts";
import { type Api, NO_ID, placeOf } from "./api.ts";
import type { GraphqlError } from "./graphql-schema.ts";
import { PULL_REQUEST, UNSEEN } from "./one.ts";
import { batchQuery, OPTIONAL, type Wanted } from "./query.ts";

/** Aliases of one query: more time out on GitHub's side long before its limit of nodes is reached. */
export const MOST_ALIASES = 50;

/** GraphQL calls a transferred, a deleted and a missing issue the same; only REST tells them apart. */
export const NOT_IN_GRAPHQL: Lookup = { status: "absent" };

/** An issue as it was asked for, or why there is none. */
export type Answered<N> = { readonly node: N } | { readonly lookup: Lookup };

/** Most ids are asked for together. `fields`: what is asked of each, without what an older server lacks. */
export interface Asked<N> {
  readonly fields: (lacks: ReadonlySet<string>) => string;
  readonly shape: Shape<Batch<N>>;
}

interface Other {
  readonly __typename: "PullRequest";
}

interface Batch<N> {
  readonly data?:
    | Readonly<Record<string, Readonly<Record<string, N | Other | null>> | null>>
    | null
    | undefined;
  readonly errors?: readonly GraphqlError[] | null | undefined;
}

/** At most `MOST_ALIASES` issues in one query. */
export async function askBatch<N extends { readonly __typename: "Issue" }>(
  api: Api,
  ids: readonly string[],
  asked: Asked<N>,
): Promise<ReadonlyMap<string, Answered<N>>> {
  const wanted = byRepository(ids);
  const { data, errors } = await ask(api, wanted, asked);
  const at = new Map(wanted.map(({ repository }, index) => [repository, `r${index}`]));
  return new Map(
    ids.map((id): [string, Answered<N>] => {
      const place = placeOf(id);
      if (place === null) return [id, { lookup: NO_ID }];
      const block = at.get(place.repository) ?? "";
      const nodes = data[block];
      const lookup = (path: readonly string[], missing: Lookup) => ({
        lookup: refused(api, errorAt(errors, path), missing),
      });
      if (!nodes) return [id, lookup([block], { status: "forbidden", detail: UNSEEN })];
      const node = nodes[`i${place.number}`];
      if (!node) return [id, lookup([block, `i${place.number}`], NOT_IN_GRAPHQL)];
      return [id, node.__typename === "Issue" ? { node } : { lookup: PULL_REQUEST }];
    }),
  );
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

/** Asks, and asks again without what an older server does not know. */
async function ask<N>(api: Api, wanted: readonly Wanted[], { fields, shape }: Asked<N>) {
  for (let tries = 0; ; tries++) {
    const { query, variables } = batchQuery(wanted, fields(api.lacks));
    const reply = await api.graphql(query, variables);
    if (reply.status !== 200) throw await factRefusal(api, "the batch", reply);
    const { data, errors } = await readBatch(api, reply, shape);
    if (data) return { data, errors };
    const unknown = errors.flatMap(({ extensions }) => unknownIn(extensions));
    if (unknown.length === 0 || tries >= OPTIONAL.length) throw wholeRefusal(api, errors);
    for (const name of unknown) api.lacks.add(name);
  }
}

async function readBatch<N>({ remote }: Api, reply: HttpReply, shape: Shape<Batch<N>>) {
  const { data, errors } = await readJson(remote, reply, shape);
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
