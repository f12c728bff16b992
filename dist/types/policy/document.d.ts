import type { Problem } from "../core/fault.js";
/** A place in a text; both count from 1. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** A YAML or JSON file that people write: plain values, and where each of them stands. */
export interface ParsedFile {
    readonly file: string;
    /** Null: the file holds nothing, or could not be read. */
    readonly value: unknown;
    /** False: the text is no YAML of ours, and `problems` say why. Tokens are problems in a readable file. */
    readonly readable: boolean;
    readonly problems: readonly Problem[];
    /** Where a value stands, or the nearest one around it; `key`: its key. */
    place(path: readonly PropertyKey[], part?: "key" | "value"): Position;
}
/**
 * Reads YAML 1.2 in its core schema (JSON is part of it). Strict: unique keys, one document, no tags, directives or
 * aliases. Never throws for any text, and no problem ever repeats the text, which may hold a secret.
 */
export declare function parseFile(file: string, bytes: Uint8Array): Promise<ParsedFile>;
