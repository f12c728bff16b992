import { providerOf } from "./connect.ts";
import { letControl, ORDERS } from "./control.ts";
import { policyEntry, variablesOf, written } from "./entry.ts";
import { servers } from "./index.ts";
import type { Call } from "./kit.ts";
import type { Seed, TrackerServer } from "./tracker-server.ts";

/** What `npm run servers` starts. */
export interface Starting {
  /** None: every server. */
  readonly names: readonly string[];
  /** The first server's port, the next ones follow; 0: any that are free. */
  readonly port: number;
  /** Told of every request in one line without credentials; null: nobody wants to know. */
  readonly log: ((line: string) => void) | null;
}

/** Servers that run, and what people want to know of each. */
export interface Running {
  readonly texts: readonly string[];
  close(): Promise<void>;
}

/** Starts servers for people to ask and break. Throws where a name is none of a server. */
export async function start({ names, port, log }: Starting): Promise<Running> {
  const known = Object.keys(servers);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`no server ${stranger}; wanted: ${known.join(", ")}`);
  const begun: { readonly name: string; readonly server: TrackerServer }[] = [];
  for (const name of names.length === 0 ? known : names) {
    const server = await servers[name]?.({ port: port === 0 ? 0 : port + begun.length });
    if (server !== undefined) begun.push({ name, server });
  }
  for (const { name, server } of begun) {
    await letControl(server);
    if (log !== null) server.loopback.onEnd = (call, status) => log(lineOf(name, call, status));
  }
  return {
    texts: await Promise.all(begun.map(({ name, server }) => textOf(name, server))),
    close: async () => {
      await Promise.all(begun.map(({ server }) => server.loopback.close()));
    },
  };
}

function lineOf(name: string, { method, path, query }: Call, status: number | null): string {
  const asked = query.size === 0 ? path : `${path}?${query}`;
  return `${name}  ${method} ${asked}  ${status ?? "no answer"}`;
}

/** All that is needed to ask a server, ready to paste: policy, trust, variables, tickets and orders. */
async function textOf(name: string, server: TrackerServer): Promise<string> {
  const { origin } = server.loopback;
  const { access, settings } = await providerOf(server.kind);
  const { z } = await import("zod");
  const variables = access.variables(settings(z).parse(server.settings));
  const { good, dead, reader } = server.credentials;
  const exported = [{ good }, { dead }, { reader }].flatMap((one) =>
    Object.entries(one).flatMap(([what, credential]) =>
      credential === null ? [] : `export ${assignments(variablesOf(variables, credential))}  # ${what}`,
    ),
  );
  const orders = Object.entries(ORDERS).map(
    ([order, does]) => `curl -X POST ${origin}/__golden-thread/${order}  # ${does}`,
  );
  return [
    `## ${name}  ${origin}`,
    policyEntry(name, server.settings).trimEnd(),
    `golden-thread remote trust ${origin}`,
    ...exported,
    ...tickets(server).map(([what, id]) => `  ${what.padEnd(13)} ${id}`),
    ...orders,
    moving(server),
    "",
  ].join("\n");
}

function assignments(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([variable, value]) => `${variable}=${value}`)
    .join(" ");
}

/** What of the seed somebody may want to name, and what it is. */
function tickets(server: TrackerServer): readonly (readonly [string, string])[] {
  const { seed } = server;
  const by: Readonly<Partial<Record<keyof Seed, string | null>>> = {
    open: seed.open.id,
    inProgress: seed.inProgress,
    done: seed.done,
    canceled: seed.canceled,
    archived: seed.archived,
    absent: seed.absent,
    forbidden: seed.forbidden?.id ?? null,
    deleted: seed.deleted,
    moved: seed.moved?.from ?? null,
    notATicket: seed.notATicket,
    unicode: seed.unicode,
    hostile: seed.hostile,
    huge: seed.huge,
  };
  return Object.entries(by).flatMap(([what, id]) =>
    id === null || id === undefined ? [] : [[what, written(server, id)] as const],
  );
}

function moving({ loopback, seed: { open, targets } }: TrackerServer): string {
  const body = JSON.stringify({ id: open.id, state: targets.done }).replaceAll("'", "'\\''");
  return `curl -X POST ${loopback.origin}/__golden-thread/move -d '${body}'  # states: ${Object.values(targets).join(", ")}`;
}
