import type { LiveChange } from "../../core/forge.ts";
import { remembered } from "../../core/once.ts";
import { orNull } from "../line.ts";
import { liveOf, tipOf } from "./change.ts";
import { type Github, pages } from "./line.ts";
import { type ListedPull, listedPullsShape } from "./schema.ts";

const ABOUT = { about: "open pull requests", shape: listedPullsShape } as const;

/** Open pull requests, newest first; the tip of a base branch is asked for once. */
export async function* openChanges(github: Github): AsyncGenerator<LiveChange> {
  const tip = remembered((branch) => tipOf(github, branch));
  for await (const pull of openPulls(github)) yield liveOf(pull, await tip(pull.base.ref));
}

async function* openPulls(github: Github): AsyncGenerator<ListedPull> {
  const query = { state: "open", sort: "created", direction: "desc" };
  for await (const page of pages(github, { path: `${github.path}/pulls`, query }, ABOUT)) yield* page;
}

/**
 * Open pull requests of a head. GitHub knows a commit's pull requests where the commit is on a branch of this repository; that of a fork
 * is found among all that are open.
 */
export async function changesOf(github: Github, commit: string): Promise<readonly number[]> {
  const path = `${github.path}/commits/${encodeURIComponent(commit)}/pulls`;
  const isIt = ({ state, head }: ListedPull): boolean => state === "open" && head.sha === commit;
  const own = ((await orNull(listed(github, path), ["absent", "usage"])) ?? []).filter(isIt);
  const found = own.length > 0 ? own : await withHead(github, commit);
  return found.map(({ number }) => number).sort((one, other) => other - one);
}

async function listed(github: Github, path: string): Promise<readonly ListedPull[]> {
  const all: ListedPull[] = [];
  for await (const page of pages(github, { path }, ABOUT)) all.push(...page);
  return all;
}

async function withHead(github: Github, commit: string): Promise<readonly ListedPull[]> {
  const found: ListedPull[] = [];
  for await (const pull of openPulls(github)) if (pull.head.sha === commit) found.push(pull);
  return found;
}
