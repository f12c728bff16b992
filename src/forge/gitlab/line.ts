import type { ForgePlace } from "../../core/forge.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../../core/http.ts";
import { readJson } from "../../providers/answer.ts";
import { expect } from "../../providers/refusal.ts";
import type { Line } from "../line.ts";
import { refusalShape } from "./schema.ts";

/** Entries of one page: GitLab's own limit. */
const PAGE = 100;

/** One project on GitLab. */
export interface Gitlab extends Line {
  readonly repository: string;
  /** Below the base: a project is one segment. */
  readonly path: string;
}

/** How a project is asked; nothing is yet. */
export function gitlabLine({ remote, repository }: ForgePlace, http: Http): Gitlab {
  return {
    remote,
    http,
    repository,
    path: projectPath(repository),
    send: (request) => http.send(request),
    async said(reply) {
      const told = await readJson(remote, reply, refusalShape);
      if ("error" in told) return `${told.error} ${told.error_description ?? ""}`.trim();
      return typeof told.message === "string" ? told.message : JSON.stringify(told.message);
    },
  };
}

/** Below the base, for a project's path or number. */
export function projectPath(project: string | number): string {
  return `/projects/${encodeURIComponent(project)}`;
}

/** Page after page, each only when it is wanted. */
export async function* pages<T>(
  gitlab: Gitlab,
  request: HttpRequest,
  { about, shape }: { readonly about: string; readonly shape: Shape<T> },
): AsyncGenerator<T> {
  for (let page: string | null = "1"; page !== null; ) {
    const query: HttpRequest["query"] = { ...request.query, per_page: PAGE, page };
    const reply = await gitlab.send({ ...request, query });
    yield await expect(gitlab, about, { reply, shape });
    page = nextPage(reply, page);
  }
}

/** The number alone is taken: behind a proxy the link may name another host. */
function nextPage({ headers }: HttpReply, page: string): string | null {
  const told =
    headers["x-next-page"] ?? /[?&]page=(\d+)[^>]*>\s*;\s*rel="next"/.exec(headers.link ?? "")?.[1] ?? "";
  return /^\d+$/.test(told) && Number(told) > Number(page) ? told : null;
}
