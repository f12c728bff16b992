import type { Audit } from "../core/audit.js";
/** What an audit is mapped by. */
export type MapInput = Pick<Audit, "report" | "history" | "tickets" | "files">;
/**
 * Everything that leads to a ticket, in order: lines of files (`src/a.ts:12`), commits (`commit:<full id>`), pull requests (`pr:12`). Numbers
 * and typed arrays: a chunk's name is made when it is asked for, since a million commits would fill memory with names.
 */
export interface Chunks {
    readonly count: number;
    name(chunk: number): string;
    /** Places in `Audit.tickets`, sorted. */
    tickets(chunk: number): readonly number[];
}
/** Opens the chunks of an audit. What nobody found is no item, so a chunk that names nothing else is none. */
export declare function chunksOf({ report, history, tickets, files }: MapInput): Chunks;
/** What each ticket is called in the map: as people write it, with its remote before it where two trackers have the same. */
export declare function itemNames(tickets: Audit["tickets"]): readonly string[];
/** The chunks of each ticket, by place in `Audit.tickets`. */
export declare function chunksByTicket(chunks: Chunks, tickets: number): readonly (readonly number[])[];
/** Ticket -> what leads to it: lines (`path:line`), commits (`commit:<id>`), pull requests (`pr:12`). Tickets without any are left out. */
export declare function itemToChunks(audit: MapInput): ReadonlyMap<string, readonly string[]>;
/** The same the other way round: line, commit or pull request -> tickets. */
export declare function chunkToItems(audit: MapInput): ReadonlyMap<string, readonly string[]>;
