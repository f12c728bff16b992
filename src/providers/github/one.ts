import type { Lookup } from "../../core/ticket.ts";
import { expectFact, factRefusal, refusal } from "../refusal.ts";
import { type Api, NO_ID, placeOf } from "./api.ts";
import { fromRest, ticketOf } from "./map.ts";
import { issueShape } from "./schema.ts";

/** The answer for a number that belongs to a pull request. */
export const PULL_REQUEST: Lookup = { status: "absent", detail: "it is a pull request" };

/** Whether a repository can be seen at all; asked once for each. */
export type Sees = (repository: string) => Promise<boolean>;

/** REST's answer for one issue, a transferred one under its new id. Throws the Faults of a refusal. */
export async function askOne(api: Api, sees: Sees, id: string): Promise<Lookup> {
  const place = placeOf(id);
  if (place === null) return NO_ID;
  const reply = await api.rest({ path: place.path });
  if (reply.status === 404) return missing(api, sees, { id, repository: place.repository, url: reply.url });
  if (reply.status === 410) return gone(await refusal(api, id, reply));
  const issue = await expectFact(api, id, { reply, shape: issueShape });
  if (issue.pull_request) return PULL_REQUEST;
  const { remote, settings } = api;
  return {
    status: "found",
    ticket: ticketOf(fromRest(issue), { remote, settings, asked: id }),
    source: "api",
  };
}

/** GitHub answers 404 for what is not there, and for what the asker may not know of. */
async function missing(
  api: Api,
  sees: Sees,
  { id, repository, url }: { id: string; repository: string; url: string },
): Promise<Lookup> {
  if (!(await api.http.authenticated()))
    return {
      status: "forbidden",
      detail: "no credential was used, and a private issue looks the same as none",
    };
  if (!url.toLowerCase().endsWith(placeOf(id)?.path.toLowerCase() ?? ""))
    return { status: "forbidden", detail: "it was moved to where this credential sees nothing" };
  if (await sees(repository)) return { status: "absent" };
  return { status: "forbidden", detail: UNSEEN };
}

/** What is said of a repository that answers 404. */
export const UNSEEN = "its repository is not there, or not for this credential";

/** 410: it was deleted, or the repository has its issues switched off. */
function gone({ found = "" }: { readonly found: string | undefined }): Lookup {
  return { status: "absent", detail: /deleted/i.test(found) ? "it was deleted" : found };
}

/** Remembers for each repository whether it can be seen. */
export function seer(api: Api): Sees {
  const answers = new Map<string, Promise<boolean>>();
  return (repository) => {
    const answer = answers.get(repository) ?? ask(api, repository);
    answers.set(repository, answer);
    return answer;
  };
}

async function ask(api: Api, repository: string): Promise<boolean> {
  const reply = await api.rest({ path: `/repos/${repository}` });
  if (reply.status === 200 || reply.status === 404) return reply.status === 200;
  throw await factRefusal(api, repository, reply);
}
