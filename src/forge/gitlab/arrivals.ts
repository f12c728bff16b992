import type { Forge } from "../../core/forge.ts";
import { once } from "../../core/once.ts";
import { arrivalsOf } from "../arrivals.ts";
import { orNull } from "../line.ts";
import { projectOf } from "./change.ts";
import { type Gitlab, pages } from "./line.ts";
import { mergedShape } from "./schema.ts";

/** GitLab tells one commit's merge requests at a time, and only those into this project; a commit that it lacks is a 404. */
export function gitlabArrivals(gitlab: Gitlab, commits: readonly string[]): ReturnType<Forge["arrivals"]> {
  const project = once(() => projectOf(gitlab, gitlab.repository));
  return arrivalsOf(commits, 1, async ([commit = ""]) => {
    const { id, default_branch } = await project();
    const merged = (await orNull(requestsOf(gitlab, commit))) ?? [];
    const own = merged.filter(
      (one) => one.state === "merged" && one.target_project_id === id && one.target_branch === default_branch,
    );
    return [[commit, own.map(({ iid, merged_at }) => ({ number: iid, at: merged_at }))]];
  });
}

async function requestsOf(gitlab: Gitlab, commit: string) {
  const path = `${gitlab.path}/repository/commits/${commit}/merge_requests`;
  const told = [];
  for await (const page of pages(gitlab, { path }, { about: `commit ${commit}`, shape: mergedShape }))
    told.push(...page);
  return told;
}
