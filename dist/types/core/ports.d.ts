import type { Lookup, Past, Ticket } from "./ticket.js";
/**
 * One entry of a tree. `mode` as git writes it: `100644`, `100755`, `120000` (symlink), `160000` (submodule), `040000`
 * (folder); `000000` for what git knows nothing of: a pipe, a socket, a device.
 */
export interface TreeEntry {
    readonly path: string;
    readonly mode: string;
    /** Bytes, where known without reading. */
    readonly size: number | null;
}
/**
 * A tree that the gate trusts: the working tree, or a commit's. Paths are root-relative with `/`.
 * Symlinks are never followed; a path that leaves the root is absent.
 */
export interface Tree {
    /** How people would name it: `working tree`, `origin/main@1a2b3c4`. */
    readonly label: string;
    /** The file's bytes, or null: absent, or not a regular file. Throws `Fault("storage")` above `limit` bytes. */
    read(path: string, limit?: number): Promise<Uint8Array | null>;
    /** Entries directly in a folder, folders included, or all below it without the folders; sorted by path; empty where there is no such folder. */
    list(folder: string, options?: {
        readonly recursive?: boolean;
    }): Promise<readonly TreeEntry[]>;
}
/** Where tickets are looked up. Ids are canonical. One answer for every id asked, keyed by id. */
export interface Source {
    readonly remote: string;
    many(ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>>;
    /** The answer for each of so many ids where none of them can be asked for (no credential); null: they have to be. */
    deaf?(count: number): Promise<Lookup | null>;
    /** The states of tickets since they were made, where anybody keeps them; an answer for every id. */
    pasts?(ids: readonly string[]): Promise<ReadonlyMap<string, Past>>;
    /** Every ticket, where the source can list them all cheaply (a folder of files). */
    all?(): Promise<readonly Ticket[]>;
    /** Where every ticket is a file of its own in the trusted tree: those files. */
    files?(): Promise<TicketFiles>;
}
/** Files that hold one ticket each. What `read` tells of a file is what `many` would, if no other file claims its id. */
export interface TicketFiles {
    /** `ids`: canonical ids that the file's name can mean; none: only its text can tell. */
    readonly files: readonly {
        readonly path: string;
        readonly ids: readonly string[];
    }[];
    /** The ticket of one of them; null: it holds none. */
    read(path: string): Promise<Ticket | null>;
}
/** Text streams of a door; tests hand in arrays. */
export interface Out {
    write(text: string): void;
    readonly color: boolean;
    readonly columns: number;
}
/** What a door is handed of the machine, once; only `world.ts` makes the real one. */
export interface World {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly argv: readonly string[];
    readonly stdin: AsyncIterable<Uint8Array>;
    readonly stdout: Out;
    readonly stderr: Out;
    /** The folder that golden-thread itself stands in: `hooks/` and `dist/` are below it. */
    readonly home: string;
    /** Somebody sits at a terminal and can be asked. */
    readonly interactive: boolean;
    /** The Node that runs us, for scripts that are written to disk. */
    readonly node: string;
    now(): Date;
}
