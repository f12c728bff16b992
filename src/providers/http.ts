import { type LookupAddress, type LookupOptions, lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { rootCertificates } from "node:tls";
import type { Dispatcher } from "undici";
import type { Http, HttpReply, HttpRequest } from "../core/http.ts";
import { once } from "../core/once.ts";
import { REDACTED } from "../core/secrets.ts";
import { VERSION } from "../core/version.ts";
import { type AddressKind, addressKind } from "./address.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./body.ts";
import { conditional, type TagMemory } from "./conditional.ts";
import { isAnswering, isKnownHere } from "./name-server.ts";
import { type Attempt, isRead, type RetryOptions, retrying } from "./retry.ts";
import { trouble } from "./trouble.ts";

/** What a transport is opened with. */
export interface HttpOptions extends RetryOptions {
  /** Base address of the API, without a slash at its end. */
  readonly base: string;
  /** Origins that may be asked, and given the credential; the base's is one of them. */
  readonly origins: ReadonlySet<string>;
  /** Whether these origins may lie at private addresses: the user, or a policy that CI trusts, named them. */
  readonly privateAllowed: boolean;
  /** Null: there is none. */
  credential(): Promise<Held | null>;
  /** Milliseconds that one try may take. */
  readonly tryMs: number;
  /** Address of a proxy for https, for http, and the hosts that need none, as the customary variables say them; `plain`: no tunnel to plain http. */
  readonly proxy: {
    readonly https?: string;
    readonly http?: string;
    readonly none?: string;
    readonly plain?: boolean;
  };
  /** PEM certificates of further authorities. */
  readonly ca: string | null;
  /** The system's list of hosts, as text: names that need no name server. */
  hosts?(): string;
  /** Most bytes of one answer; left out: as many as any page of tickets has. */
  readonly mostBytes?: number;
  /** What was answered before, to be asked for only where it has changed; null: nothing is remembered. */
  readonly tags: TagMemory | null;
}

/** A credential as it goes over the line, and every text by which it could be known again. */
export interface Held {
  readonly headers: Record<string, string>;
  readonly secrets: readonly string[];
}

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Opens the one way to a remote. Nothing is loaded or connected before the first request. */
export function openHttp(options: HttpOptions): Http {
  const credential = once(() => options.credential());
  const { exchange, rate } = retrying(conditional(trying(options, credential), options.tags), options);
  return {
    base: options.base,
    authenticated: async () => (await credential()) !== null,
    rate,
    async send(request) {
      let address = addressOf(options, request);
      for (let hops = 0; ; hops++) {
        refuseAddress(options, address);
        const reply = await exchange(address, request);
        const next = redirectOf(options, request, address, reply);
        if (next === null) return reply;
        if (hops >= MOST_REDIRECTS)
          throw trouble("unavailable", `${options.remote} sends us round in circles.`, { found: next.href });
        address = next;
      }
    },
  };
}

/** One try over the wire. */
function trying(options: HttpOptions, credential: () => Promise<Held | null>): Attempt {
  const dispatcher = once(() => dispatcherFor(options));
  const { remote, tryMs, deadline } = options;
  return async (address, request) => {
    const { headers: own, secrets } = (await credential()) ?? NOTHING;
    const { request: send } = await import("undici");
    const answer = await send(address.href, {
      dispatcher: await dispatcher(),
      method: request.method ?? "GET",
      headers: headersOf(request, own),
      body: request.json === undefined ? null : JSON.stringify(request.json),
      signal: AbortSignal.any([AbortSignal.timeout(tryMs), ...(deadline ? [deadline] : [])]),
    });
    const headers = plainHeaders(answer.headers, secrets);
    const encoding = headers["content-encoding"];
    const text = await readBody(remote, answer.body, encoding, options.mostBytes, request.charset);
    return {
      status: answer.statusCode,
      headers,
      url: address.href,
      text: withoutSecrets(text, secrets),
    };
  };
}

const NOTHING: Held = { headers: {}, secrets: [] };

/** Where an answer sends a read on to; null: it is the answer. Throws Fault("unavailable") for another origin. */
function redirectOf(
  { remote }: HttpOptions,
  request: HttpRequest,
  address: URL,
  { status, headers }: HttpReply,
): URL | null {
  const to = headers.location;
  if (request.follow === false || !REDIRECTS.has(status) || to === undefined || !isRead(request)) return null;
  const next = URL.canParse(to, address.href) ? new URL(to, address.href) : null;
  if (next === null || next.origin !== address.origin)
    throw trouble("unavailable", `${remote} sends us elsewhere, and no token follows there.`, {
      found: next?.origin ?? to,
    });
  return next;
}

/** Throws Fault("credentials") for an origin that the credential is not meant for. */
function addressOf({ base, origins, remote }: HttpOptions, { path, query = {} }: HttpRequest): URL {
  const text = path.startsWith("/") ? `${base}${path}` : path;
  if (!URL.canParse(text))
    throw trouble("unavailable", `${remote} names an address that is none.`, { found: text });
  const address = new URL(text);
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
  if (isIP(host) === 0) return;
  const kind = addressKind(host);
  if (!isAllowed(kind, privateAllowed)) throw refusedAddress(remote, host, kind);
}

/** At link-local addresses clouds answer with the machine's own credentials; nobody's tracker is there. */
function isAllowed(kind: AddressKind, privateAllowed: boolean): boolean {
  return kind === "public" || (kind === "private" && privateAllowed);
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
    ...(proxy.plain === true ? { proxyTunnel: false } : {}),
    connect: { ...trust, lookup: guardedLookup(options), timeout: options.tryMs },
    requestTls: trust,
    proxyTls: trust,
    headersTimeout: options.tryMs,
    bodyTimeout: options.tryMs,
  });
}

/** Refuses names that lead to an address at which no vendor's service is: a policy could name any host. */
function guardedLookup({
  remote,
  privateAllowed,
  deadline,
  tryMs,
  hosts = () => "",
}: HttpOptions): LookupFunction {
  const ask = sharedLookup((host) => isKnownHere(host, hosts()) || isAnswering(host, { ms: tryMs }));
  return (host, details, answer) => {
    // A look-up can't be taken back, and the process waits for its end.
    if (deadline?.aborted === true) return answer(new Error("no time is left to look the name up"), "", 0);
    ask(host, details, (error, found) => {
      if (error !== null) return answer(error, "", 0);
      const bad = found
        .map(({ address }) => ({ address, kind: addressKind(address) }))
        .find(({ kind }) => !isAllowed(kind, privateAllowed));
      if (bad !== undefined) return answer(refusedAddress(remote, host, bad.kind), "", 0);
      if (details.all === true) return answer(null, found);
      answer(null, found[0]?.address ?? "", found[0]?.family);
    });
  };
}

const SILENT = "the name server gave no answer";

type Looked = (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void;

/**
 * Whoever asks for a name that is being looked up waits for that answer: each look-up that hangs costs its whole time. `isWorthIt`: the
 * system will not take longer than the name server does.
 */
function sharedLookup(
  isWorthIt: (host: string) => boolean | Promise<boolean>,
): (host: string, details: LookupOptions, looked: Looked) => void {
  const waiting = new Map<string, Looked[]>();
  return (host, details, looked) => {
    const others = waiting.get(host);
    if (others !== undefined) return void others.push(looked);
    const all = [looked];
    waiting.set(host, all);
    const end: Looked = (error, found) => {
      waiting.delete(host);
      for (const one of all) one(error, found);
    };
    void Promise.resolve(isWorthIt(host)).then((worth) =>
      worth ? resolve(host, { ...details, all: true }, end) : end(new Error(SILENT), []),
    );
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
