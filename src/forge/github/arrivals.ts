import type { Forge } from "../../core/forge.ts";
import { trouble } from "../../providers/trouble.ts";
import { arrivalsOf, type Merge, type Merges } from "../arrivals.ts";
import { ask } from "../line.ts";
import { type Github, graphqlAddress } from "./line.ts";
import { type AssociatedPulls, arrivalsShape } from "./schema.ts";

/** Aliases of one query: more time out on GitHub's side long before its limit of nodes is reached. */
const MOST_ALIASES = 50;

/** Pull requests of one commit. Of more nobody can say which was the first. */
const MOST_PULLS = 10;

/**
 * GitHub finds a commit in every repository that shares its objects with this one, and tells of pull requests there and into any
 * branch: only what was merged here, into the default branch, brought it in.
 */
export function githubArrivals(github: Github, commits: readonly string[]): ReturnType<Forge["arrivals"]> {
  return arrivalsOf(commits, MOST_ALIASES, (batch) => mergesOf(github, batch));
}

async function mergesOf(github: Github, batch: readonly string[]): Promise<Merges> {
  const { remote, repository } = github;
  const [owner, name] = repository.split("/");
  const json = { query: queryFor(batch), variables: { owner, name } };
  const request = { method: "POST", path: graphqlAddress(github), json, reads: true } as const;
  const { data, errors } = await ask(github, request, { about: "merge times", shape: arrivalsShape });
  const found = (errors ?? []).map(({ message }) => message).join("; ");
  if (data?.here && data.held && found === "") {
    const { here, held } = data;
    return batch.map((commit, at) => [commit, mergesIn(held[`c${at}`]?.associatedPullRequests, here)]);
  }
  const isMissing = (errors ?? []).some(({ type }) => type === "NOT_FOUND");
  throw isMissing
    ? trouble("absent", `${remote} has no repository ${repository} for this credential.`, { found })
    : trouble("unavailable", `${remote} did not tell when commits were merged.`, { found });
}

/** The ids are hex digits, so they can stand in the text. */
function queryFor(batch: readonly string[]): string {
  const place = "repository(owner: $owner, name: $name)";
  const pull = "number merged mergedAt baseRefName repository { id }";
  const pulls = `associatedPullRequests(first: ${MOST_PULLS}) { nodes { ${pull} } pageInfo { hasNextPage } }`;
  const objects = batch.map((id, at) => `c${at}: object(oid: "${id}") { ... on Commit { ${pulls} } }`);
  const here = `here: ${place} { id defaultBranchRef { name } }`;
  return `query($owner: String!, $name: String!) { ${here} held: ${place} { ${objects.join(" ")} } }`;
}

function mergesIn(
  pulls: AssociatedPulls | undefined,
  here: { readonly id: string; readonly defaultBranchRef?: { readonly name: string } | null | undefined },
): readonly Merge[] {
  if (!pulls || pulls.pageInfo.hasNextPage) return [];
  const own = (pulls.nodes ?? []).filter(
    (pull) =>
      pull?.merged === true &&
      pull.repository.id === here.id &&
      pull.baseRefName === here.defaultBranchRef?.name,
  );
  return own.flatMap((pull) => (pull ? { number: pull.number, at: pull.mergedAt } : []));
}
