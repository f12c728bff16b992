import type { Http, HttpReply } from "../core/http.js";
/** What a transport is opened with. */
export interface HttpOptions {
    /** Name of the remote in the policy, for messages. */
    readonly remote: string;
    /** Base address of the API, without a slash at its end. */
    readonly base: string;
    /** Origins that may be asked, and given the credential; the base's is one of them. */
    readonly origins: ReadonlySet<string>;
    /** Whether these origins may lie at private addresses: the user, or a policy that CI trusts, named them. */
    readonly privateAllowed: boolean;
    /** Headers that carry the credential, and every text by which it could be known again; null: there is none. */
    credential(): Promise<{
        readonly headers: Record<string, string>;
        readonly secrets: readonly string[];
    } | null>;
    /** Seconds to wait where an answer says "too often" by other means than its status and headers; null: it does not. */
    readonly limited?: (reply: HttpReply) => number | null;
    /** When all asking ends. */
    readonly deadline?: AbortSignal;
    /** Milliseconds that one try may take. */
    readonly tryMs: number;
    /** Milliseconds that may be spent on waiting between tries, over all requests. */
    readonly waitMs: number;
    /** Address of a proxy for https, for http, and the hosts that need none, as the customary variables say them. */
    readonly proxy: {
        readonly https?: string;
        readonly http?: string;
        readonly none?: string;
    };
    /** PEM certificates of further authorities. */
    readonly ca: string | null;
    readonly clock: Clock;
}
/** Time and chance; tests bring their own. */
export interface Clock {
    /** Milliseconds since 1970. */
    now(): number;
    /** 0 to 1. */
    random(): number;
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
/** Opens the one way to a remote. Nothing is loaded or connected before the first request. */
export declare function openHttp(options: HttpOptions): Http;
