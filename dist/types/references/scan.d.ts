import type { Found, ScanConfig, TextKind } from "../core/reference.js";
/** What a scan is told beside text and kind. */
export interface ScanOptions {
    /** Path of a `source` text; its name tells the language. */
    readonly path?: string;
    /** What begins a comment line in a `commit-msg` text; `#` unless told. */
    readonly commentChar?: string;
}
/** Finds references in a text, in document order. Never throws; takes time linear in the text's length. */
export interface Scanner {
    (text: string, kind: TextKind, options?: ScanOptions): readonly Found[];
    /**
     * One cheap test before anything else: where it fails, `scan` finds nothing in any kind of text. It looks only
     * at ASCII, so it may be asked of bytes read as latin1; decode what it matches before scanning.
     */
    readonly hint: RegExp;
}
/** Makes the scanner of one configuration. Compiling costs a few microseconds a key; keep the result. */
export declare function compileScanner(config: ScanConfig): Scanner;
