import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryAt, type TemporaryRepository, temporaryFolder } from "../git/repo.ts";

/** What `actions/checkout` leaves: all history (`fetch-depth: 0`), one commit (its default), or no step of it at all. */
export type Clone = "full" | "shallow" | "none";

/** What is checked out. `branch`: null for a pull request's test merge, which is detached. */
export interface Wanted {
  readonly clone: Clone;
  readonly sha: string;
  readonly ref: string;
  readonly branch: string | null;
}

/**
 * A fresh workspace with the refspecs, the remote and the configuration that actions/checkout v4 to v6 leave. The token stands in the
 * clone's configuration as `persist-credentials: true` has it, so whoever sends a header of his own sends two.
 */
export function checkOut(
  bare: TemporaryRepository,
  { clone, sha, ref, branch }: Wanted,
  {
    site,
    token,
    persist,
    folder = "shop",
  }: {
    readonly site: string;
    readonly token: string;
    readonly persist: boolean;
    readonly folder?: string | undefined;
  },
): string {
  const workspace = join(temporaryFolder(), folder);
  mkdirSync(workspace);
  if (clone === "none") return workspace;
  const repository = repositoryAt(workspace, bare.env);
  const target = ref
    .replace(/^refs\/heads\//, "refs/remotes/origin/")
    .replace(/^refs\/pull\//, "refs/remotes/pull/");
  const all = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
  const one = `+${sha}:${target}`;
  // All branches bring the one that is wanted; what a pull request would be merged to is no branch.
  const specs =
    clone === "full" ? [...all, ...(ref.startsWith("refs/pull/") ? [one] : [])] : ["--depth=1", one];
  repository.git("init", "--quiet", "--initial-branch=master");
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const header = `[http "${site}/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`;
  const remote = `[remote "origin"]\n\turl = ${site}/acme/shop\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
  appendFileSync(join(workspace, ".git/config"), `${remote}[gc]\n\tauto = 0\n${persist ? header : ""}`);
  repository.git("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", `file://${bare.root}`, ...specs);
  repository.git("checkout", "--quiet", "--force", ...(branch === null ? [target] : ["-B", branch, target]));
  return workspace;
}
