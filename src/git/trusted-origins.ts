import { devNull } from "node:os";
import type { Env } from "./env.ts";
import { openGit } from "./run.ts";

/** Where a user keeps the origins that a token may go to: outside of every repository, so that no branch can add one. */
const TRUST_KEY = "golden-thread.trust";

/** Origins in the user's and the system's configuration of git. */
export async function trustedOrigins(env: Env): Promise<readonly string[]> {
  // Without a repository git reads no configuration of one; what the environment adds is the user's own.
  const git = openGit({ cwd: "/", env: { ...env, GIT_DIR: devNull } });
  const { stdout } = await git.run(["config", "--includes", "--get-all", TRUST_KEY], { codes: [0, 1] });
  return stdout.toString("utf8").split("\n").filter(Boolean);
}

/** Adds an origin to the user's own configuration; nothing happens where it stands there already. */
export async function trustOrigin(env: Env, origin: string): Promise<void> {
  const git = openGit({ cwd: "/", env: { ...env, GIT_DIR: devNull } });
  if ((await trustedOrigins(env)).includes(origin)) return;
  await git.run(["config", "--global", "--add", TRUST_KEY, origin]);
}

/** Takes an origin out of the user's configuration again; false: it was not there. */
export async function distrustOrigin(env: Env, origin: string): Promise<boolean> {
  const git = openGit({ cwd: "/", env: { ...env, GIT_DIR: devNull } });
  const args = ["config", "--global", "--fixed-value", "--unset-all", TRUST_KEY, origin];
  return (await git.run(args, { codes: [0, 5] })).code === 0;
}
