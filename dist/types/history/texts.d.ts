/** Many short texts in one buffer, so that a million cost no objects. */
export interface Texts {
    /** UTF-8, one after the other. */
    readonly bytes: Uint8Array;
    /** Text i stands before `ends[i]`, behind the end of the one before. */
    readonly ends: Float64Array;
}
/** Collects texts. */
export interface TextsBuilder {
    /** Takes the bytes of a text in UTF-8, one character a byte. */
    add(latin1: string): void;
    view(): Texts;
}
/** Opens an empty collection. */
export declare function openTexts(): TextsBuilder;
/** Reads texts by their index; bytes that are no UTF-8 become U+FFFD. Open it once where many are read. */
export declare function readTexts({ bytes, ends }: Texts): (index: number) => string;
/** The named texts, in the given order. */
export declare function selectTexts({ bytes, ends }: Texts, rows: Uint32Array): Texts;
/** Two collections as one; the second's texts come last. */
export declare function joinTexts(first: Texts, second: Texts): Texts;
