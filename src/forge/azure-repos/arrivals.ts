import type { Forge } from "../../core/forge.ts";
import { once } from "../../core/once.ts";
import { arrivalsOf, type Merges } from "../arrivals.ts";
import { ask } from "../line.ts";
import type { AzureRepos } from "./line.ts";
import { pullQueryShape, repositoryShape } from "./schema.ts";

/** Commits of one query. The service names no limit; answers hold whole pull requests. */
const BATCH = 50;

/** What merged a commit, and what made it by merging. */
const WAYS = ["commit", "lastMergeCommit"] as const;

/** A pull request is closed when it is completed, that is, merged; one that was given up has that date too. */
export function azureArrivals(azure: AzureRepos, commits: readonly string[]): ReturnType<Forge["arrivals"]> {
  const question = { about: `repository ${azure.repository}`, shape: repositoryShape };
  const here = once(() => ask(azure, { path: azure.path }, question));
  return arrivalsOf(commits, BATCH, async (batch) => mergesOf(azure, batch, await here()));
}

async function mergesOf(
  azure: AzureRepos,
  batch: readonly string[],
  here: { readonly id: string; readonly defaultBranch?: string | null | undefined },
): Promise<Merges> {
  const json = { queries: WAYS.map((type) => ({ type, items: batch })) };
  const request = { method: "POST", path: `${azure.path}/pullrequestquery`, json, reads: true } as const;
  const { results } = await ask(azure, request, { about: "merge times", shape: pullQueryShape });
  return results.flatMap((byCommit) =>
    Object.entries(byCommit).map(([commit, pulls]): Merges[number] => {
      const own = pulls.filter(
        (pull) =>
          pull.status === "completed" &&
          pull.repository.id === here.id &&
          pull.targetRefName === here.defaultBranch,
      );
      return [
        commit,
        own.map(({ pullRequestId, closedDate }) => ({ number: pullRequestId, at: closedDate })),
      ];
    }),
  );
}
