import type { Past } from "../../core/ticket.ts";
import type { Tracker } from "../../core/tracker.ts";
import { askPasts } from "../ask-many.ts";
import { type Move, pastOf } from "../past-of.ts";
import { ticketIn } from "../present.ts";
import { utc } from "../text.ts";
import { type Api, issuePath, pages } from "./api.ts";
import { personOf, stateNamed } from "./map.ts";
import { eventsShape } from "./schema.ts";

/** Every issue begins open. The tickets are asked for together, the events of each by a question of its own. */
export async function pastsOf(
  api: Api,
  many: Tracker["many"],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Past>> {
  const { remote, settings } = api;
  const tickets = await many([...new Set(ids)]);
  return askPasts(ids, 1, async ([asked = ""]) => {
    const { id, createdAt, state: now } = ticketIn(remote, asked, tickets.get(asked));
    const first = stateNamed("opened", settings);
    return new Map([[asked, pastOf(remote, { createdAt, first, moves: await movesOf(api, id), now })]]);
  });
}

async function movesOf(api: Api, id: string): Promise<readonly Move[]> {
  const moves: Move[] = [];
  const request = { path: `${issuePath(id)}/resource_state_events` };
  for await (const page of pages(api, id, { request, shape: eventsShape }))
    for (const { created_at, user, state } of page) {
      const at = utc(created_at);
      const name = state === "closed" ? "closed" : "opened";
      if (at !== null) moves.push({ at, by: personOf(user), to: stateNamed(name, api.settings) });
    }
  return moves;
}
