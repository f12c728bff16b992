/** The closed list of what the gate itself can't do. A fault is never a finding and never a pass. */
export type FaultCode = 
/** Wrong words on the command line, or a file that is not there: exit 2. */
"usage"
/** The policy, a seed configuration or a waiver file can't be used: exit 2. */
 | "policy"
/** Not in a repository, unborn branch, unreadable object: exit 2. */
 | "repository"
/** A tracker has no such ticket: exit 2. */
 | "absent"
/** A tracker refuses this to the account: exit 2. */
 | "forbidden"
/** There are no credentials for a tracker, it does not accept them, or they may not be sent there: exit 2. */
 | "credentials"
/** A tracker gave no usable answer: exit 3. */
 | "unavailable"
/** git is missing, too old or failed: exit 4. */
 | "git"
/** A file of ours can't be read or written: exit 4. */
 | "storage"
/** A defect of golden-thread: exit 4. */
 | "internal";
/** One problem in a file that people write. Line and column count from 1. */
export interface Problem {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    /** Dotted key, empty for the file as a whole. */
    readonly key: string;
    readonly message: string;
    readonly found?: string;
    readonly wanted?: string;
    readonly suggestion?: string;
}
/** Thrown for what the gate can't do: what was found, what was wanted, and the command that mends it. */
export declare class Fault extends Error {
    readonly name = "Fault";
    readonly code: FaultCode;
    readonly found: string | undefined;
    readonly wanted: string | undefined;
    readonly fix: string | undefined;
    readonly problems: readonly Problem[];
    constructor(code: FaultCode, message: string, details?: {
        readonly found?: string | undefined;
        readonly wanted?: string | undefined;
        readonly fix?: string | undefined;
        readonly problems?: readonly Problem[];
        readonly cause?: unknown;
    });
}
