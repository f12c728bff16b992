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
/** Hides what is no prose in a file of source code; its name tells the language. */
export type CodeMask = (text: string, path: string, rules: {
    readonly generic: boolean;
}) => string;
/**
 * Makes the scanner of one configuration. Without `maskCode` nothing is found in texts of kind `source`: who is never
 * given any, such as the hook, need not carry what knows programming languages.
 */
export declare function textScanner(config: ScanConfig, maskCode?: CodeMask | null): Scanner;
