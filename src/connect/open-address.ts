import { Fault } from "../core/fault.ts";
import type { Http, HttpReply } from "../core/http.ts";
import type { Env } from "../git/env.ts";
import { type Held, openHttp } from "../providers/http.ts";
import { moreCertificates } from "../store/certificates.ts";
import { hostsFile } from "../store/hosts-file.ts";
import { clockOf } from "./clock.ts";
import { originsOf } from "./origins.ts";
import { type Haste, PATIENCE } from "./patience.ts";
import { proxyOf } from "./tracker.ts";

/** How an address is asked. */
export interface Asking {
  readonly env: Env;
  readonly haste: Haste;
  /** What it is called in messages. */
  readonly name: string;
  readonly mostBytes: number;
  /** What it is asked with, and which hosts it is meant for unasked; left out: nothing. */
  readonly held?: Held & { isMeantFor(host: string): boolean };
  /** Seconds to wait where an answer says "too often" by other means than its status and headers; null: it does not. */
  readonly limited?: (reply: HttpReply) => number | null;
  /** A proxy is handed requests to plain http as they are, without a tunnel, since it is to add something to them. */
  readonly plainProxy?: boolean;
  now(): Date;
}

/**
 * The way to one address, and to its origin alone, by the rules that hold for trackers: no private address that the user does not
 * trust, no credential in any message. `address`: what requests whose path begins with a slash go below. Throws Fault("credentials")
 * where a credential would go to a server that nobody confirmed.
 */
export async function openAddress(address: string, asking: Asking): Promise<Http> {
  const { env, haste, name, mostBytes, held = null, limited, plainProxy = false, now } = asking;
  const access = { base: () => address, isVendor: (host: string) => held?.isMeantFor(host) ?? false };
  const { all, doubtful, privateAllowed } = await originsOf(access, null, { env, lawIsTrusted: false });
  if (held !== null && doubtful !== null)
    throw new Fault(
      "credentials",
      `${name} is at a server that nobody confirmed, and no token is sent there.`,
      {
        found: doubtful,
        fix: `golden-thread remote trust ${doubtful}`,
      },
    );
  return openHttp({
    remote: name,
    base: address.replace(/\/+$/, ""),
    origins: all,
    privateAllowed,
    credential: async () => held,
    ...(limited ? { limited } : {}),
    deadline: AbortSignal.timeout(PATIENCE[haste].allMs),
    ...PATIENCE[haste],
    proxy: { ...proxyOf(env), plain: plainProxy },
    ca: moreCertificates(env),
    hosts: hostsFile,
    tags: null,
    mostBytes,
    clock: clockOf(now),
  });
}
