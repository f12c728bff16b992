import type { CodeLink } from "../../core/tracker.ts";
import { expect } from "../refusal.ts";
import { cleanLine } from "../text.ts";
import type { Api } from "./api.ts";
import { linksShape } from "./graphql-schema.ts";
import { repositoryIn } from "./map.ts";
import { LINKS_QUERY } from "./query.ts";
import type { Event } from "./schema.ts";
import { timeline } from "./timeline.ts";

/** Pull requests and branches under "Development", commits and pull requests that mention it. `id` is the present one. */
export async function linksOf(api: Api, id: string): Promise<readonly CodeLink[]> {
  const development = (await api.http.authenticated()) ? await developmentOf(api, id) : [];
  const mentioned: CodeLink[] = [];
  for await (const event of timeline(api, id)) mentioned.push(...mentionsIn(event));
  // The first of a kind wins: a pull request that closes it is cross-referenced too.
  const links = new Map<string, CodeLink>();
  for (const link of [...development, ...mentioned.sort(closingFirst)]) {
    const key = `${link.kind} ${link.repository?.toLowerCase()} ${link.ref}`;
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

function closingFirst(one: CodeLink, other: CodeLink): number {
  return Number(other.relation === "closes") - Number(one.relation === "closes");
}

async function developmentOf(api: Api, id: string): Promise<readonly CodeLink[]> {
  const [, owner, name, number] = /^([^/]+)\/(.+)#(\d+)$/.exec(id) ?? [];
  const reply = await api.graphql(LINKS_QUERY, { owner, name, number: Number(number) });
  const { data } = await expect(api, id, { reply, shape: linksShape });
  const issue = data?.repository?.issue;
  const requests = (issue?.closedByPullRequestsReferences?.nodes ?? []).flatMap(
    (node): readonly CodeLink[] => {
      if (node === null) return [];
      const { nameWithOwner: repository } = node.repository;
      const { url, title } = node;
      return [
        {
          kind: "pull-request",
          ref: String(node.number),
          repository,
          url,
          title: cleanLine(title),
          relation: "closes",
        },
      ];
    },
  );
  const branches = (issue?.linkedBranches.nodes ?? []).flatMap((node): readonly CodeLink[] => {
    if (!node?.ref) return [];
    const { nameWithOwner: repository } = node.ref.repository;
    return [{ kind: "branch", ref: node.ref.name, repository, url: null, title: null, relation: "mentions" }];
  });
  return [...requests, ...branches];
}

function mentionsIn({ event, commit_id, commit_url, source }: Event): readonly CodeLink[] {
  const relation = event === "closed" ? "closes" : "mentions";
  if ((event === "closed" || event === "referenced") && commit_id) {
    const repository = repositoryIn(commit_url ?? "") || null;
    return [{ kind: "commit", ref: commit_id, repository, url: commit_url ?? null, title: null, relation }];
  }
  const issue = event === "cross-referenced" ? source?.issue : null;
  if (!issue?.pull_request) return [];
  return [
    {
      kind: "pull-request",
      ref: String(issue.number),
      repository: repositoryIn(issue.repository_url),
      url: issue.html_url,
      title: cleanLine(issue.title),
      relation: "mentions",
    },
  ];
}
