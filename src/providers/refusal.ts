import { Fault } from "../core/fault.ts";
import type { HttpReply, Shape } from "../core/http.ts";
import { readJson } from "./answer.ts";
import { trouble } from "./trouble.ts";

/** A server that may say no. */
export interface Refusing {
  readonly remote: string;
  /** The server's own words in a refusal. Throws where they are not its own: a proxy's 404 says nothing. */
  said(reply: HttpReply): Promise<string>;
  /** What would mend a 403, where the server tells; `found`: its words. */
  remedy?(reply: HttpReply, found: string): string | null;
}

/** An answer that is here, and how it is read. */
interface Expected<T> {
  readonly reply: HttpReply;
  readonly shape: Shape<T>;
  /** Default 200. */
  readonly wanted?: number;
}

/** The JSON of an answer with the wanted status; throws the Fault that any other is. `about`: the id, or what was asked. */
export async function expect<T>(
  server: Refusing,
  about: string,
  { reply, shape, wanted = 200 }: Expected<T>,
): Promise<T> {
  if (reply.status === wanted) return readJson(server.remote, reply, shape);
  throw await refusal(server, about, reply);
}

/** The same for a look-up. */
export async function expectFact<T>(
  server: Refusing,
  about: string,
  { reply, shape }: Pick<Expected<T>, "reply" | "shape">,
): Promise<T> {
  if (reply.status === 200) return readJson(server.remote, reply, shape);
  throw await factRefusal(server, about, reply);
}

/** What an answer means that is no success. */
export async function refusal(server: Refusing, about: string, reply: HttpReply): Promise<Fault> {
  const { remote } = server;
  const found = await server.said(reply);
  switch (reply.status) {
    case 401:
      return trouble("credentials", `${remote} does not accept the credential.`, { found });
    case 403: {
      const fix = server.remedy?.(reply, found) ?? null;
      const details = fix === null ? { found } : { found, fix };
      return trouble("forbidden", `${remote} refuses ${about} to this credential.`, details);
    }
    case 404:
    case 410:
      return trouble("absent", `${remote} has no ${about}.`, { found });
    case 400:
    case 409:
    case 422:
      return new Fault("usage", `${remote} does not take what was asked of ${about}.`, { found });
    default:
      return unanswered(remote, about, { status: reply.status, found });
  }
}

/** The same for a look-up: where its question is not understood, or its address not known, nothing is known of the ticket. */
export async function factRefusal(server: Refusing, about: string, reply: HttpReply): Promise<Fault> {
  const fault = await refusal(server, about, reply);
  if (fault.code !== "usage" && fault.code !== "absent") return fault;
  return unanswered(server.remote, about, { status: reply.status, found: fault.found ?? "" });
}

function unanswered(
  remote: string,
  about: string,
  { status, found }: { readonly status: number; readonly found: string },
): Fault {
  return trouble("unavailable", `${remote} answers ${status} for ${about}.`, { found });
}
