import type { Answer } from "../kit.ts";
import { type Asked, isVisible, queryOf } from "./asked.ts";

/** What the development panel shows; null: there is no such resource. */
export function devStatus(asked: Asked, version: string, path: readonly string[]): Answer | null {
  const { jira } = asked;
  if (version !== (jira.flavour === "cloud" ? "1.0" : "latest") || path[0] !== "issue") return null;
  const query = queryOf(asked, ["issueId", "applicationType", "dataType"]);
  const issue = jira.issues.find(({ id }) => id === query.get("issueId"));
  const pulls = issue !== undefined && isVisible(asked, issue) ? issue.pulls : [];
  if (path[1] === "summary") {
    const count = {
      overall: { count: pulls.length },
      byInstanceType: pulls.length === 0 ? {} : { GitHub: { count: pulls.length, name: "GitHub" } },
    };
    return {
      status: 200,
      json: { errors: [], configErrors: [], summary: { pullrequest: count, branch: count, build: count } },
    };
  }
  const branches = pulls.map(({ branch, repository }) => ({
    name: branch,
    url: `https://github.com/${repository}/tree/${branch}`,
    repository: { name: repository },
  }));
  const pullRequests = pulls.map(({ id, name, url, repository }) => ({
    id,
    name,
    url,
    status: "OPEN",
    repositoryName: repository,
  }));
  const isBranch = query.get("dataType") === "branch";
  return {
    status: 200,
    json: {
      errors: [],
      detail: [
        { branches: isBranch ? branches : [], pullRequests: isBranch ? [] : pullRequests, repositories: [] },
      ],
    },
  };
}
