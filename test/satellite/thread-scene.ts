import { join } from "node:path";
import { providerOf } from "../servers/connect.ts";
import { policyEntry, variablesOf } from "../servers/entry.ts";
import type { ForgeServer } from "../servers/forge-server.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { PULLS } from "../servers/pull-model.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { openScene, type Scene } from "../trackers/scene.ts";

/** A repository whose origin is GitHub's server on this machine, with a branch that may come into it. */
export interface ThreadScene {
  readonly scene: Scene;
  readonly forge: ForgeServer;
  /** The branch with the work. */
  readonly branch: string;
  /** What was asked of tracker and forge so far that changes something. */
  writes(): readonly string[];
  /** The command line's answer as JSON. */
  json(...args: readonly string[]): Promise<Record<string, unknown>>;
  /** Commits everything. */
  commit(message: string): Promise<string>;
  /** The forge's button: the branch comes into main there, and here. */
  merge(number: number): Promise<void>;
  close(): Promise<void>;
}

/** What the scene is made of. */
export interface Making {
  /** The tracker; null: the forge has the tickets too. */
  readonly tracker: TrackerServer | null;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** More lines of the policy. */
  readonly policy?: string;
  /** The task's file; null: there is none yet, nor any work. */
  readonly task: string | null;
  readonly isWithoutToken?: boolean;
}

export const SPEC = "# Renew the token\n\n## Requirements\n\nRenew it before it ends. Closes #1\n";

/** Makes it: a task, its spec and a commit on a branch of its own, not pushed yet. */
export async function threadScene(making: Making): Promise<ThreadScene> {
  const github = await startGithubServer();
  const forge = github.forge();
  const servers = making.tracker === null ? [github] : [making.tracker, github];
  const [first, second] = servers.map((server, at) => ({
    server,
    entry: at === 0 ? { ...server.settings, ...making.settings } : server.settings,
  }));
  const entries = [
    ...(first === undefined ? [] : [policyEntry("tracker", first.entry)]),
    ...(second === undefined ? [] : [policyEntry("forge", second.entry).replace("remotes:\n", "")]),
    "  tasks:\n    kind: markdown\n",
  ];
  const scene = await openScene({
    policy: `${entries.join("")}${making.policy ?? ""}`,
    variables: making.isWithoutToken === true ? {} : await variables(servers),
    trust: servers.map(({ loopback }) => loopback.origin),
  });
  const branch = PULLS.freeBranch;
  const commit = async (message: string): Promise<string> => {
    await scene.git("add", "--all");
    await scene.git("commit", "-q", "--allow-empty", "-m", message);
    return (await scene.git("rev-parse", "HEAD")).stdout.trim();
  };
  const bare = join(scene.root, "../shop.git");
  const origin = github.loopback.origin.replace("http:", "https:");
  await scene.git("init", "-q", "--bare", "-b", "main", bare);
  await scene.git("config", `url.${bare}.insteadOf`, `${origin}/acme/shop.git`);
  await scene.git("remote", "add", "origin", `${origin}/acme/shop.git`);
  scene.write("backlog/config.yml", 'project_name: "Shop"\nstatuses: ["To Do", "In Progress", "Done"]\n');
  await commit("Begin");
  await scene.git("push", "-q", "-u", "origin", "main");
  await scene.git("switch", "-q", "-c", branch);
  if (making.task !== null) {
    scene.write("backlog/tasks/task-7 - Renew.md", making.task);
    scene.write("specs/TASK-7/spec.md", SPEC);
    await commit("Renew the token (TASK-7)");
  }
  return {
    scene,
    forge,
    branch,
    writes: () =>
      servers.flatMap(({ loopback }) =>
        loopback.calls.flatMap(({ method, path }) =>
          method === "GET" || /\/(?:graphql|bulkfetch)$/.test(path) ? [] : [`${method} ${path}`],
        ),
      ),
    async json(...args) {
      const { stdout, stderr, code } = await scene.golden(...args, "--json");
      if (stdout === "") throw new Error(`exit ${code}: ${stderr}`);
      const answer: unknown = JSON.parse(stdout);
      return { ...Object(answer), code };
    },
    commit,
    async merge(number) {
      const work = (await scene.git("rev-parse", "HEAD")).stdout.trim();
      await scene.git("switch", "-q", "main");
      await scene.git("merge", "-q", "--no-ff", "-m", "Merge the work", work);
      const mergeCommit = (await scene.git("rev-parse", "HEAD")).stdout.trim();
      await scene.git("push", "-q", "origin", "main");
      const pull = forge.pulls.get(number);
      const [commit] = pull?.commits ?? [];
      if (pull === undefined || commit === undefined) throw new Error(`the forge has no ${number}`);
      forge.pulls.set(number, { ...pull, state: "merged", mergeCommit, commits: [{ ...commit, id: work }] });
    },
    async close() {
      scene.close();
      await Promise.all(servers.map(({ loopback }) => loopback.close()));
    },
  };
}

async function variables(servers: readonly TrackerServer[]): Promise<Readonly<Record<string, string>>> {
  const { z } = await import("zod");
  const all = await Promise.all(
    servers.map(async ({ kind, settings, credentials }) => {
      const { access, settings: read } = await providerOf(kind);
      return variablesOf(access.variables(read(z).parse(settings)), credentials.good);
    }),
  );
  return Object.assign({}, ...all);
}

/** A task file as Backlog.md writes it. `upstream`: lines of its front matter. */
export function taskFile(upstream: string): string {
  return [
    "---\nid: TASK-7\ntitle: Renew the token\nstatus: In Progress\nassignee: []\ncreated_date: '2026-11-01 09:30'",
    `labels: []\ndependencies: []\n${upstream}---\n`,
    "## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\nRenew it.\n<!-- SECTION:DESCRIPTION:END -->\n",
    "## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [x] #1 It is renewed\n- [ ] #2 Nobody waits\n<!-- AC:END -->\n",
  ].join("\n");
}

/** What a command said, for a message that shows all of it. */
export function said({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
  return `${stdout}${stderr}`;
}
