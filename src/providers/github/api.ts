import { Fault } from "../../core/fault.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../../core/http.ts";
import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { trouble } from "../trouble.ts";
import { unknowable } from "../unknowable.ts";
import { type GithubSettings, graphqlAddress } from "./access.ts";
import { errorShape } from "./schema.ts";

/** The oldest version that is supported everywhere; newer ones only lack fields that we don't read. */
const HEADERS = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" } as const;

/** One connected remote, and how it is asked. */
export interface Api {
  readonly remote: string;
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
  };
}

/** The JSON of an answer with one of the wanted statuses; throws the Fault that any other is. `about`: the id, or what was asked. */
export async function expect<T>(
  { remote }: Api,
  about: string,
  { reply, shape, wanted = 200 }: { reply: HttpReply; shape: Shape<T>; wanted?: number },
): Promise<T> {
  if (reply.status === wanted) return readJson(remote, reply, shape);
  throw await failureOf(remote, about, reply);
}

/** The same for a look-up. */
export async function expectFact<T>(
  api: Api,
  about: string,
  { reply, shape }: { reply: HttpReply; shape: Shape<T> },
): Promise<T> {
  if (reply.status === 200) return readJson(api.remote, reply, shape);
  throw await factFailureOf(api.remote, about, reply);
}

/** The same as `failureOf`, for a look-up. */
export async function factFailureOf(remote: string, about: string, reply: HttpReply): Promise<Fault> {
  return unknowable(await failureOf(remote, about, reply), { remote, about, status: reply.status });
}

/** What an answer means that is no success. Only GitHub's own words count: a proxy's 404 says nothing about a ticket. */
export async function failureOf(remote: string, about: string, reply: HttpReply): Promise<Fault> {
  const { message, errors } = await readJson(remote, reply, errorShape);
  const found = [message, ...(errors ?? []).map(wordsOf)].join("; ");
  switch (reply.status) {
    case 401:
      return trouble("credentials", `${remote} does not accept the credential.`, { found });
    case 403:
      return trouble("forbidden", `${remote} refuses ${about} to this credential.`, {
        found,
        ...(ssoFix(reply) ?? {}),
      });
    case 404:
    case 410:
      return trouble("absent", `${remote} has no ${about}.`, { found });
    case 422:
      return new Fault("usage", `${remote} does not take what was asked of ${about}.`, { found });
    default:
      return trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
  }
}

/** An organisation with single sign-on says where the token can be authorised. */
function ssoFix({ headers }: HttpReply): { fix: string } | null {
  const url = /\burl=(https:\/\/\S+)/.exec(headers["x-github-sso"] ?? "")?.[1];
  return url === undefined ? null : { fix: `authorise the token at ${url}` };
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
