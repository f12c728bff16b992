import type { Http, HttpReply, HttpRequest } from "../../core/http.ts";
import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { githubRemedy } from "../github-remedy.ts";
import type { Refusing } from "../refusal.ts";
import { type GithubSettings, graphqlAddress } from "./access.ts";
import { errorShape } from "./schema.ts";

/** The oldest version that is supported everywhere; newer ones only lack fields that we don't read. */
const HEADERS = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" } as const;

/** One connected remote, and how it is asked. */
export interface Api extends Refusing {
  readonly settings: GithubSettings;
  readonly http: Http;
  rest(request: HttpRequest): Promise<HttpReply>;
  /** A query; nothing is changed by GraphQL here. */
  graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<HttpReply>;
  /** Answers of the remote that were a refusal of a field or argument which older servers don't have. */
  readonly lacks: Set<string>;
}

/** How a remote's REST and GraphQL are asked; nothing is yet. */
export function githubApi(remote: string, settings: GithubSettings, http: Http): Api {
  return {
    remote,
    settings,
    http,
    lacks: new Set(),
    rest: (request) => http.send({ ...request, headers: { ...HEADERS, ...request.headers } }),
    graphql: (query, variables) =>
      http.send({
        method: "POST",
        path: graphqlAddress(http.base),
        headers: HEADERS,
        json: { query, variables },
        reads: true,
      }),
    async said(reply) {
      const { message, errors } = await readJson(remote, reply, errorShape);
      return [message, ...(errors ?? []).map(wordsOf)].join("; ");
    },
    remedy: githubRemedy,
  };
}

type Refused = NonNullable<Awaited<ReturnType<ReturnType<typeof errorShape>["parse"]>>["errors"]>[number];

function wordsOf(error: Refused): string {
  if (typeof error === "string") return error;
  return [error.field, error.code, error.message, error.value].filter(Boolean).map(String).join(" ");
}

/** A higher number is no Int of GraphQL's, and would have a whole batch refused. */
const MOST_NUMBER = 2 ** 31 - 1;

/** An address below `/repos/`, for an id in its grammar; null: it is none. */
export function placeOf(
  id: string,
): { readonly repository: string; readonly number: string; readonly path: string } | null {
  const [, repository, number] = /^([\w-]+\/(?!\.{1,2}#)[\w.-]+)#([1-9]\d*)$/.exec(id) ?? [];
  if (repository === undefined || number === undefined || Number(number) > MOST_NUMBER) return null;
  return { repository, number, path: `/repos/${repository}/issues/${number}` };
}

/** The answer for an id that names no issue of GitHub's. */
export const NO_ID: Lookup = { status: "absent", detail: "it is no id of a GitHub issue" };
