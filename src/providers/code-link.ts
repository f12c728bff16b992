import type { CodeLink } from "../core/tracker.ts";

/** Addresses of the customary forges: GitHub, GitLab, Bitbucket (Cloud and Data Center), Azure Repos, Gitea. */
const SHAPES: readonly (readonly [CodeLink["kind"], RegExp])[] = [
  [
    "pull-request",
    /^\/(.+?)(?:\/-)?\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d+)(?:\/|$)/,
  ],
  ["commit", /^\/(.+?)(?:\/-)?\/(?:commit|commits)\/([0-9a-f]{7,64})(?:\/|$)/i],
  ["branch", /^\/(.+?)(?:\/-)?\/(?:tree|branch)\/(.+?)\/?$/],
];

/** What an address leads to, told by its shape alone; one that has none of the shapes is `other`. */
export function codeLink(url: string, title: string | null, relation: CodeLink["relation"]): CodeLink {
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  for (const [kind, shape] of SHAPES) {
    const [, repository, ref] = shape.exec(path) ?? [];
    if (repository !== undefined && ref !== undefined)
      return { kind, ref: decoded(ref), repository: repositoryOf(repository), url, title, relation };
  }
  return { kind: "other", ref: url, repository: null, url, title, relation };
}

/** `projects/KEY/repos/NAME` (Bitbucket Data Center) and `org/project/_git/name` (Azure) name a repository by its parts. */
function repositoryOf(path: string): string {
  return decoded(path.replace(/^projects\/([^/]+)\/repos\//, "$1/").replace("/_git/", "/"));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
