import type { Past, Ticket } from "../../core/ticket.ts";
import type { Tracker } from "../../core/tracker.ts";
import { askPasts } from "../ask-many.ts";
import { type Move, pastOf, untoldBy } from "../past-of.ts";
import { ticketIn } from "../present.ts";
import { utc } from "../text.ts";
import type { Api } from "./api.ts";
import { type Asked, askBatch, MOST_ALIASES, NOT_IN_GRAPHQL } from "./batch.ts";
import { batchShape, type PastNode, pastNodeShape } from "./graphql-schema.ts";
import { stateName, stateNamed } from "./map.ts";
import { actorOf, personOf } from "./person.ts";
import { pastFields } from "./query.ts";
import { timeline } from "./timeline.ts";

const PAST: Asked<PastNode> = { fields: pastFields, shape: batchShape(pastNodeShape) };

/** Every issue begins open. Fifty are asked for together; what GraphQL does not tell whole is asked of REST, one by one. */
export async function pastsOf(
  api: Api,
  many: Tracker["many"],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Past>> {
  const known = ids.length > 0 && (await api.http.authenticated().catch(() => true));
  const rest = new Set(known ? [] : ids);
  const told = await askPasts(known ? ids : [], MOST_ALIASES, async (batch) => {
    const pasts = new Map<string, Past>();
    for (const [id, answer] of await askBatch(api, batch, PAST)) {
      const isWhole = "node" in answer && !answer.node.timelineItems.pageInfo.hasNextPage;
      if (isWhole) pasts.set(id, pastIn(api, answer.node));
      else if ("node" in answer || answer.lookup === NOT_IN_GRAPHQL) rest.add(id);
      else pasts.set(id, untoldBy(api.remote, id, answer.lookup));
    }
    return pasts;
  });
  const singly = await askPasts([...rest], 1, async ([id = ""]) => {
    const ticket = ticketIn(api.remote, id, (await many([id])).get(id));
    return new Map([[id, await pastByRest(api, ticket)]]);
  });
  return new Map([...told, ...singly]);
}

function pastIn({ remote, settings }: Api, { createdAt, state, stateReason, timelineItems }: PastNode): Past {
  const moves = (timelineItems.nodes ?? []).flatMap((event): readonly Move[] => {
    const at = utc(event?.createdAt);
    if (!event || at === null) return [];
    const name = event.__typename === "ClosedEvent" ? stateName("closed", event.stateReason) : "open";
    return [{ at, by: actorOf(event.actor), to: stateNamed(name, settings) }];
  });
  const now = stateNamed(stateName(state, stateReason), settings);
  return pastOf(remote, { createdAt: utc(createdAt), first: stateNamed("open", settings), moves, now });
}

async function pastByRest(api: Api, { id, createdAt, state: now }: Ticket): Promise<Past> {
  const { remote, settings } = api;
  const moves: Move[] = [];
  for await (const { event, created_at, actor, state_reason } of timeline(api, id)) {
    const at = utc(created_at);
    if (at === null || (event !== "closed" && event !== "reopened")) continue;
    const name = event === "closed" ? stateName("closed", state_reason) : "open";
    moves.push({ at, by: personOf(actor), to: stateNamed(name, settings) });
  }
  return pastOf(remote, { createdAt, first: stateNamed("open", settings), moves, now });
}
