import { approvalLaws } from "../core/approval-laws.ts";
import type { ForgeHome } from "../core/forge.ts";
import type { DoorPlace, Law, RemoteLaw } from "../core/law.ts";
import { once } from "../core/once.ts";
import type { Source, Tree } from "../core/ports.ts";
import { ledgerBehind, ledgerFirst, type OpenBook } from "../gather/ledgered.ts";
import type { Sources } from "../gather/lookups.ts";
import type { CacheTerms } from "../gather/remember.ts";
import type { Env } from "../git/env.ts";
import { treeProviders } from "../providers/index.ts";
import { envFor, isOfHome } from "./home.ts";
import { type Haste, PATIENCE } from "./patience.ts";
import type { DialedTracker, Dialing } from "./tracker.ts";

/** What sources are connected for. */
export interface Connecting {
  readonly tree: Tree;
  /** Where answers are remembered: git's folder that all work trees share. */
  readonly commonDir: string;
  readonly env: Env;
  readonly place: DoorPlace;
  readonly lawIsTrusted: boolean;
  readonly haste: Haste;
  /** The ledger that stands in for trackers; null: the law names none. */
  readonly ledger: OpenBook | null;
  /** The repository that this run of CI is one of, whose token goes nowhere else. */
  readonly home?: ForgeHome;
  now(): Date;
}

/** Every remote of a law as a source; trackers load nothing before they are asked. */
export interface Connected {
  /** In a hook and on a developer's machine what a tracker told a moment ago counts. */
  readonly sources: Sources;
  /** The same, with every ticket asked for anew. */
  readonly anew: Sources;
}

/** Connects every remote of a law. Nothing is asked yet. */
export async function connectAll(law: Law, connecting: Connecting): Promise<Connected> {
  const sources = new Map<string, Source | null>();
  const anew = new Map<string, Source | null>();
  for (const remote of law.remotes) {
    const local = await localSource(remote, connecting.tree);
    const [known, fresh] = local === null ? trackerSources(law, remote, connecting) : [local, local];
    sources.set(remote.name, known);
    anew.set(remote.name, fresh);
  }
  return { sources, anew };
}

async function localSource({ name, kind, settings }: RemoteLaw, tree: Tree): Promise<Source | null> {
  const provider = await treeProviders[kind]?.();
  return provider === undefined ? null : provider.connect(name, settings, { tree });
}

function trackerSources(law: Law, remote: RemoteLaw, connecting: Connecting): readonly [Source, Source] {
  const { commonDir, place, ledger } = connecting;
  // A CI run has no yesterday, and a server's repository keeps nothing but its records.
  const options = { ...connecting, commonDir: place === "hook" ? commonDir : null };
  const dialed = once(async () => approvalsOf(law, await dial(remote, options)));
  const behind = (source: Source): Source => (ledger === null ? source : ledgerBehind(source, ledger));
  if (place !== "hook") return [behind(lazily(remote, dialed)), behind(lazily(remote, dialed))];
  const before = (source: Source): Source => (ledger === null ? source : ledgerFirst(source, ledger));
  const known = once(async () => remember(before(await dialed()), remote, connecting, law, true));
  const fresh = once(async () => remember(await dialed(), remote, connecting, law, false));
  return [behind(lazily(remote, known)), behind(lazily(remote, fresh))];
}

/** What a law asks nobody about costs nothing, not even a module. */
async function approvalsOf(law: Law, tracker: DialedTracker): Promise<Source> {
  const laws = approvalLaws(law);
  if (laws.length === 0) return tracker;
  const { approving } = await import("../gather/approvals.ts");
  return approving(tracker, async () => (await tracker.line()).tracker, laws);
}

/** The same for one tracker. `commonDir`: null: nothing is remembered. */
export type DialOptions = Omit<Connecting, "tree" | "place" | "commonDir" | "ledger"> & {
  readonly commonDir: string | null;
};

/** A tracker as the law's remote names it, for doors that ask it for more than look-ups. */
export async function dial(remote: RemoteLaw, connecting: DialOptions): Promise<DialedTracker> {
  const [{ dialTracker }, { clockOf }, { moreCertificates }, { hostsFile }, { etagsOf }] = await Promise.all([
    import("./tracker.ts"),
    import("./clock.ts"),
    import("../store/certificates.ts"),
    import("../store/hosts-file.ts"),
    import("../store/etags.ts"),
  ]);
  const { commonDir, env, lawIsTrusted, haste, home, now } = connecting;
  const dialing: Dialing = {
    env: envFor(remote, env, home),
    base: home !== undefined && isOfHome(remote, home) ? home.api : null,
    lawIsTrusted,
    patience: PATIENCE[haste],
    clock: clockOf(now),
    ca: moreCertificates(env),
    hosts: hostsFile,
    tags: commonDir === null ? null : etagsOf(commonDir, remote),
  };
  return dialTracker(remote, dialing);
}

async function remember(
  source: Source,
  remote: RemoteLaw,
  { commonDir, now }: Connecting,
  { cache, digest }: Law,
  isFresh: boolean,
): Promise<Source> {
  const [{ remembering }, { ticketCache }, { breaker }, { milliseconds }] = await Promise.all([
    import("../gather/remember.ts"),
    import("../store/ticket-cache.ts"),
    import("../store/breaker.ts"),
    import("../core/duration.ts"),
  ]);
  const terms: CacheTerms = {
    freshMs: isFresh ? milliseconds(cache.fresh) : -1,
    staleMs: milliseconds(cache.stale),
  };
  return remembering(source, {
    cache: ticketCache(commonDir, remote),
    breaker: breaker(commonDir, remote),
    terms,
    law: digest,
    now: () => now().getTime(),
  });
}

function lazily({ name }: RemoteLaw, open: () => Promise<Source>): Source {
  return {
    remote: name,
    deaf: async (count) => (await open()).deaf?.(count) ?? null,
    pasts: async (ids) => (ids.length === 0 ? new Map() : ((await (await open()).pasts?.(ids)) ?? new Map())),
    many: async (ids) => (ids.length === 0 ? new Map() : (await open()).many(ids)),
  };
}
