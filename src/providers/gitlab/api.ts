import type { Http, HttpReply, HttpRequest, Shape } from "../../core/http.ts";
import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { expect, type Refusing } from "../refusal.ts";
import type { GitlabSettings } from "./access.ts";
import { errorShape } from "./schema.ts";

/** Entries of one page, and ids of one question: GitLab's own limit. */
export const PAGE = 100;

/** One connected remote. */
export interface Api extends Refusing {
  readonly settings: GitlabSettings;
  readonly http: Http;
}

/** How a remote is asked; nothing is yet. */
export function gitlabApi(remote: string, settings: GitlabSettings, http: Http): Api {
  return {
    remote,
    settings,
    http,
    async said(reply) {
      const told = await readJson(remote, reply, errorShape);
      return "message" in told ? plain(told.message) : `${told.error} ${told.error_description ?? ""}`.trim();
    },
    remedy: (_, found) => (/insufficient_scope/.test(found) ? "use a token with the scope api" : null),
  };
}

function plain(message: unknown): string {
  return typeof message === "string" ? message : JSON.stringify(message);
}

/** Numbers of issues are 32 bits wide in GitLab's database. */
const MOST_NUMBER = 2 ** 31 - 1;

/** An id in its parts; `mark`: `#` for an issue, `!` for a merge request. Null: it is none. */
export function placeOf(
  id: string,
): { readonly project: string; readonly mark: string; readonly number: string } | null {
  const [, project, mark, number] = /^([\w.-]+(?:\/[\w.-]+)+)([#!])([1-9]\d*)$/.exec(id) ?? [];
  if (project === undefined || mark === undefined || number === undefined) return null;
  return Number(number) > MOST_NUMBER ? null : { project, mark, number };
}

/** Below the base: a project is one segment. */
export function projectPath(project: string): string {
  return `/projects/${encodeURIComponent(project)}`;
}

/** Below the base, for the id of an issue. */
export function issuePath(id: string): string {
  const { project, number } = placeOf(id) ?? { project: "", number: "" };
  return `${projectPath(project)}/issues/${number}`;
}

/** The answer for an id that names no issue of GitLab's. */
export const NO_ID: Lookup = { status: "absent", detail: "it is no id of a GitLab issue" };

/** Page after page, each only when it is wanted. `about`: what is listed, for messages. */
export async function* pages<T>(
  api: Api,
  about: string,
  { request, shape }: { request: HttpRequest; shape: Shape<T> },
): AsyncGenerator<T> {
  for (let page: string | null = "1"; page !== null; ) {
    const query: HttpRequest["query"] = { ...request.query, per_page: PAGE, page };
    const reply = await api.http.send({ ...request, query });
    yield await expect(api, about, { reply, shape });
    page = nextPage(reply, page);
  }
}

/** One page by its number, which counts from 0. */
export async function pageAt<T>(
  api: Api,
  about: string,
  { request, shape, number }: { request: HttpRequest; shape: Shape<readonly T[]>; number: number },
): Promise<{ readonly items: readonly T[]; readonly more: boolean }> {
  const page = String(number + 1);
  const reply = await api.http.send({ ...request, query: { ...request.query, per_page: PAGE, page } });
  const items = await expect(api, about, { reply, shape });
  return { items, more: nextPage(reply, page) !== null };
}

/** The number alone is taken: behind a proxy the link may name another host. */
function nextPage({ headers }: HttpReply, page: string): string | null {
  const told =
    headers["x-next-page"] ?? /[?&]page=(\d+)[^>]*>\s*;\s*rel="next"/.exec(headers.link ?? "")?.[1] ?? "";
  return /^\d+$/.test(told) && Number(told) > Number(page) ? told : null;
}
