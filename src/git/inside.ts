import type { Env } from "./env.ts";
import { openGit } from "./run.ts";

/** Whether a folder belongs to any repository: its work tree, its git folder, or one that git only refuses to open. */
export async function isInRepository(folder: string, env: Env): Promise<boolean> {
  // Variables of a hook would name a repository wherever we stand.
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("GIT_")));
  const asked = openGit({ cwd: folder, env: own }).run(["rev-parse", "--git-dir"], { codes: [0, 128] });
  const { code, stderr } = await asked;
  return code === 0 || !/not a git repository/.test(stderr);
}
