import { Fault } from "../../core/fault.ts";
import type { Http, HttpReply } from "../../core/http.ts";
import type { Schema } from "../../core/schema.ts";
import { readJson } from "../answer.ts";
import { trouble } from "../trouble.ts";
import { envelopeShape, errorsShape } from "./schema.ts";
import type { LinearSettings } from "./settings.ts";

/** One workspace of Linear. */
export interface Client {
  readonly remote: string;
  readonly settings: LinearSettings;
  readonly http: Http;
}

/** What is asked. `about`: what it is about, for messages. */
export interface Asked<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly shape: Schema<T>;
  readonly about: string;
}

/** Asks a query. Throws what Linear answers instead of data: its errors come with 200, 400 or 401. */
export async function ask<T>(client: Client, asked: Asked<T>): Promise<T> {
  return exchange(client, asked, true);
}

/** Asks for a change; what Linear finds wrong with it is Fault("usage"). */
export async function change<T>(client: Client, asked: Asked<T>): Promise<T> {
  return exchange(client, asked, false);
}

async function exchange<T>(client: Client, asked: Asked<T>, reads: boolean): Promise<T> {
  const { query, variables, shape } = asked;
  const reply = await client.http.send({
    method: "POST",
    path: "/graphql",
    json: { query, variables },
    reads,
  });
  if (reply.status === 401) throw dead(client, await wordsOf(client, reply));
  const { errors } = await readJson(client.remote, reply, errorsShape);
  const [error] = errors ?? [];
  if (error !== undefined) throw faultOf(client, asked, error, reads);
  const { data } = await readJson(client.remote, reply, envelopeShape(shape));
  if (data === null || data === undefined)
    throw trouble("unavailable", `${client.remote} answered ${reply.status} without data.`);
  return data;
}

interface GraphError {
  readonly message: string;
  readonly extensions?:
    | {
        readonly type?: string | null | undefined;
        readonly code?: string | null | undefined;
        readonly userPresentableMessage?: string | null | undefined;
      }
    | null
    | undefined;
}

function faultOf(client: Client, { about }: Asked<unknown>, error: GraphError, reads: boolean): Fault {
  const { type, code, userPresentableMessage } = error.extensions ?? {};
  const kind = `${type ?? ""} ${code ?? ""}`.toLowerCase();
  const found = [error.message, userPresentableMessage].filter(Boolean).join(" ");
  if (/authentication/.test(kind)) return dead(client, found);
  if (/forbidden|feature not accessible/.test(kind))
    return trouble("forbidden", `${client.remote} does not allow that for ${about}.`, { found });
  if (/entity not found|could not find/i.test(found))
    return trouble("absent", `${client.remote} has no ${about}, or does not show it.`, { found });
  if (!reads && /invalid input|input_error|user error/.test(kind))
    return new Fault("usage", `${client.remote} refuses that for ${about}.`, { found });
  return trouble("unavailable", `${client.remote} can't answer for ${about}.`, { found });
}

function dead({ remote }: Client, found: string): Fault {
  return trouble("credentials", `${remote} does not accept the credential.`, {
    ...(found === "" ? {} : { found }),
    fix: "put a key that was not revoked into LINEAR_API_KEY",
  });
}

/** A refusal may come without JSON from what stands in between. */
async function wordsOf({ remote }: Client, reply: HttpReply): Promise<string> {
  try {
    const { errors } = await readJson(remote, reply, errorsShape);
    return (errors ?? []).map(({ message }) => message).join(" ");
  } catch (thrown) {
    if (thrown instanceof Fault) return "";
    throw thrown;
  }
}
