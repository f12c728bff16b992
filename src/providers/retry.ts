import type { HttpRate, HttpReply, HttpRequest } from "../core/http.ts";
import { trouble } from "./trouble.ts";
import { mayRepeat, rateOf, retryAfter, waitFor } from "./wait.ts";

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

/** Tries of one request. */
const MOST_TRIES = 4;
/** Failures before anything was sent: even a request that changes something can be made again. */
const NOT_SENT: ReadonlySet<string> = new Set(["ECONNREFUSED", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** What one try came to. `again`: null: it is over; else milliseconds to wait, and why. */
interface Outcome {
  readonly reply: HttpReply | null;
  readonly fault: Error | null;
  readonly again: { readonly ms: number; readonly why: string; readonly limited: boolean } | null;
}

/** Repeats tries by the rules of the vendors: never a change that may have been made, never longer than there is time. */
export function retrying(attempt: Attempt, options: RetryOptions): Retrying {
  const { clock } = options;
  const pause = pauser(options);
  let pausedUntil = 0;
  let rate: HttpRate | null = null;
  return {
    rate: () => rate,
    async exchange(address, request) {
      for (let tries = 0; ; tries++) {
        if (pausedUntil > clock.now()) await pause(pausedUntil - clock.now(), "it asked for a pause");
        const tried = await attempt(address, request).catch((cause: unknown) => cause);
        const { reply, fault, again } = judged(tried, request, tries, options);
        if (reply !== null) {
          rate = rateOf(reply.headers, clock.now()) ?? rate;
          pausedUntil = clock.now() + (retryAfter(reply.headers, clock.now()) ?? 0);
        }
        if (again === null || tries + 1 >= MOST_TRIES) {
          if (fault !== null || reply === null) throw fault;
          return reply;
        }
        pausedUntil = 0;
        await pause(again.ms, again.why, again.limited ? null : fault);
      }
    },
  };
}

/** `instead`: what is thrown where there is no time to wait; null: how long the wait would be. */
type Pause = (ms: number, why: string, instead?: Error | null) => Promise<void>;

/** Waits where there is time for it; else the remote counts as not reachable. */
function pauser({ remote, clock, deadline, waitMs }: RetryOptions): Pause {
  let waited = 0;
  return async (ms, why, instead = null) => {
    if (waited + ms > waitMs && instead !== null) throw instead;
    if (waited + ms > waitMs)
      throw trouble("unavailable", `${remote} can't be asked now: ${why}.`, {
        found: `a wait of ${Math.ceil(ms / 1000)} s`,
      });
    waited += ms;
    await clock.sleep(ms, deadline).catch(() => {
      throw outOfTime(remote);
    });
  };
}

function judged(tried: unknown, request: HttpRequest, tries: number, options: RetryOptions): Outcome {
  const reads = isRead(request);
  if (!isReply(tried)) return failed(tried, reads, tries, options);
  const { clock, remote, limited } = options;
  const least = limited?.(tried) ?? null;
  const isLimited = least !== null || tried.status === 429;
  const fault = isLimited || isDown(tried.status) ? downFault(remote, tried) : null;
  if (least === null && !mayRepeat(tried.status, reads)) return { reply: tried, fault, again: null };
  const ms = waitFor(tried.headers, {
    tries,
    now: clock.now(),
    chance: clock.chance(),
    least: least === null ? null : least * 1000,
  });
  return {
    reply: tried,
    fault,
    again: { ms, why: isLimited ? "its rate limit is used up" : "it is down", limited: isLimited },
  };
}

function failed(
  cause: unknown,
  reads: boolean,
  tries: number,
  { remote, deadline, clock }: RetryOptions,
): Outcome {
  if (cause instanceof Error && cause.name === "Fault") return { reply: null, fault: cause, again: null };
  if (deadline?.aborted === true) return { reply: null, fault: outOfTime(remote), again: null };
  const code = codeOf(cause);
  const isLate = cause instanceof Error && cause.name === "TimeoutError";
  const found = cause instanceof Error ? `${code} ${cause.message}`.trim() : String(cause);
  const fault = trouble("unavailable", `${remote} does not answer.`, isLate ? { cause } : { found, cause });
  const ms = waitFor({}, { tries, now: clock.now(), chance: clock.chance(), least: null });
  const mayGoOn = code !== "ENOTFOUND" && (reads || NOT_SENT.has(code));
  return { reply: null, fault, again: mayGoOn ? { ms, why: "no answer", limited: false } : null };
}

/** Whether a request changes nothing. */
export function isRead({ method = "GET", reads = false }: HttpRequest): boolean {
  return method === "GET" || reads;
}

function isReply(tried: unknown): tried is HttpReply {
  return typeof tried === "object" && tried !== null && "status" in tried && "text" in tried;
}

/** The system's or undici's own name of a failure; empty: it has none. */
function codeOf(cause: unknown): string {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : "";
  return typeof code === "string" ? code : "";
}

function outOfTime(remote: string): Error {
  return trouble("unavailable", `${remote} did not answer in the time that there was.`);
}

function isDown(status: number): boolean {
  return status === 408 || status >= 500;
}

function downFault(remote: string, { status, text, headers }: HttpReply): Error {
  const isPage = headers["content-type"]?.includes("html") ?? false;
  return trouble("unavailable", `${remote} answers ${status}.`, isPage || text === "" ? {} : { found: text });
}
