import { secondsOf } from "../../core/time.ts";
import { ask } from "../line.ts";
import type { AzureRepos } from "./line.ts";
import { iterationsShape } from "./schema.ts";

/** One push to a pull request. */
export interface Iteration {
  readonly id: number;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly at: number;
}

/** Every push, oldest first. */
export async function iterationsOf(azure: AzureRepos, number: number): Promise<readonly Iteration[]> {
  const { value } = await ask(
    azure,
    { path: `${azure.path}/pullRequests/${number}/iterations` },
    { about: `pull request ${number}`, shape: iterationsShape },
  );
  return value
    .map(({ id, createdDate, sourceRefCommit }) => ({
      id,
      commit: sourceRefCommit.commitId,
      at: secondsOf(createdDate) ?? 0,
    }))
    .sort((one, other) => one.id - other.id);
}
