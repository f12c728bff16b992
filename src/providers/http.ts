import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { rootCertificates } from "node:tls";
import type { Dispatcher } from "undici";
import type { Http, HttpRate, HttpReply, HttpRequest } from "../core/http.ts";
import { once } from "../core/once.ts";
import { REDACTED } from "../core/secrets.ts";
import { VERSION } from "../core/version.ts";
import { type AddressKind, addressKind } from "./address.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./body.ts";
import { trouble } from "./trouble.ts";
import { mayRepeat, rateOf, retryAfter, waitFor } from "./wait.ts";

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
  readonly proxy: { readonly https?: string; readonly http?: string; readonly none?: string };
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

/** Tries of one request. */
const MOST_TRIES = 4;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Failures before anything was sent: even a request that changes something can be made again. */
const NOT_SENT: ReadonlySet<string> = new Set(["ECONNREFUSED", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** Opens the one way to a remote. Nothing is loaded or connected before the first request. */
export function openHttp(options: HttpOptions): Http {
  const { remote, clock, deadline } = options;
  const dispatcher = once(() => dispatcherFor(options));
  const credential = once(() => options.credential());
  let waited = 0;
  let pausedUntil = 0;
  let rate: HttpRate | null = null;

  /** Waits where there is time for it; else the remote counts as not reachable. */
  const pause = async (ms: number, why: string): Promise<void> => {
    if (waited + ms > options.waitMs)
      throw trouble("unavailable", `${remote} can't be asked now: ${why}.`, {
        found: `a wait of ${Math.ceil(ms / 1000)} s`,
      });
    waited += ms;
    await clock.sleep(ms, deadline).catch(() => {
      throw outOfTime(remote);
    });
  };

  const attempt = async (address: URL, request: HttpRequest): Promise<HttpReply> => {
    const held = await credential();
    const { request: send } = await import("undici");
    const signal = AbortSignal.any([AbortSignal.timeout(options.tryMs), ...(deadline ? [deadline] : [])]);
    const answer = await send(address.href, {
      dispatcher: await dispatcher(),
      method: request.method ?? "GET",
      headers: headersOf(request, held?.headers ?? {}),
      body: request.json === undefined ? null : JSON.stringify(request.json),
      signal,
    });
    const headers = plainHeaders(answer.headers, held?.secrets ?? []);
    const text = withoutSecrets(
      await readBody(remote, answer.body, headers["content-encoding"]),
      held?.secrets ?? [],
    );
    return { status: answer.statusCode, headers, url: address.href, text };
  };

  const exchange = async (address: URL, request: HttpRequest): Promise<HttpReply> => {
    const reads = (request.method ?? "GET") === "GET" || request.reads === true;
    for (let tries = 0; ; tries++) {
      if (pausedUntil > clock.now()) await pause(pausedUntil - clock.now(), "it asked for a pause");
      const last = tries + 1 >= MOST_TRIES;
      const outcome = await attempt(address, request).catch((cause: unknown) => cause);
      if (!isReply(outcome)) {
        const failure = failureOf(remote, outcome, deadline);
        if (last || !failure.again(reads)) throw failure.fault;
        await pause(
          waitFor({}, { tries, now: clock.now(), chance: clock.random(), least: null }),
          "no answer",
        );
        continue;
      }
      const now = clock.now();
      rate = rateOf(outcome.headers, now) ?? rate;
      const least = options.limited?.(outcome) ?? null;
      if (least === null && !mayRepeat(outcome.status, reads)) {
        if (isDown(outcome.status)) throw downFault(remote, outcome);
        pausedUntil = now + (outcome.status < 400 ? (retryAfter(outcome.headers, now) ?? 0) : 0);
        return outcome;
      }
      if (last) throw downFault(remote, outcome);
      const ms = waitFor(outcome.headers, {
        tries,
        now,
        chance: clock.random(),
        least: least === null ? null : least * 1000,
      });
      await pause(ms, least !== null || outcome.status === 429 ? "its rate limit is used up" : "it is down");
    }
  };

  return {
    base: options.base,
    authenticated: async () => (await credential()) !== null,
    rate: () => rate,
    async send(request) {
      let address = addressOf(options, request);
      for (let hops = 0; ; hops++) {
        refuseAddress(options, address);
        const reply = await exchange(address, request);
        const to = reply.headers.location;
        const follows = request.follow !== false && REDIRECTS.has(reply.status) && to !== undefined;
        if (!follows || !isRead(request)) return reply;
        const next = URL.canParse(to, address.href) ? new URL(to, address.href) : null;
        if (next === null || next.origin !== address.origin || hops >= MOST_REDIRECTS)
          throw trouble("unavailable", `${remote} sends us elsewhere, and no token follows there.`, {
            found: next?.origin ?? to,
          });
        address = next;
      }
    },
  };
}

function isRead({ method = "GET", reads = false }: HttpRequest): boolean {
  return method === "GET" || reads;
}

/** Throws Fault("credentials") for an origin that the credential is not meant for. */
function addressOf({ base, origins, remote }: HttpOptions, { path, query = {} }: HttpRequest): URL {
  const address = new URL(path.startsWith("/") ? `${base}${path}` : path);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of [value].flat()) address.searchParams.append(name, String(one));
  }
  if (!origins.has(address.origin) || address.username !== "" || address.password !== "")
    throw trouble("credentials", `${remote} is not to be asked at another address than its own.`, {
      found: address.origin,
    });
  return address;
}

/** A host that is an address itself is never looked up, so it is refused here. */
function refuseAddress({ privateAllowed, remote }: HttpOptions, { hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 0 || privateAllowed) return;
  const kind = addressKind(host);
  if (kind !== "public") throw refusedAddress(remote, host, kind);
}

function refusedAddress(remote: string, host: string, kind: AddressKind): Error {
  return trouble("credentials", `${remote} leads to a ${kind} address, and no token is sent there unasked.`, {
    found: host,
    fix: `golden-thread remote trust https://${host}`,
  });
}

async function dispatcherFor(options: HttpOptions): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import("undici");
  const { ca, proxy } = options;
  const trust = ca === null ? {} : { ca: [...rootCertificates, ca] };
  return new EnvHttpProxyAgent({
    httpsProxy: proxy.https ?? "",
    httpProxy: proxy.http ?? "",
    noProxy: proxy.none ?? "",
    connect: { ...trust, lookup: guardedLookup(options), timeout: options.tryMs },
    requestTls: trust,
    proxyTls: trust,
    headersTimeout: options.tryMs,
    bodyTimeout: options.tryMs,
  });
}

/** Refuses names that lead to an address at which no vendor's service is: a policy could name any host. */
function guardedLookup({ remote, privateAllowed }: HttpOptions): LookupFunction {
  return (host, details, answer) => {
    resolve(host, { ...details, all: true }, (error, found) => {
      if (error !== null) return answer(error, "", 0);
      const bad = found
        .map(({ address }) => ({ address, kind: addressKind(address) }))
        .find(({ kind }) => (privateAllowed ? kind === "link-local" : kind !== "public"));
      if (bad !== undefined) return answer(refusedAddress(remote, host, bad.kind), "", 0);
      if (details.all === true) return answer(null, found);
      answer(null, found[0]?.address ?? "", found[0]?.family);
    });
  };
}

function headersOf(request: HttpRequest, own: Record<string, string>): Record<string, string> {
  const type: Record<string, string> =
    request.json === undefined ? {} : { "content-type": "application/json" };
  return {
    accept: "application/json",
    "accept-encoding": ACCEPTED_ENCODINGS,
    "user-agent": `golden-thread/${VERSION}`,
    ...type,
    ...request.headers,
    ...own,
  };
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secrets: readonly string[],
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) plain[name.toLowerCase()] = withoutSecrets([value].flat().join(", "), secrets);
  return plain;
}

/** A server that repeats what it was sent must not bring the credential into a message or a file. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, REDACTED), text);
}

function isReply(outcome: unknown): outcome is HttpReply {
  return typeof outcome === "object" && outcome !== null && "status" in outcome && "text" in outcome;
}

interface Failure {
  readonly fault: Error;
  again(reads: boolean): boolean;
}

function failureOf(remote: string, cause: unknown, deadline: AbortSignal | undefined): Failure {
  const code = codeOf(cause);
  if (cause instanceof Error && cause.name === "Fault") return { fault: cause, again: () => false };
  if (deadline?.aborted === true) return { fault: outOfTime(remote), again: () => false };
  const isLate = cause instanceof Error && cause.name === "TimeoutError";
  const found = cause instanceof Error ? `${code} ${cause.message}`.trim() : String(cause);
  const fault = trouble("unavailable", `${remote} does not answer.`, isLate ? { cause } : { found, cause });
  return { fault, again: (reads) => code !== "ENOTFOUND" && (reads || NOT_SENT.has(code)) };
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
