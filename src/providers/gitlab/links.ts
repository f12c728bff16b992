import type { CodeLink } from "../../core/tracker.ts";
import { cleanLine } from "../text.ts";
import { type Api, issuePath, pages, placeOf } from "./api.ts";
import { notesShape, requestsShape } from "./schema.ts";

/** Merge requests that close it or speak of it, and commits that name it. `id` is the present one. */
export async function linksOf(api: Api, id: string): Promise<readonly CodeLink[]> {
  const closing = await requests(api, id, { part: "closed_by", relation: "closes" });
  const related = await requests(api, id, { part: "related_merge_requests", relation: "mentions" });
  const links = new Map<string, CodeLink>();
  for (const link of [...closing, ...related, ...(await commits(api, id))]) {
    const key = `${link.kind} ${link.repository} ${link.ref}`;
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

async function requests(
  api: Api,
  id: string,
  { part, relation }: { part: string; relation: CodeLink["relation"] },
): Promise<readonly CodeLink[]> {
  const links: CodeLink[] = [];
  const request = { path: `${issuePath(id)}/${part}` };
  for await (const page of pages(api, id, { request, shape: requestsShape }))
    for (const { iid, title, web_url: url, references } of page)
      links.push({
        kind: "pull-request",
        ref: String(iid),
        repository: references.full.replace(/!\d+$/, ""),
        url,
        title: cleanLine(title),
        relation,
      });
  return links;
}

/** Only GitLab's own notes tell of commits. */
async function commits(api: Api, id: string): Promise<readonly CodeLink[]> {
  const links: CodeLink[] = [];
  const own = placeOf(id)?.project ?? "";
  const request = {
    path: `${issuePath(id)}/notes`,
    query: { activity_filter: "only_activity", sort: "asc" },
  };
  for await (const notes of pages(api, id, { request, shape: notesShape }))
    for (const { system, body } of notes) {
      const [, project, ref] =
        (system && /^mentioned in commit (?:([\w./-]+)@)?([0-9a-f]{7,64})$/.exec(body.trim())) || [];
      if (ref === undefined) continue;
      const repository = placed(project, own);
      links.push({ kind: "commit", ref, repository, url: null, title: null, relation: "mentions" });
    }
  return links;
}

/** Within a group, GitLab leaves the group's name out. */
function placed(project: string | undefined, own: string): string {
  if (project === undefined) return own;
  return project.includes("/") ? project : own.replace(/[^/]+$/, project);
}
