import type { HttpRequest, Shape } from "../../core/http.ts";
import { expect } from "../refusal.ts";
import type { Api } from "./api.ts";

/** Entries of one page: GitHub's own limit. */
export const PAGE = 100;

/** Page after page, each only when it is wanted. `about`: what is listed, for messages. */
export async function* pages<T>(
  api: Api,
  about: string,
  { request, shape }: { request: HttpRequest; shape: Shape<T> },
): AsyncGenerator<T> {
  let next: HttpRequest | null = request;
  while (next !== null) {
    const reply = await api.rest(next);
    yield await expect(api, about, { reply, shape });
    const link = nextIn(reply.headers.link ?? "");
    // The same page again would go on for ever.
    next = link === null || link === reply.url ? null : { path: link };
  }
}

/** One page by its number, which counts from 0. */
export async function pageAt<T>(
  api: Api,
  about: string,
  { request, shape, number }: { request: HttpRequest; shape: Shape<readonly T[]>; number: number },
): Promise<{ readonly items: readonly T[]; readonly more: boolean }> {
  const query = { ...request.query, page: number + 1 };
  const reply = await api.rest({ ...request, query });
  const items = await expect(api, about, { reply, shape });
  return { items, more: nextIn(reply.headers.link ?? "") !== null };
}

/** RFC 8288: `<https://…?page=2>; rel="next", <…>; rel="last"`. */
function nextIn(link: string): string | null {
  return /<([^>]+)>\s*;[^<]*\brel="?next"?/.exec(link)?.[1] ?? null;
}
