import type { Lookup } from "../../core/ticket.ts";
import { expectFact, refusal } from "../refusal.ts";
import { type Api, NO_ID, placeOf } from "./api.ts";
import { fromRest, ticketOf } from "./map.ts";
import { isOutsider, originAt } from "./origin.ts";
import type { Repositories } from "./repositories.ts";
import { issueShape } from "./schema.ts";

/** The answer for a number that belongs to a pull request. */
export const PULL_REQUEST: Lookup = { status: "absent", detail: "it is a pull request", isChange: true };

/** REST's answer for one issue, a transferred one under its new id. Throws the Faults of a refusal. */
export async function askOne(api: Api, repositories: Repositories, id: string): Promise<Lookup> {
  const place = placeOf(id);
  if (place === null) return NO_ID;
  const reply = await api.rest({ path: place.path });
  if (reply.status === 404)
    return missing(api, repositories, { id, repository: place.repository, url: reply.url });
  if (reply.status === 410) return gone(await refusal(api, id, reply));
  const issue = await expectFact(api, id, { reply, shape: issueShape });
  if (issue.pull_request) return PULL_REQUEST;
  const { remote, settings } = api;
  const ticket = ticketOf(fromRest(issue), { remote, settings, asked: id });
  if (!isOutsider(issue.author_association)) return { status: "found", ticket, source: "api" };
  const origin = await originAt(api, repositories, ticket);
  return { status: "found", ticket: { ...ticket, ...origin }, source: "api" };
}

/** GitHub answers 404 for what is not there, and for what the asker may not know of. */
async function missing(
  api: Api,
  repositories: Repositories,
  { id, repository, url }: { id: string; repository: string; url: string },
): Promise<Lookup> {
  if (!(await api.http.authenticated()))
    return {
      status: "forbidden",
      detail: "no credential was used, and a private issue looks the same as none",
    };
  if (!url.toLowerCase().endsWith(placeOf(id)?.path.toLowerCase() ?? ""))
    return { status: "forbidden", detail: "it was moved to where this credential sees nothing" };
  if ((await repositories(repository)) !== "hidden") return { status: "absent" };
  return { status: "forbidden", detail: UNSEEN };
}

/** What is said of a repository that answers 404. */
export const UNSEEN = "its repository is not there, or not for this credential";

/** 410: it was deleted, or the repository has its issues switched off. */
function gone({ found = "" }: { readonly found: string | undefined }): Lookup {
  return { status: "absent", detail: /deleted/i.test(found) ? "it was deleted" : found };
}
