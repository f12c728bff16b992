import type { Credential } from "../../src/core/access.ts";
import type { Forge } from "../../src/core/forge.ts";
import { forges } from "../../src/forge/index.ts";
import { openHttp } from "../../src/providers/http.ts";
import { type Asking, providerOf, testClock } from "../servers/connect.ts";
import type { ForgeServer } from "../servers/forge-server.ts";

/** A forge that asks one of the servers on this machine, over real HTTP, with the tracker's way of access. */
export async function connectForge(
  { kind, tracker, server, repository }: ForgeServer,
  asking: Pick<Asking, "credential" | "clock" | "waitMs"> & { readonly repository?: string } = {},
): Promise<Forge> {
  const { z } = await import("zod");
  const { access, settings: read } = await providerOf(tracker);
  const settings = read(z).parse(server.settings);
  const credential: Credential | null =
    asking.credential === undefined ? server.credentials.good : asking.credential;
  const base = access.base(settings);
  const http = openHttp({
    remote: "a-forge",
    base,
    origins: new Set([new URL(base).origin]),
    privateAllowed: true,
    credential: async () =>
      credential === null
        ? null
        : { headers: { ...access.headers(credential, settings) }, secrets: [credential.token] },
    ...(access.limited ? { limited: access.limited } : {}),
    tryMs: 2000,
    waitMs: asking.waitMs ?? 600_000,
    proxy: {},
    ca: null,
    tags: null,
    clock: asking.clock ?? testClock(),
  });
  const connect = await forges[kind]();
  return connect({ remote: "a-forge", repository: asking.repository ?? repository }, http);
}
