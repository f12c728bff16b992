import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** One request as a server saw it. The credential is kept apart, so that logs of calls can be compared and printed. */
export interface Call {
  readonly method: string;
  /** Decoded only by `segments`; as it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names, without what carries the credential. */
  readonly headers: Readonly<Record<string, string>>;
  /** The credential's header as it was sent, several with a comma between; null: none was. */
  readonly auth: string | null;
  readonly text: string;
  /** The body as it was sent. */
  readonly bytes: Uint8Array;
  /** The body as JSON; undefined: it is none. */
  readonly json: unknown;
}

/** What a server answers. `json` is sent as `application/json; charset=utf-8`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Sent as they are, instead of a text. */
  readonly bytes?: Uint8Array;
}

/** What goes wrong with the next requests instead of an answer. */
export type Mishap =
  | Answer
  /** The connection is cut before an answer. */
  | "reset"
  /** Nothing is ever answered. */
  | "hang"
  /** The true answer, cut in its middle, though its length was announced. */
  | "truncate"
  /** The true answer, gzip encoded. */
  | "gzip"
  /** The request is carried out, and the connection cut before the answer. */
  | "lost-answer";

/** A server on this machine, for one test. */
export interface Loopback {
  readonly origin: string;
  readonly calls: Call[];
  /** What happens to the next requests, one entry each; then all is well again. */
  readonly mishaps: Mishap[];
  /** What happens to every request from now on; null: all is well. */
  always: Mishap | null;
  /** What happens to a request that is such; asked before the others. */
  onCall: ((call: Call) => Mishap | null) | null;
  /** What a request is taken for: its credential may have died. */
  takenFor: (call: Call) => Call;
  /** Answers what is asked below `CONTROL`, by people and tests; such requests are no calls. Null: nobody may. */
  control: ((call: Call) => Answer) | null;
  /** Told of every call once it is over; a null status: it got no answer. */
  onEnd: ((call: Call, status: number | null) => void) | null;
  close(): Promise<void>;
}

/** Headers that vendors take credentials in. */
const AUTH = ["authorization", "private-token", "job-token", "x-api-key"] as const;

/** Where a server takes orders. */
export const CONTROL = "/__golden-thread/";

/** Starts a server whose answers `handle` gives. A `handle` that throws answers 500 with the error's text. */
export async function serve(handle: (call: Call) => Answer | Promise<Answer>, port = 0): Promise<Loopback> {
  const server = createServer((request, response) => void exchange(request, response));
  const loopback: Loopback = {
    origin: "",
    calls: [],
    mishaps: [],
    always: null,
    onCall: null,
    takenFor: (call) => call,
    control: null,
    onEnd: null,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await callOf(request);
    if (loopback.control !== null && call.path.startsWith(CONTROL))
      return send(response, loopback.control(call), null);
    loopback.calls.push(call);
    const status = await settle(call, request, response);
    loopback.onEnd?.(call, status);
  };
  const settle = async (call: Call, request: IncomingMessage, response: ServerResponse) => {
    const mishap = loopback.onCall?.(call) ?? loopback.mishaps.shift() ?? loopback.always;
    if (mishap === "hang") return null;
    if (mishap === "reset") return cut(request);
    const given =
      mishap !== null && typeof mishap === "object"
        ? mishap
        : await answerOf(handle, loopback.takenFor(call));
    if (mishap === "lost-answer") return cut(request);
    await send(response, given, mishap);
    return given.status;
  };
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return Object.assign(loopback, { origin: `http://127.0.0.1:${address.port}` });
}

function cut(request: IncomingMessage): null {
  request.socket.destroy();
  return null;
}

async function answerOf(handle: (call: Call) => Answer | Promise<Answer>, call: Call): Promise<Answer> {
  try {
    return await handle(call);
  } catch (error) {
    return { status: 500, json: { message: String(error) } };
  }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const bytes = Buffer.concat(parts);
  const text = bytes.toString("utf8");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
  const name = AUTH.find((one) => headers[one] !== undefined);
  // Node keeps the first of several; who sends two has to see that it was wrong.
  const auth = name === undefined ? null : sentAs(request.rawHeaders, name).join(", ");
  for (const one of AUTH) delete headers[one];
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: searchParams,
    headers,
    auth,
    text,
    bytes,
    json: jsonOf(text),
  };
}

function sentAs(raw: readonly string[], name: string): readonly string[] {
  return raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(response: ServerResponse, answer: Answer, mishap: Mishap | null): Promise<void> {
  const { gzipSync } = await import("node:zlib");
  const isJson = answer.json !== undefined;
  const text = isJson ? JSON.stringify(answer.json) : (answer.text ?? "");
  const plain = Buffer.from(answer.bytes ?? Buffer.from(text, "utf8"));
  const body = mishap === "gzip" ? gzipSync(plain) : plain;
  response.statusCode = answer.status;
  response.setHeader(
    "content-type",
    isJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
  );
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (mishap === "gzip") response.setHeader("content-encoding", "gzip");
  if (answer.status !== 204 && answer.status !== 304) response.setHeader("content-length", body.byteLength);
  if (mishap !== "truncate") return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.byteLength / 2)));
  setTimeout(() => response.socket?.destroy(), 20);
}

/** Path segments, decoded one by one: an encoded slash stays inside its segment. */
export function segments(path: string): readonly string[] {
  return path.split("/").filter(Boolean).map(decodeURIComponent);
}
