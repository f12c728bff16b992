import type { Tree } from "../core/ports.js";
import type { Lookup, Ticket } from "../core/ticket.js";
import { type Backlog } from "./backlog.js";
import type { ParsedTask, TaskOptions } from "./parse.js";
import { type FileProblem } from "./relations.js";
/** The local tasks of one tree, as they stood when they were opened. */
export interface Tasks {
    readonly backlogs: readonly Backlog[];
    /** Configured prefixes, and those of ids in file names; upper case, sorted. */
    readonly prefixes: readonly string[];
    /** Task folders' Markdown files, root-relative, by folder and name. */
    readonly paths: readonly string[];
    /** One answer for each canonical id. Reads what the names point to; all files only for an id in no name. */
    byId(ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>>;
    /** Every ticket that an id leads to without doubt. */
    all(): Promise<readonly Ticket[]>;
    /** Every file, parsed one batch at a time. */
    each(): AsyncIterable<ParsedTask>;
    /** Everything that is wrong with the files, one by one and in each other's company, and with the configuration. */
    problems(): Promise<readonly FileProblem[]>;
    /** Where the task of a canonical id stands, or null. */
    fileOf(id: string): Promise<string | null>;
    /** Would a file of this path be a task file here? It need not exist. */
    isTaskPath(path: string): boolean;
    /** Parses bytes as the file at this path; null where that is no task file. */
    parse(path: string, bytes: Uint8Array): Promise<ParsedTask | null>;
}
/** Finds a tree's backlogs and lists their files; no task file is read before it is asked for. */
export declare function openTasks(tree: Tree, options?: TaskOptions): Promise<Tasks>;
