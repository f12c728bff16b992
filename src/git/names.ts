import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Repository } from "./repository.ts";

/** Names that stand in for a default branch where the remote tells none. */
const USUAL = ["main", "master"];

/** Where `origin` points; null: there is no such remote. */
export async function originUrl(repo: Repository): Promise<string | null> {
  const url = await repo.git.text(["config", "--get", "remote.origin.url"], { codes: [0, 1] });
  return url === "" ? null : url;
}

/** Short names of branches on which nobody expects a ticket: the remote's default branch, else the usual names. */
export async function defaultBranches(repo: Repository): Promise<readonly string[]> {
  const args = ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"];
  const head = await repo.git.text(args, { codes: [0, 1, 128] });
  return head === "" ? USUAL : [head.replace(/^origin\//, "")];
}

/** Commits at which a shallow clone was cut (gitrepository-layout, `shallow`); their parents are not here. */
export async function shallowEdge(repo: Repository): Promise<readonly string[]> {
  if (!repo.shallow) return [];
  const text = await readFile(join(repo.commonDir, "shallow"), "latin1");
  return text.split("\n").filter((line) => line !== "");
}
