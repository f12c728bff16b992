import type { Attempt } from "./retry.js";
/** Where tagged answers are remembered, by address. Writing may fail, which costs nothing but the memory. */
export interface TagMemory {
    read(address: string): {
        readonly etag: string;
        readonly text: string;
    } | null;
    keep(address: string, answer: {
        readonly etag: string;
        readonly text: string;
    }): void;
}
/**
 * Asks again only for what has changed (RFC 9110, 13.1.2): a read whose answer was tagged is asked with its tag, and where
 * the server says that it still holds, the answer is the remembered one. GitHub does not count such an answer.
 */
export declare function conditional(attempt: Attempt, memory: TagMemory | null): Attempt;
