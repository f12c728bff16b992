import { Fault } from "../core/fault.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../core/http.ts";
import { expect, type Refusing, refusal } from "../providers/refusal.ts";

/** A connected forge: how it is asked, and how it says no. */
export interface Line extends Refusing {
  readonly http: Http;
  send(request: HttpRequest): Promise<HttpReply>;
}

/** What is asked of a forge, and how the answer is read. `about`: what it is, for messages. */
export interface Question<T> {
  readonly about: string;
  readonly shape: Shape<T>;
  /** Default 200. */
  readonly wanted?: number;
}

/** The JSON of an answer with the wanted status; throws the Fault that any other is. */
export async function ask<T>(line: Line, request: HttpRequest, { about, ...how }: Question<T>): Promise<T> {
  return expect(line, about, { reply: await line.send(request), ...how });
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

/** Takes something away; that it is gone already is no mistake. */
export async function gone(line: Line, request: HttpRequest, about: string): Promise<void> {
  const reply = await line.send(request);
  const { status } = reply;
  if ((status >= 200 && status < 300) || status === 404 || status === 410) return;
  throw await refusal(line, about, reply);
}
