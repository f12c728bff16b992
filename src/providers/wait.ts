import type { HttpRate, HttpReply } from "../core/http.ts";

type Headers = HttpReply["headers"];

/** Statuses that say "try again": request time-out, too many requests, and what servers and gateways say when they are down. */
const AGAIN: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 529]);

/** Statuses after which a request that changes something was certainly not carried out (Notion's 529 says so). */
const REFUSED: ReadonlySet<number> = new Set([429, 529]);

/** Milliseconds of the first wait where nothing tells how long; it doubles each time. */
const FIRST_WAIT = 500;

/** Epoch numbers above this are milliseconds (Linear), below it seconds; below the next they count from now. */
const LEAST_EPOCH_MS = 100_000_000_000;
const LEAST_EPOCH_S = 1_000_000_000;

/** Names under which vendors tell when they may be asked again: GitHub, Jira, Azure DevOps, ClickUp; GitLab; Linear. */
const RESETS = [
  "x-ratelimit-reset",
  "ratelimit-reset",
  "x-ratelimit-requests-reset",
  "x-ratelimit-complexity-reset",
  "x-ratelimit-endpoint-requests-reset",
] as const;

const REMAINING = ["x-ratelimit-remaining", "ratelimit-remaining", "x-ratelimit-requests-remaining"] as const;
const LIMITS = ["x-ratelimit-limit", "ratelimit-limit", "x-ratelimit-requests-limit"] as const;

/** Whether a request that was answered so may be made once more. `reads`: it changes nothing. */
export function mayRepeat(status: number, reads: boolean): boolean {
  return reads ? AGAIN.has(status) : REFUSED.has(status);
}

/**
 * Milliseconds to wait before the next try: what the answer tells (`Retry-After` before the vendor's own reset), else
 * `least`, else twice as long each time, anywhere below it so that many callers don't come back at once.
 * `tries`: how many there were. `chance`: 0 to 1. `now`: milliseconds since 1970.
 */
export function waitFor(
  headers: Headers,
  { tries, now, chance, least }: { tries: number; now: number; chance: number; least: number | null },
): number {
  const told = retryAfter(headers, now) ?? resetWait(headers, now);
  if (told !== null) return told;
  return least ?? chance * FIRST_WAIT * 2 ** tries;
}

/** Milliseconds that `Retry-After` asks for: seconds or a date (RFC 9110, 10.2.3). Null: it is not there. */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = headers["retry-after"]?.trim();
  if (value === undefined || value === "") return null;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** What an answer tells of how often its sender may still be asked; null: nothing. */
export function rateOf(headers: Headers, now: number): HttpRate | null {
  const remaining = numberIn(headers, REMAINING);
  if (remaining === null) return null;
  const wait = resetWait(headers, now);
  const resetsAt = wait === null ? null : new Date(now + wait).toISOString();
  return { limit: numberIn(headers, LIMITS), remaining, resetsAt };
}

/** A reset that lies ahead only binds where nothing is left, or where nothing says what is left. */
function resetWait(headers: Headers, now: number): number | null {
  if ((numberIn(headers, REMAINING) ?? 0) > 0) return null;
  const waits = RESETS.flatMap((name) => resetIn(headers[name], now) ?? []);
  return waits.length === 0 ? null : Math.max(...waits);
}

function resetIn(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!Number.isFinite(number)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : Math.max(0, at - now);
  }
  if (number >= LEAST_EPOCH_MS) return Math.max(0, number - now);
  return Math.max(0, number >= LEAST_EPOCH_S ? number * 1000 - now : number * 1000);
}

function numberIn(headers: Headers, names: readonly string[]): number | null {
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  }
  return null;
}
