import { createHash, timingSafeEqual } from "node:crypto";

/** What a request says of itself. */
export interface Asked {
  readonly method: string;
  /** As it was sent: nothing in it was resolved. */
  readonly target: string;
  readonly host: string;
}

/** What can be had here. Nothing is a file, so no path leads to one. */
export type Place = "page" | "state";

/** A status of HTTP that refuses. 421: it was meant for another host. */
export type Refusal = 404 | 405 | 421;

/**
 * What a request may have. A name that another page made to point here (DNS rebinding) is told by its Host; who lacks the secret
 * is told nothing, not even that it was wrong, nor by the time that the answer takes.
 */
export function admit(
  { method, target, host }: Asked,
  { secret, port }: { readonly secret: string; readonly port: number },
): Place | Refusal {
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 421;
  const [, given = "", name] = /^\/([\w-]*)\/(state)?$/.exec(target) ?? [];
  if (!timingSafeEqual(digestOf(given), digestOf(secret))) return 404;
  if (method !== "GET" && method !== "HEAD") return 405;
  return name === undefined ? "page" : "state";
}

/** Of one length, whatever was given. */
function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
