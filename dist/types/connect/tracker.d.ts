import type { Http } from "../core/http.js";
import type { RemoteLaw } from "../core/law.js";
import type { Source } from "../core/ports.js";
import type { Tracker } from "../core/tracker.js";
import type { Env } from "../git/env.js";
import type { TagMemory } from "../providers/conditional.js";
import type { Clock } from "../providers/retry.js";
import { type FoundCredential } from "./credential.js";
import { type Origins } from "./origins.js";
/** How remotes are reached from one door. */
export interface Dialing {
    readonly env: Env;
    /** The policy is that of a base commit, which no change can touch. */
    readonly lawIsTrusted: boolean;
    readonly patience: Patience;
    readonly clock: Clock;
    /** Base of its API, where somebody said it who knows better than an address can tell; null: the settings tell. */
    readonly base: string | null;
    /** PEM certificates of further authorities; null: those of the system alone. */
    readonly ca: string | null;
    /** The system's list of hosts, as text. */
    hosts(): string;
    /** What was answered before; null: nothing is remembered. */
    readonly tags: TagMemory | null;
}
/** Milliseconds that asking may take: all of it, one try, and waiting between tries. */
export interface Patience {
    readonly allMs: number;
    readonly tryMs: number;
    readonly waitMs: number;
}
/** A tracker that nothing has been asked of yet. */
export interface DialedTracker extends Source {
    readonly kind: RemoteLaw["kind"];
    /** Where it is asked and by what right. */
    line(): Promise<Line>;
}
/** An open line to a tracker. */
export interface Line {
    readonly tracker: Tracker;
    readonly http: Http;
    readonly origins: Origins;
    credential(): Promise<FoundCredential | null>;
}
/** Opens a tracker. Its provider is loaded with the first question. */
export declare function dialTracker(remote: RemoteLaw, dialing: Dialing): DialedTracker;
/** The customary variables; the small ones go before, as with curl. */
export declare function proxyOf(env: Env): {
    readonly https?: string;
    readonly http?: string;
    readonly none?: string;
};
