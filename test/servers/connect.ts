import type { Credential } from "../../src/core/access.ts";
import type { RemoteKind } from "../../src/core/law.ts";
import type { Tracker } from "../../src/core/tracker.ts";
import type { TagMemory } from "../../src/providers/conditional.ts";
import { openHttp } from "../../src/providers/http.ts";
import { trackers } from "../../src/providers/index.ts";
import type { TrackerProvider } from "../../src/providers/provider.ts";
import type { Clock } from "../../src/providers/retry.ts";
import type { TrackerServer } from "./tracker-server.ts";

type Settings = Readonly<Record<string, unknown>>;

/** A clock on which waiting costs nothing; `slept`: what was waited, in milliseconds. */
export interface TestClock extends Clock {
  readonly slept: number[];
}

export function testClock(): TestClock {
  let ahead = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => Date.now() + ahead,
    chance: () => 0.5,
    async sleep(ms) {
      slept.push(ms);
      ahead += ms;
    },
  };
}

/** How a test asks a server. */
export interface Asking {
  /** Null: as anybody. Default: the good one. */
  readonly credential?: Credential | null;
  readonly settings?: Settings;
  readonly clock?: Clock;
  readonly deadline?: AbortSignal;
  /** Milliseconds for one try; default 2,000. */
  readonly tryMs?: number;
  /** Milliseconds for waiting; default 10 minutes, which the test clock does not spend. */
  readonly waitMs?: number;
  readonly remote?: string;
  readonly tags?: TagMemory;
}

/** The provider of a kind, as the registry has it. */
export async function providerOf(kind: RemoteKind): Promise<TrackerProvider<Settings>> {
  const provider = await trackers[kind]?.();
  if (provider === undefined) throw new Error(`no tracker ${kind}`);
  return provider;
}

/** A tracker that asks one of the servers on this machine, over real HTTP. */
export async function connect(server: TrackerServer, asking: Asking = {}): Promise<Tracker> {
  const { z } = await import("zod");
  const provider = await providerOf(server.kind);
  const settings = provider.settings(z).parse(asking.settings ?? server.settings);
  const credential = asking.credential === undefined ? server.credentials.good : asking.credential;
  const { access } = provider;
  const base = access.base(settings);
  const remote = asking.remote ?? "a-name";
  const http = openHttp({
    remote,
    base,
    origins: new Set([base, ...(access.also?.(settings) ?? [])].map((address) => new URL(address).origin)),
    privateAllowed: true,
    credential: async () =>
      credential === null
        ? null
        : { headers: { ...access.headers(credential, settings) }, secrets: [credential.token] },
    ...(access.limited ? { limited: access.limited } : {}),
    ...(asking.deadline ? { deadline: asking.deadline } : {}),
    tryMs: asking.tryMs ?? 2000,
    waitMs: asking.waitMs ?? 600_000,
    proxy: {},
    ca: null,
    tags: asking.tags ?? null,
    clock: asking.clock ?? testClock(),
  });
  return provider.connect(remote, settings, { http });
}
