import type { LiveChange } from "../../core/forge.ts";
import { ask } from "../line.ts";
import { changeOf } from "./change.ts";
import type { AzureRepos } from "./line.ts";
import { pullQueryShape, pullsShape } from "./schema.ts";

/** Entries of one page. */
const PAGE = 100;

/** Open pull requests, newest first. A list cuts descriptions, so each is asked for alone. */
export async function* openChanges(azure: AzureRepos): AsyncGenerator<LiveChange> {
  const path = `${azure.path}/pullrequests`;
  for (let skip = 0; ; skip += PAGE) {
    const query = { "searchCriteria.status": "active", $top: PAGE, $skip: skip };
    const { value } = await ask(azure, { path, query }, { about: "open pull requests", shape: pullsShape });
    const numbers = value.map(({ pullRequestId }) => pullRequestId).sort((one, other) => other - one);
    for (const number of numbers) yield changeOf(azure, number);
    if (value.length < PAGE) return;
  }
}

/** Open pull requests of a head. */
export async function changesOf(azure: AzureRepos, commit: string): Promise<readonly number[]> {
  const request = {
    method: "POST",
    path: `${azure.path}/pullrequestquery`,
    json: { queries: [{ type: "commit", items: [commit] }] },
    reads: true,
  } as const;
  const { results } = await ask(azure, request, { about: `commit ${commit}`, shape: pullQueryShape });
  const found = results.flatMap((result) => Object.values(result).flat());
  return found
    .filter((pull) => pull.status === "active" && pull.lastMergeSourceCommit?.commitId === commit)
    .map(({ pullRequestId }) => pullRequestId)
    .sort((one, other) => other - one);
}
