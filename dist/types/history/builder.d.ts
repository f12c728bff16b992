import type { PathChange } from "../core/change.js";
import type { RemoteOf } from "../gather/remotes.js";
import { type Cited, type HistoryTable } from "./table.js";
import { type ToldRow } from "./told.js";
/** One commit as the walk hands it on. */
export interface HistoryRow {
    /** Full object id in hex. */
    readonly id: string;
    readonly authoredAt: number;
    readonly committedAt: number;
    readonly author: string;
    readonly flags: number;
    readonly cited: readonly Placed[];
    readonly paths: readonly {
        readonly path: string;
        readonly status: PathChange["status"];
    }[] | null;
    /** Null: not asked for. */
    readonly told: ToldRow | null;
}
/** A reference before its remote is asked for, which happens once for each distinct set. */
export type Placed = Omit<Cited, "remote"> & {
    readonly remote?: string | null;
};
/** Collects rows into columns. */
export interface HistoryBuilder {
    add(row: HistoryRow): void;
    table(): HistoryTable;
}
/** `idBytes`: 20 or 32, as the repository's object format has it. */
export declare function buildHistory(idBytes: number, { paths: withPaths, told: withTold }: {
    readonly paths: boolean;
    readonly told: boolean;
}, remoteOf: RemoteOf): HistoryBuilder;
