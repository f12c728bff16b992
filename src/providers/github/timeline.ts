import { type Api, placeOf } from "./api.ts";
import { PAGE, pages } from "./pages.ts";
import { type Event, eventsShape } from "./schema.ts";

/** All that happened to an issue, oldest first. */
export async function* timeline(api: Api, id: string): AsyncGenerator<Event> {
  const request = { path: `${placeOf(id)?.path ?? ""}/timeline`, query: { per_page: PAGE } };
  for await (const events of pages(api, id, { request, shape: eventsShape })) yield* events;
}
