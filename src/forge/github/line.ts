import type { ForgePlace } from "../../core/forge.ts";
import type { Http, HttpRequest, Shape } from "../../core/http.ts";
import { readJson } from "../../providers/answer.ts";
import { githubRemedy } from "../../providers/github-remedy.ts";
import { expect } from "../../providers/refusal.ts";
import type { Line } from "../line.ts";
import { refusalShape } from "./schema.ts";

/** The oldest version that is supported everywhere. */
const HEADERS = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" } as const;

/** Entries of one page: GitHub's own limit. */
const PAGE = 100;

/** One repository on GitHub. */
export interface Github extends Line {
  readonly repository: string;
  /** Below the base: `/repos/owner/repo`. */
  readonly path: string;
}

/** How a repository is asked; nothing is yet. */
export function githubLine({ remote, repository }: ForgePlace, http: Http): Github {
  return {
    remote,
    http,
    repository,
    path: `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`,
    send: (request) => http.send({ ...request, headers: { ...HEADERS, ...request.headers } }),
    async said(reply) {
      const { message, errors } = await readJson(remote, reply, refusalShape);
      return [
        message,
        ...(errors ?? []).map((one) => (typeof one === "string" ? one : (one.message ?? one.code))),
      ]
        .filter(Boolean)
        .join("; ");
    },
    remedy: githubRemedy,
  };
}

/** Where GraphQL is asked; an Enterprise Server has it beside the versions of REST. */
export function graphqlAddress({ http }: Github): string {
  return `${http.base.replace(/\/v3$/, "")}/graphql`;
}

/** Page after page, each only when it is wanted. */
export async function* pages<T>(
  github: Github,
  request: HttpRequest,
  { about, shape }: { readonly about: string; readonly shape: Shape<T> },
): AsyncGenerator<T> {
  let next: HttpRequest | null = { ...request, query: { ...request.query, per_page: PAGE } };
  while (next !== null) {
    const reply = await github.send(next);
    yield await expect(github, about, { reply, shape });
    // RFC 8288; the same page again would go on for ever.
    const link = /<([^>]+)>\s*;[^<]*\brel="?next"?/.exec(reply.headers.link ?? "")?.[1] ?? null;
    next = link === null || link === reply.url ? null : { path: link };
  }
}
