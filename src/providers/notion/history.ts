import type { TicketEvent } from "../../core/tracker.ts";
import { utc } from "../text.ts";
import type { Space } from "./ask.ts";
import { readOwn } from "./many.ts";
import { personOf } from "./map.ts";

/** This API keeps no changes: it tells who made a page and who edited it last, and when, not what they changed. */
export async function history(space: Space, id: string): Promise<readonly TicketEvent[]> {
  const { created_time, created_by, last_edited_time, last_edited_by } = await readOwn(space, id);
  const event = (field: string, time: string, by: typeof created_by): readonly TicketEvent[] => {
    const at = utc(time);
    return at === null ? [] : [{ at, by: by ? personOf(by) : null, field, from: null, to: null }];
  };
  return [
    ...event("created", created_time, created_by),
    ...event("edited", last_edited_time, last_edited_by),
  ];
}
