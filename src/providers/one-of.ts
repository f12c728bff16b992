import { SILENT } from "../core/ticket.ts";
import type { Tracker } from "../core/tracker.ts";

/** The look-up of a single id, by that of many; an answer that leaves the id out is no answer. */
export function oneOf(many: Tracker["many"]): Tracker["one"] {
  return async (id) => (await many([id])).get(id) ?? SILENT;
}
