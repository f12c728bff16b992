import { dirname, join } from "node:path";
import { golden } from "../cli/world.ts";
import type { ForgeServer, WithForge } from "../servers/forge-server.ts";
import { newPull, PULLS, type Pull, type PullCommit } from "../servers/pull-model.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "../trackers/scene.ts";

/** The pull request of every scene here. */
export const NUMBER = 12;

/** A clone with a branch, and the pull request of that branch on a forge. */
export interface PullScene {
  readonly scene: Scene;
  readonly server: TrackerServer;
  readonly forge: ForgeServer;
  /** Commits all that was written; its id. */
  commit(message: string): Promise<string>;
  /** Pushes what the branch has since main: from now on the forge tells it. */
  push(more?: Partial<Pull<unknown>>): Promise<void>;
  /** `check pr` in CI, from source. */
  check(...args: readonly string[]): Promise<Checked>;
  /** `check ci`, from source, with what a CI system sets. */
  ci(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Checked>;
  close(): Promise<void>;
}

/** What `check pr` answered. `report`: its JSON, where it wrote any. */
export interface Checked {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A scene whose main holds the policy, some files and a commit, with `topic` checked out. */
export async function pullScene(
  start: () => Promise<TrackerServer & WithForge>,
  {
    policy = "",
    files = {},
  }: { readonly policy?: string; readonly files?: Readonly<Record<string, string>> },
): Promise<PullScene> {
  const server = await start();
  const forge = server.forge();
  const scene = await stage(server, { policy });
  const author = forge.pulls.get(PULLS.open)?.author;
  const git = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await scene.git(...args);
    if (code !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const commit = async (message: string): Promise<string> => {
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", message);
    return git("rev-parse", "HEAD");
  };
  for (const [path, text] of Object.entries(files)) scene.write(path, text);
  await git("remote", "add", "origin", `${server.loopback.origin}/${forge.repository}.git`);
  forge.tips.set("main", await commit("Begin"));
  await git("switch", "--quiet", "--create", "topic");
  const config = { GIT_CONFIG_GLOBAL: join(dirname(scene.root), "home", ".gitconfig") };
  const run = (words: readonly string[], env: Readonly<Record<string, string>>): Promise<Checked> =>
    golden(["check", ...words], { cwd: scene.root, env: { ...scene.env, ...config, ...env } });
  return {
    scene,
    server,
    forge,
    commit,
    async push(more = {}) {
      const list = await git("rev-list", "--reverse", "--parents", "main..topic");
      const commits = await Promise.all(list.split("\n").map((line) => told(git, line)));
      forge.pulls.set(NUMBER, newPull(NUMBER, author, { branch: "topic", commits, ...more }));
    },
    check: (...args) => run(["pr", "--place", "ci", ...args], {}),
    ci: (env, ...args) => run(["ci", ...args], env),
    async close() {
      scene.close();
      await server.loopback.close();
    },
  };
}

async function told(git: (...args: readonly string[]) => Promise<string>, line: string): Promise<PullCommit> {
  const [id = "", ...parents] = line.split(" ");
  const message = await git("log", "-1", "--format=%B", id);
  return { id, parents, message, name: "Ada", email: "ada@example.test", at: "2026-11-20T10:00:00Z" };
}
