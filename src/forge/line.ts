import { Fault } from "../core/fault.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../core/http.ts";
import { readJson } from "../providers/answer.ts";
import { trouble } from "../providers/trouble.ts";

/** A connected forge: how it is asked, and how it says no. */
export interface Line {
  readonly remote: string;
  readonly http: Http;
  send(request: HttpRequest): Promise<HttpReply>;
  /** The forge's own words in a refusal. Throws where they are not the forge's: a proxy's 404 says nothing. */
  said(reply: HttpReply): Promise<string>;
}

/** What is asked of a forge, and how the answer is read. `about`: what it is, for messages. */
export interface Question<T> {
  readonly about: string;
  readonly shape: Shape<T>;
  /** Default 200. */
  readonly wanted?: number;
}

/** The JSON of an answer with the wanted status; throws the Fault that any other is. */
export async function ask<T>(line: Line, request: HttpRequest, question: Question<T>): Promise<T> {
  return read(line, await line.send(request), question);
}

/** The same for an answer that is here already. */
export async function read<T>(
  line: Line,
  reply: HttpReply,
  { about, shape, wanted = 200 }: Question<T>,
): Promise<T> {
  if (reply.status === wanted) return readJson(line.remote, reply, shape);
  throw await refused(line, reply, about);
}

/** The fault that an answer is. */
async function refused(line: Line, reply: HttpReply, about: string): Promise<Fault> {
  const { remote } = line;
  const found = await line.said(reply);
  switch (reply.status) {
    case 401:
      return trouble("credentials", `${remote} does not accept the credential.`, { found });
    case 403:
      return trouble("forbidden", `${remote} refuses ${about} to this credential.`, { found });
    case 404:
    case 410:
      return trouble("absent", `${remote} has no ${about}.`, { found });
    case 400:
    case 409:
    case 422:
      return new Fault("usage", `${remote} does not take what was asked of ${about}.`, { found });
    default:
      return trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
  }
}

/** Null where the forge says that there is no such thing. */
export async function orNull<T>(
  asking: Promise<T>,
  codes: readonly string[] = ["absent"],
): Promise<T | null> {
  return asking.catch((thrown: unknown) => {
    if (thrown instanceof Fault && codes.includes(thrown.code)) return null;
    throw thrown;
  });
}
