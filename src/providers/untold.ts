import type { Past } from "../core/ticket.ts";

/** The same answer for every id: nobody can tell. `detail`: why, as a sentence. */
export function untold(ids: readonly string[], detail: string): ReadonlyMap<string, Past> {
  return new Map(ids.map((id) => [id, { status: "untold", detail }]));
}
