import type { Json } from "./json.js";
/** What a door finds out about the repository, for a policy that does not name its trackers. */
export interface Detected {
    /** Null: no task folder. Prefixes in upper case. */
    readonly tasks: {
        readonly prefixes: readonly string[];
    } | null;
    /** Where `origin` points; null: no such remote. */
    readonly originUrl: string | null;
}
/** `remotes:` as a policy would write them, by detection alone: task folders, and the public forge of `origin`. */
export declare function detectedRemotes({ tasks, originUrl }: Detected): Json;
