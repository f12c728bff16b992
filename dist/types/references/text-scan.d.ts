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
/** What the configuration asks of a mask. */
export interface CodeRules {
    /** Any upper-case word with a number counts, so arithmetic (`MAX-1`) has to be told apart. */
    readonly generic: boolean;
    /** Begins of bare ids that are syntax in many languages (`#1`, `!1`); null: no configured tracker has such. */
    readonly marks: RegExp | null;
}
/** Hides what is no prose in a file of source code; its name tells the language. */
export type CodeMask = (text: string, path: string, rules: CodeRules) => string;
/**
 * Makes the scanner of one configuration. Without `maskCode` nothing is found in texts of kind `source`: who is never
 * given any, such as the hook, need not carry what knows programming languages.
 */
export declare function textScanner(config: ScanConfig, maskCode?: CodeMask | null): Scanner;
