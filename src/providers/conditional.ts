import type { HttpReply } from "../core/http.ts";
import type { Attempt } from "./retry.ts";

/** Where tagged answers are remembered, by address. Writing may fail, which costs nothing but the memory. */
export interface TagMemory {
  read(address: string): { readonly etag: string; readonly text: string } | null;
  keep(address: string, answer: { readonly etag: string; readonly text: string }): void;
}

/**
 * Asks again only for what has changed (RFC 9110, 13.1.2): a read whose answer was tagged is asked with its tag, and where
 * the server says that it still holds, the answer is the remembered one. GitHub does not count such an answer.
 */
export function conditional(attempt: Attempt, memory: TagMemory | null): Attempt {
  if (memory === null) return attempt;
  return async (address, request) => {
    if ((request.method ?? "GET") !== "GET") return attempt(address, request);
    const known = memory.read(address.href);
    const reply = await attempt(address, known === null ? request : tagged(request, known.etag));
    if (reply.status === 304 && known !== null) return { ...reply, status: 200, text: known.text };
    remember(memory, address, reply);
    return reply;
  };
}

function tagged(request: Parameters<Attempt>[1], etag: string): Parameters<Attempt>[1] {
  return { ...request, headers: { ...request.headers, "if-none-match": etag } };
}

function remember(memory: TagMemory, address: URL, { status, headers, text }: HttpReply): void {
  const { etag } = headers;
  if (status !== 200 || etag === undefined || etag === "") return;
  try {
    memory.keep(address.href, { etag, text });
  } catch {
    // A full disk or a read-only folder: it is asked for whole the next time.
  }
}
