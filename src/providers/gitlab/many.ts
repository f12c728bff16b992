import { Fault } from "../../core/fault.ts";
import type { Lookup } from "../../core/ticket.ts";
import { askMany } from "../ask-many.ts";
import { expectFact } from "../refusal.ts";
import { asLookup } from "../trouble.ts";
import { type Api, issuePath, NO_ID, PAGE, pages, placeOf, projectPath } from "./api.ts";
import { ticketOf } from "./map.ts";
import { type Issue, issueShape, issuesShape, notesShape } from "./schema.ts";

const REQUEST: Lookup = { status: "absent", detail: "it is a merge request" };
const ABSENT: Lookup = { status: "absent" };
const UNSEEN: Lookup = {
  status: "forbidden",
  detail: "its project is not there, or not for this credential",
};
const UNKNOWN: Lookup = {
  status: "forbidden",
  detail: "no credential was used, and a private or confidential issue looks the same as none",
};
const OUT_OF_SIGHT: Lookup = {
  status: "forbidden",
  detail: "it was moved to where this credential sees nothing",
};

/** `group&5`, as an issue names the epic that it is part of. */
const EPIC = /^[^\s&#!]+&\d+$/;
const EPICS: Lookup = { status: "unavailable", detail: "epics of GitLab are not looked up" };

/** What an id says by itself: merge requests and what is no id need no question. */
export function toldById(id: string): Lookup | null {
  const place = placeOf(id);
  if (place === null) return EPIC.test(id) ? EPICS : NO_ID;
  return place.mark === "!" ? REQUEST : null;
}

/** A hundred issues of one project a question. */
export async function askForMany(api: Api, ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
  return askMany(ids, PAGE, async (batch) => {
    const projects = new Set(batch.map(projectOf));
    const parts = [...projects].map((project) =>
      askProject(
        api,
        project,
        batch.filter((id) => projectOf(id) === project),
      ),
    );
    return new Map((await Promise.all(parts)).flat());
  });
}

function projectOf(id: string): string {
  return placeOf(id)?.project ?? "";
}

async function askProject(api: Api, project: string, ids: readonly string[]): Promise<[string, Lookup][]> {
  const numbers = ids.map((id) => placeOf(id)?.number ?? "");
  const reply = await api.http.send({
    path: `${projectPath(project)}/issues`,
    query: { "iids[]": numbers, scope: "all", state: "all", per_page: PAGE },
  });
  const known = await api.http.authenticated();
  if (reply.status === 404) {
    // Read, so that a proxy's own page is not taken for GitLab's word.
    await api.said(reply);
    return ids.map((id) => [id, known ? UNSEEN : UNKNOWN]);
  }
  const issues = await expectFact(api, project, { reply, shape: issuesShape });
  const byNumber = new Map(issues.map((issue) => [String(issue.iid), issue]));
  return Promise.all(
    ids.map(async (id, at): Promise<[string, Lookup]> => {
      const issue = byNumber.get(numbers[at] ?? "");
      if (issue === undefined) return [id, known ? ABSENT : UNKNOWN];
      return [
        id,
        issue.moved_to_id ? await followed(api, id, issue).catch(notFollowed) : found(api, id, issue),
      ];
    }),
  );
}

function found({ remote, settings }: Api, asked: string, issue: Issue): Lookup {
  return { status: "found", ticket: ticketOf(issue, { remote, settings, asked }), source: "api" };
}

/** Longest chain of moves that is followed. */
const MOST_MOVES = 5;

/**
 * A moved issue stays behind, closed. Where it went is told by a number that only administrators can ask for, and by GitLab's
 * own note.
 */
async function followed(api: Api, asked: string, first: Issue): Promise<Lookup> {
  let issue = first;
  let at = asked;
  for (let moves = 0; issue.moved_to_id && moves < MOST_MOVES; moves++) {
    const next = await movedTo(api, at);
    if (next === null) return OUT_OF_SIGHT;
    const reply = await api.http.send({ path: issuePath(next) });
    if (reply.status === 404) return OUT_OF_SIGHT;
    issue = await expectFact(api, next, { reply, shape: issueShape });
    at = next;
  }
  return found(api, asked, issue);
}

/** What goes wrong on the way to one moved issue is said of that one alone. */
function notFollowed(thrown: unknown): Lookup {
  if (!(thrown instanceof Fault) || (thrown.code !== "absent" && thrown.code !== "usage"))
    return asLookup(thrown);
  return { status: "unavailable", detail: `where it was moved to can't be told: ${thrown.message}` };
}

async function movedTo(api: Api, id: string): Promise<string | null> {
  const { project = "" } = placeOf(id) ?? {};
  const request = {
    path: `${issuePath(id)}/notes`,
    query: { activity_filter: "only_activity", sort: "desc", order_by: "created_at" },
  };
  for await (const notes of pages(api, id, { request, shape: notesShape }))
    for (const { system, body } of notes) {
      const to = system ? /^moved to ([\w./-]+)#(\d+)$/.exec(body.trim()) : null;
      // Within a group, GitLab leaves the group's name out.
      if (to !== null) return `${to[1]?.includes("/") ? "" : project.replace(/[^/]+$/, "")}${to[1]}#${to[2]}`;
    }
  return null;
}
