import type { World } from "./core/ports.js";
/** The process as it is: the one place, beside the hook's fast path, that reads `process.*` and the clock. */
export declare function realWorld(): World;
/** Sets the exit code that the process ends with once everything is written. A failure to write stands above any verdict. */
export declare function leave(code: number): void;
/** Ends the process with an exit code once everything is written, whatever connection is still open. */
export declare function leaveNow(code: number): void;
