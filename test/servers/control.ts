import { providerOf } from "./connect.ts";
import type { Answer, Call } from "./kit.ts";
import type { TrackerServer } from "./tracker-server.ts";

/** What can be ordered of a server, and what it then does. */
export const ORDERS = {
  kill: "cuts every connection",
  hang: "answers nothing",
  limit: "says that it was asked too often",
  revoke: "takes the good token for a dead one",
  ok: "takes all of that back",
} as const;

/** Lets people and tests break a server by hand: `POST /__golden-thread/kill`, and `…/move` with `{"id", "state"}`. */
export async function letControl(server: TrackerServer): Promise<void> {
  const { loopback, credentials, kind } = server;
  const { access, settings } = await providerOf(kind);
  const { z } = await import("zod");
  const own = settings(z).parse(server.settings);
  const [good, dead] = [credentials.good, credentials.dead].map((one) =>
    Object.values(access.headers(one, own)),
  );
  const revoked = (call: Call): Call => {
    const at = call.auth === null ? -1 : (good?.indexOf(call.auth) ?? -1);
    return at < 0 ? call : { ...call, auth: dead?.[at] ?? null };
  };
  const well = (): void => {
    loopback.always = null;
    loopback.onCall = null;
    loopback.takenFor = (call) => call;
  };
  const orders: Readonly<Record<string, (call: Call) => void>> = {
    ok: well,
    kill: () => {
      loopback.always = "reset";
    },
    hang: () => {
      loopback.always = "hang";
    },
    limit: () => {
      loopback.onCall = () => Object.values(server.limits(Date.now()))[0] ?? null;
    },
    revoke: () => {
      loopback.takenFor = revoked;
    },
    move: (call) => {
      const { id, state } = movedBy(call);
      server.move(id, state);
    },
  };
  loopback.control = (call) => answerTo(orders, call);
}

function answerTo(orders: Readonly<Record<string, (call: Call) => void>>, call: Call): Answer {
  const name = call.path.split("/").at(-1) ?? "";
  const order = Object.hasOwn(orders, name) && call.method === "POST" ? orders[name] : undefined;
  if (order === undefined) return { status: 404, json: { wanted: Object.keys(orders) } };
  try {
    order(call);
    return { status: 200, json: { done: name } };
  } catch (error) {
    return { status: 400, json: { error: String(error) } };
  }
}

function movedBy({ json }: Call): { readonly id: string; readonly state: string } {
  const given = typeof json === "object" && json !== null ? json : {};
  const { id, state } = { id: null, state: null, ...given };
  if (typeof id !== "string" || typeof state !== "string")
    throw new Error('wanted: {"id": "…", "state": "…"}');
  return { id, state };
}
