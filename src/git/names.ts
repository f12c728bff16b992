import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObjectId } from "../core/object-id.ts";
import type { Repository } from "./repository.ts";

/** Names that hosts and git give a default branch where nothing in the repository says another. */
const USUAL = ["main", "master"] as const;

/**
 * Short names of the branches that everybody starts from: what the remotes' HEADs point at, and in a bare repository its
 * own HEAD. Where none is known: `init.defaultBranch` and the usual names. Sorted, without repetition.
 */
export async function defaultBranches(repo: Repository): Promise<readonly string[]> {
  const format = "--format=%(refname) %(symref)";
  const refs = await repo.git.text(["for-each-ref", format, "refs/remotes/**/HEAD", "refs/remotes/*/HEAD"]);
  const names = refs.split("\n").flatMap(remoteHead);
  if (repo.bare) {
    const own = await repo.git.text(["symbolic-ref", "--quiet", "HEAD"], { codes: [0, 1] });
    if (own.startsWith("refs/heads/")) names.push(own.slice("refs/heads/".length));
  }
  if (names.length === 0) {
    const configured = await repo.git.text(["config", "--get", "init.defaultBranch"], { codes: [0, 1] });
    names.push(...USUAL, ...(configured === "" ? [] : [configured]));
  }
  return [...new Set(names)].sort();
}

/** `refs/remotes/R/HEAD refs/remotes/R/B` says B; a remote's name may hold slashes. */
function remoteHead(line: string): readonly string[] {
  const [ref = "", target = ""] = line.split(" ");
  const remote = ref.slice(0, -"HEAD".length);
  return remote !== "" && target.startsWith(remote) ? [target.slice(remote.length)] : [];
}

/** `alias:path` that only the user's `url.*.insteadOf` explains. A colon after one letter is a drive. */
const ALIAS = /^[A-Za-z][\w+-]+:(?!\/\/)[^\\]/;

/** URL of `origin`, or of the only remote, without credentials; null where there is none. */
export async function originUrl(repo: Repository): Promise<string | null> {
  const args = ["config", "-z", "--get-regexp", "^remote\\..*\\.url$"];
  const { stdout } = await repo.git.run(args, { codes: [0, 1] });
  const urls = new Map<string, string>();
  for (const entry of stdout.toString("utf8").split("\0")) {
    const [key = "", ...value] = entry.split("\n");
    const remote = key.slice("remote.".length, -".url".length);
    if (remote !== "" && !urls.has(remote)) urls.set(remote, value.join("\n"));
  }
  const remote = urls.has("origin") ? "origin" : urls.size === 1 ? [...urls.keys()][0] : undefined;
  const url = remote === undefined ? undefined : urls.get(remote);
  if (remote === undefined || url === undefined || url === "") return null;
  return withoutCredentials(ALIAS.test(url) ? await repo.git.text(["remote", "get-url", "--", remote]) : url);
}

function withoutCredentials(url: string): string {
  return url.replace(/^(https?:\/\/)[^/@]*@/i, "$1");
}

/** Commits of a shallow clone whose parents were not fetched (gitrepository-layout, `shallow`). Empty in a whole clone. */
export async function shallowEdge(repo: Repository): Promise<readonly string[]> {
  const file = join(repo.commonDir, "shallow");
  // A fetch since may have made the clone whole, and git then removes the file.
  if (!repo.shallow || !existsSync(file)) return [];
  return readFileSync(file, "latin1").split("\n").filter(isObjectId);
}
