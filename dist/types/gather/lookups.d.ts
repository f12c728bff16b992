import type { Law } from "../core/law.js";
import type { Source } from "../core/ports.js";
import { type Lookup } from "../core/ticket.js";
/** Remote name -> where its tickets are looked up; null: nothing here can ask that tracker. */
export type Sources = ReadonlyMap<string, Source | null>;
/** An id that somebody named; null: no remote owns it. */
export interface Wanted {
    readonly remote: string | null;
    readonly id: string;
}
/** Asks every remote once for all of its ids, all of them at the same time. Answers for each (remote, id), keyed by `lookupKey`. */
export declare function lookUp(law: Law, sources: Sources, wanted: Iterable<Wanted>): Promise<Readonly<Record<string, Lookup>>>;
/** By name, the answer for every id of the remotes that nothing here can ask: a history cites thousands of those. */
export declare function unaskable(law: Law, sources: Sources, wanted: Iterable<Wanted>): Promise<ReadonlyMap<string, Lookup>>;
