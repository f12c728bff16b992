import { type HistoryTable } from "./table.js";
/** Whether a commit is judged, by its full id. */
export type KeepRow = (id: string) => boolean;
/** The rows that are kept, with the sets of references that they have and no others, so that nobody is asked about the rest. */
export declare function keepRows(table: HistoryTable, keep: KeepRow | undefined): HistoryTable;
