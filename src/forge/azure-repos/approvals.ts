import type { Approval } from "../../core/forge.ts";
import { secondsOf } from "../../core/time.ts";
import { utc } from "../../providers/text.ts";
import { ask } from "../line.ts";
import { actorOf, pullOf } from "./change.ts";
import { type Iteration, iterationsOf } from "./iterations.ts";
import type { AzureRepos } from "./line.ts";
import { type AzurePerson, threadsShape } from "./schema.ts";

/** 10: approved. 5: approved with suggestions. Less is none. */
const APPROVED = 5;

interface Vote {
  readonly by: AzurePerson;
  readonly at: string;
}

/** Votes tell neither when nor of which push; the service's own threads do. A vote that was taken back is found only there. */
export async function approvalsOf(azure: AzureRepos, number: number): Promise<readonly Approval[]> {
  const { reviewers } = await pullOf(azure, number);
  const votes = await votesOf(azure, number);
  const pushes = await iterationsOf(azure, number);
  const standing = new Map((reviewers ?? []).map((one) => [one.id, one]));
  const approving = [...standing.values()].filter((one) => one.vote >= APPROVED && one.isContainer !== true);
  const former = [...votes.values()]
    .map(({ by }) => by)
    .filter(({ id }) => (standing.get(id)?.vote ?? 0) < APPROVED);
  return [
    ...approving.map((by) => approvalOf(by, votes.get(by.id) ?? null, pushes)),
    ...former.map((by) => ({
      ...approvalOf(by, votes.get(by.id) ?? null, pushes),
      standing: "dismissed" as const,
    })),
  ];
}

function approvalOf(by: AzurePerson, vote: Vote | null, pushes: readonly Iteration[]): Approval {
  const at = utc(vote?.at);
  const seconds = secondsOf(at ?? "") ?? -1;
  const commit = pushes.findLast((push) => push.at <= seconds)?.commit ?? null;
  const isOfHead = commit !== null && commit === pushes.at(-1)?.commit;
  return { by: actorOf(by), commit, at, standing: isOfHead ? "valid" : "stale" };
}

/** The last approving vote of everybody. */
async function votesOf(azure: AzureRepos, number: number): Promise<ReadonlyMap<string, Vote>> {
  const { value } = await ask(
    azure,
    { path: `${azure.path}/pullRequests/${number}/threads` },
    { about: `pull request ${number}`, shape: threadsShape },
  );
  const votes = new Map<string, Vote>();
  for (const { properties, comments, publishedDate } of value) {
    const by = comments[0]?.author;
    const result = Number(properties?.CodeReviewVoteResult?.$value ?? 0);
    if (properties?.CodeReviewThreadType?.$value !== "VoteUpdate" || result < APPROVED) continue;
    if (by !== null && by !== undefined) votes.set(by.id, { by, at: publishedDate ?? "" });
  }
  return votes;
}
