import type { StateCategory, Ticket } from "../core/ticket.js";
import type { Backlog, FolderKind } from "./backlog.js";
/** A policy's own word on statuses, by plain name; it outranks what their names and places say. */
export type Categories = ReadonlyMap<string, StateCategory>;
/** How statuses are to be read. */
export interface Reading {
    readonly backlog: Pick<Backlog, "statuses" | "dialect">;
    readonly categories?: Categories | undefined;
}
/** Reads a policy's `status_map`: category to names. */
export declare function readCategories(map: Readonly<Partial<Record<StateCategory | "review", readonly string[] | undefined>>>): Categories;
/** The same from the settings of the remote that local tasks are, as a law holds them; left out where they say nothing. */
export declare function categoriesIn(settings: Readonly<Record<string, unknown>> | undefined): Categories | undefined;
/**
 * The state of a task in its folder: completed files are done whatever they say (unless cancelled), and a draft is in
 * no category, so that it can't authorise even where its status could.
 */
export declare function stateOf(status: string | null, kind: FolderKind, reading: Reading): Ticket["state"];
/** True where the policy or the backlog's configuration lists the status, or its dialect has it by itself. */
export declare function isConfigured(status: string, { backlog, categories }: Reading): boolean;
