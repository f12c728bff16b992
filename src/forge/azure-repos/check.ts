import { Fault } from "../../core/fault.ts";
import type { ForgeCheck } from "../../core/forge.ts";
import { ask } from "../line.ts";
import { shortened } from "../shortened.ts";
import { iterationsOf } from "./iterations.ts";
import type { AzureRepos } from "./line.ts";
import { anyShape } from "./schema.ts";

/** What statuses are grouped by; a branch's policy names it with the status. */
const GENRE = "golden-thread";

/** Characters of a description. */
const LONGEST_DESCRIPTION = 500;

const STATES = { pass: "succeeded", fail: "failed", undecided: "error", pending: "pending" } as const;

/** A status of the pull request, for the push that it judges: only that one can block a merge. Else one of the commit. */
export async function check(azure: AzureRepos, wanted: ForgeCheck): Promise<void> {
  const { commit, number, name, verdict, title, url } = wanted;
  const json = {
    state: STATES[verdict],
    description: shortened(title, LONGEST_DESCRIPTION),
    context: { name, genre: GENRE },
    ...(url === null ? {} : { targetUrl: url }),
    ...(number === null ? {} : { iterationId: await iterationOf(azure, number, commit) }),
  };
  const place = number === null ? `commits/${encodeURIComponent(commit)}` : `pullRequests/${number}`;
  const request = { method: "POST", path: `${azure.path}/${place}/statuses`, json } as const;
  const wantedStatus = number === null ? 201 : 200;
  await ask(azure, request, { about: `check ${name} of ${commit}`, shape: anyShape, wanted: wantedStatus });
}

async function iterationOf(azure: AzureRepos, number: number, commit: string): Promise<number> {
  const found = (await iterationsOf(azure, number)).findLast((one) => one.commit === commit);
  if (found !== undefined) return found.id;
  throw new Fault("usage", `${azure.remote}'s pull request ${number} never had ${commit} as its head.`, {
    found: commit,
  });
}
