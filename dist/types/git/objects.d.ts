import type { Repository } from "./repository.js";
/** One object, copied out of the stream. */
export interface GitObject {
    readonly oid: string;
    readonly type: string;
    readonly bytes: Buffer;
}
/** Objects by id over one `git cat-file --batch` that stays open between questions. */
export interface Objects {
    /** Null where the repository has no such object. Throws Fault("storage"), naming `label`, above `limit` bytes. */
    read(oid: string, limit?: number, label?: string): Promise<GitObject | null>;
    close(): Promise<void>;
}
/**
 * Opens the object store; the child starts with the first question. Close it when all is read. Left open, it keeps this
 * process from ending only while an answer is awaited.
 */
export declare function openObjects(repo: Repository): Objects;
