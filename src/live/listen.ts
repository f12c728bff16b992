import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Fault } from "../core/fault.ts";
import { admit, type Place, type Refusal } from "./admit.ts";

/** What stands at a place; read as it is sent. */
export interface Content {
  readonly mediaType: string;
  readonly body: Iterable<string>;
}

/** What is served, and to whom. */
export interface Serving {
  /** 0: any that is free. */
  readonly port: number;
  /** Stands in the address of everything; letters, digits, `-` and `_`. */
  readonly secret: string;
  /** True: whoever got the page whole was the last one. */
  readonly once: boolean;
  content(place: Place): Promise<Content>;
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Settles when it has ended. */
  readonly ended: Promise<void>;
  end(): void;
}

/** For this machine alone: no other can reach it, and none is told that it is there. */
const ADDRESS = "127.0.0.1";

/** What no page of ours needs. Whatever the content's own policy allows, nothing more is allowed by this. */
const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

const REFUSALS: Readonly<Record<Refusal, string>> = {
  404: "There is nothing here.\n",
  405: "Only GET and HEAD are answered.\n",
  421: "This is another host.\n",
};

/** Serves on this machine alone. Throws Fault("usage") where the port is not to be had. */
export async function listen(serving: Serving): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(request, response, { ...serving, port: portOf(server.address()) }).then(
      (wasPage) => {
        if (wasPage && serving.once) server.close();
      },
      // Nothing of it is said to whoever asked; `content` has told the people that it is for.
      () => response.destroy(),
    );
  });
  const ended = new Promise<void>((resolve) => server.once("close", resolve));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(taken(serving.port, cause)));
    server.listen(serving.port, ADDRESS, resolve);
  });
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${ADDRESS}:${portOf(server.address())}/${serving.secret}/`, ended, end };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

function taken(port: number, cause: Error): Fault {
  return new Fault("usage", "The page can't be served on this port.", {
    found: `port ${port}: ${cause.message}`,
    wanted: "a port that is free",
    fix: "golden-thread report serve --port 0",
    cause,
  });
}

/** True: it was the page, and all of it was sent. */
async function answer(
  { method = "", url = "", headers: { host = "" } }: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<boolean> {
  const place = admit({ method, target: url, host }, serving);
  // A connection that is kept would keep the server from ending.
  const headers = { ...HEADERS, ...(serving.once ? { connection: "close" } : {}) };
  if (typeof place === "number") {
    response.writeHead(place, { ...headers, "content-type": "text/plain; charset=utf-8" });
    response.end(method === "HEAD" ? undefined : REFUSALS[place]);
    return false;
  }
  const { mediaType, body } = await serving.content(place);
  response.writeHead(200, { ...headers, "content-type": mediaType });
  if (method === "HEAD") {
    response.end();
    return false;
  }
  await pipeline(Readable.from(body), response);
  return place === "page";
}
