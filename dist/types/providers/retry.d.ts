import type { HttpRate, HttpReply, HttpRequest } from "../core/http.js";
/** Time and chance; tests bring their own. */
export interface Clock {
    /** Milliseconds since 1970. */
    now(): number;
    /** 0 to 1. */
    chance(): number;
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
/** How often and how long a remote is asked again. */
export interface RetryOptions {
    /** Name of the remote in the policy, for messages. */
    readonly remote: string;
    /** Seconds to wait where an answer says "too often" by other means than its status and headers; null: it does not. */
    readonly limited?: (reply: HttpReply) => number | null;
    /** When all asking ends. */
    readonly deadline?: AbortSignal;
    /** Milliseconds that may be spent on waiting between tries, over all requests. */
    readonly waitMs: number;
    readonly clock: Clock;
}
/** One try: an answer, whatever its status. Throws what went wrong on the way. */
export type Attempt = (address: URL, request: HttpRequest) => Promise<HttpReply>;
/** Tries that go on where that is safe. */
export interface Retrying {
    readonly exchange: Attempt;
    rate(): HttpRate | null;
}
/** Repeats tries by the rules of the vendors: never a change that may have been made, never longer than there is time. */
export declare function retrying(attempt: Attempt, options: RetryOptions): Retrying;
/** Whether a request changes nothing. */
export declare function isRead({ method, reads }: HttpRequest): boolean;
