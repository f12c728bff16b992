import { Fault } from "../core/fault.ts";
import type { Http } from "../core/http.ts";
import type { RemoteLaw } from "../core/law.ts";
import { once } from "../core/once.ts";
import type { Source } from "../core/ports.ts";
import type { Lookup } from "../core/ticket.ts";
import type { Tracker } from "../core/tracker.ts";
import type { Env } from "../git/env.ts";
import type { TagMemory } from "../providers/conditional.ts";
import { type Held, openHttp } from "../providers/http.ts";
import { trackers } from "../providers/index.ts";
import type { TrackerProvider } from "../providers/provider.ts";
import type { Clock } from "../providers/retry.ts";
import { asLookup, trouble } from "../providers/trouble.ts";
import { credentialNames, type FoundCredential, findCredential } from "./credential.ts";
import { type Origins, originsOf } from "./origins.ts";

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

type Settings = Readonly<Record<string, unknown>>;

/** Without a credential trackers allow few requests an hour (GitHub: 60 to an address); a history would use them up at once. */
const MOST_ANONYMOUS = 20;

/** Opens a tracker. Its provider is loaded with the first question. */
export function dialTracker(remote: RemoteLaw, dialing: Dialing): DialedTracker {
  const load = trackers[remote.kind];
  if (load === undefined)
    throw new Fault("internal", "No provider asks trackers of this kind.", { found: remote.kind });
  const line = once(async () => openLine(await load(), remote, dialing));
  const refused = once(async () => answerForAll(remote, await load(), await line()));
  const unseen = async () => unseenWithoutToken(remote, await load());
  const deaf = async (count: number) => (await refused()) ?? tooMany(await line(), remote, count);
  return {
    remote: remote.name,
    kind: remote.kind,
    line,
    deaf,
    async pasts(ids) {
      const answer = ids.length === 0 ? null : await deaf(ids.length);
      if (answer === null) return (await line()).tracker.pasts(ids);
      const detail = "detail" in answer && answer.detail !== undefined ? answer.detail : answer.status;
      return new Map(ids.map((id) => [id, { status: "untold", detail }]));
    },
    async many(ids) {
      if (ids.length === 0) return new Map();
      const answer = await deaf(ids.length);
      if (answer !== null) return new Map(ids.map((id) => [id, answer]));
      const open = await line();
      const answers = await open.tracker.many(ids);
      return (await open.credential()) === null ? withoutToken(answers, await unseen()) : answers;
    },
  };
}

async function openLine(
  provider: TrackerProvider<Settings>,
  remote: RemoteLaw,
  { env, lawIsTrusted, patience, clock, ca, hosts, tags, base: told }: Dialing,
): Promise<Line> {
  const { name, settings } = remote;
  const access = told === null ? provider.access : { ...provider.access, base: () => told };
  const origins = await originsOf(access, settings, { env, lawIsTrusted });
  const credential = once(() =>
    findCredential(access, settings, env, { ms: patience.allMs, now: clock.now }),
  );
  const http = openHttp({
    remote: name,
    base: access.base(settings),
    origins: origins.doubtful === null ? origins.all : new Set(),
    privateAllowed: origins.privateAllowed,
    async credential(): Promise<Held | null> {
      const found = await credential();
      if (found === null) return null;
      return { headers: { ...access.headers(found, settings) }, secrets: secretsOf(found) };
    },
    ...(access.limited ? { limited: access.limited } : {}),
    deadline: AbortSignal.timeout(patience.allMs),
    ...patience,
    proxy: proxyOf(env),
    ca,
    hosts,
    tags,
    clock,
  });
  return { tracker: provider.connect(name, settings, { http }), http, origins, credential };
}

/** The answer for every id that needs no question: nobody may ask, or nobody can. */
async function answerForAll(
  { name, settings }: RemoteLaw,
  { access }: TrackerProvider<Settings>,
  { origins, credential }: Line,
): Promise<Lookup | null> {
  if (origins.doubtful !== null) {
    return refusal(`The policy of this branch sends ${name}'s token to a server that nobody confirmed.`, {
      found: origins.doubtful,
      fix: `golden-thread remote trust ${origins.doubtful}`,
    });
  }
  const found = await credential();
  const names = credentialNames(access, settings);
  const fix = "golden-thread remote check";
  if (found === null)
    return access.anonymous
      ? null
      : refusal(`There is no token for ${name}; it is looked for in ${names}.`, { fix });
  return access.needsUser?.(settings) === true && found.user === null
    ? refusal(`The token for ${name} lacks its account; both are looked for in ${names}.`, { fix })
    : null;
}

/** What nobody may see without a token may be there all the same: nobody could ask for it, which is no refusal. */
function withoutToken(answers: ReadonlyMap<string, Lookup>, unseen: Lookup): ReadonlyMap<string, Lookup> {
  return new Map([...answers].map(([id, answer]) => [id, answer.status === "forbidden" ? unseen : answer]));
}

function unseenWithoutToken({ name, settings }: RemoteLaw, { access }: TrackerProvider<Settings>): Lookup {
  const names = credentialNames(access, settings);
  return refusal(
    `There is no token for ${name}, and without one this can't be seen; it is looked for in ${names}.`,
    {
      fix: "golden-thread remote check",
    },
  );
}

async function tooMany({ credential }: Line, { name }: RemoteLaw, count: number): Promise<Lookup | null> {
  if (count <= MOST_ANONYMOUS || (await credential()) !== null) return null;
  return refusal(`There is no token for ${name}, and without one ${count} tickets can't be asked for.`, {
    fix: "golden-thread remote check",
  });
}

function refusal(message: string, details: { readonly found?: string; readonly fix: string }): Lookup {
  return asLookup(trouble("credentials", message, details));
}

/** Every form in which a credential goes over the line. */
function secretsOf({ user, token }: FoundCredential): readonly string[] {
  const pairs = [`${user ?? ""}:${token}`, `:${token}`];
  return [token, ...pairs.map((pair) => Buffer.from(pair, "utf8").toString("base64"))];
}

/** The customary variables; the small ones go before, as with curl. */
export function proxyOf(env: Env): {
  readonly https?: string;
  readonly http?: string;
  readonly none?: string;
} {
  const first = (...names: readonly string[]) => names.map((name) => env[name]).find((value) => value);
  const [https, http, none] = [
    first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
    first("http_proxy", "all_proxy", "ALL_PROXY"),
    first("no_proxy", "NO_PROXY"),
  ];
  return { ...(https ? { https } : {}), ...(http ? { http } : {}), ...(none ? { none } : {}) };
}
