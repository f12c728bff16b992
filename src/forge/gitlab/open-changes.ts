import type { LiveChange } from "../../core/forge.ts";
import { remembered } from "../../core/once.ts";
import { orNull } from "../line.ts";
import { liveOf, pathOf, tipOf } from "./change.ts";
import { type Gitlab, pages } from "./line.ts";
import { wholeRequestsShape } from "./schema.ts";

const ABOUT = { about: "open merge requests", shape: wholeRequestsShape } as const;

/** Open merge requests, newest first; a branch's tip and a fork's path are asked for once. */
export async function* openChanges(gitlab: Gitlab): AsyncGenerator<LiveChange> {
  const tip = remembered((branch) => tipOf(gitlab, branch));
  const named = remembered((project) => pathOf(gitlab, Number(project)));
  const fork = async (project: number | null) => (project === null ? null : named(String(project)));
  const query = { state: "opened", order_by: "created_at", sort: "desc" };
  for await (const page of pages(gitlab, { path: `${gitlab.path}/merge_requests`, query }, ABOUT))
    for (const told of page)
      yield liveOf(told, { tip: await tip(told.target_branch), fork, own: gitlab.repository });
}

/** Open merge requests of a head; those of forks stand in this project too. */
export async function changesOf(gitlab: Gitlab, commit: string): Promise<readonly number[]> {
  const path = `${gitlab.path}/repository/commits/${encodeURIComponent(commit)}/merge_requests`;
  const listed = async () => {
    const all: number[] = [];
    for await (const page of pages(gitlab, { path }, ABOUT))
      all.push(
        ...page.filter(({ state, sha }) => state === "opened" && sha === commit).map(({ iid }) => iid),
      );
    return all;
  };
  return ((await orNull(listed())) ?? []).sort((one, other) => other - one);
}
