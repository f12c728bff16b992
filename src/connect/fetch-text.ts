import { Fault } from "../core/fault.ts";
import type { Env } from "../git/env.ts";
import { trustedOrigins } from "../git/trusted-origins.ts";
import { openHttp } from "../providers/http.ts";
import { moreCertificates } from "../store/certificates.ts";
import { hostsFile } from "../store/hosts-file.ts";
import { clockOf } from "./clock.ts";
import { type Haste, PATIENCE } from "./patience.ts";
import { proxyOf } from "./tracker.ts";

/** How an address is asked. */
export interface Fetching {
  readonly env: Env;
  readonly haste: Haste;
  /** What it is called in messages. */
  readonly name: string;
  readonly mostBytes: number;
  now(): Date;
}

/**
 * What lies at an https address that a policy names, asked for without any credential, by the rules that hold for trackers. Throws
 * Fault("unavailable") where there is no such thing to be had.
 */
export async function fetchText(address: string, fetching: Fetching): Promise<string> {
  const { env, haste, name, mostBytes, now } = fetching;
  const { origin } = new URL(address);
  const http = openHttp({
    remote: name,
    base: origin,
    origins: new Set([origin]),
    privateAllowed: (await trustedOrigins(env)).includes(origin),
    credential: async () => null,
    deadline: AbortSignal.timeout(PATIENCE[haste].allMs),
    ...PATIENCE[haste],
    proxy: proxyOf(env),
    ca: moreCertificates(env),
    hosts: hostsFile,
    tags: null,
    mostBytes,
    clock: clockOf(now),
  });
  const reply = await http.send({ path: address, headers: { accept: "*/*" } });
  if (reply.status === 200) return reply.text;
  throw new Fault("unavailable", `${name} is not to be had.`, {
    found: `${address} answered ${reply.status}`,
    wanted: "200",
  });
}
