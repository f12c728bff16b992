import { type ArtifactServer, startArtifacts } from "../servers/artifacts.ts";
import type { Permissions } from "../servers/github/permissions.ts";
import { BOT, OCTO, READER } from "../servers/github/seed.ts";
import { type Issue, newIssue, type Repository, type User } from "../servers/github/store.ts";
import type { Call } from "../servers/kit.ts";
import { headOf, type Pull } from "../servers/pull-model.ts";
import {
  DEPENDABOT,
  dispatchEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from "./events.ts";
import { type ActionRun, type ActionStep, runAction } from "./runner.ts";
import { type Files, openSite, type Queue, type Site } from "./site.ts";
import { type Clone, checkOut } from "./workspace.ts";

/** The job's token. It looks like GitHub's, so that whatever finds tokens finds it. */
export const JOB_TOKEN = "ghs_jobjobjobjobjobjobjobjobjobjobjob0042";

/** What stands before the first event. */
export interface Staging {
  /** What actions/checkout left in the workspace; default `shallow`, which is its own. */
  readonly clone?: Clone;
  /** Whether it left the token in the clone's configuration, as it does by default. */
  readonly persist?: boolean;
  /** Name of the workspace's folder; default: that of the repository. */
  readonly folder?: string;
  /** The job's `permissions:`, in the API's words. Default: those of the strict example. */
  readonly permissions?: Permissions;
  readonly private?: boolean;
  /** An Enterprise Server: API and pages at one host, and no artifact service that the toolkit would use. */
  readonly ghes?: boolean;
  /** Settings of the repository: `squash_merge_commit_message` and its kin. */
  readonly merging?: Repository["merging"];
  /** Files of main. */
  readonly base?: Files;
  /** Commits of the pull request's branch. */
  readonly head?: readonly { readonly message: string; readonly files?: Files }[];
  readonly title?: string;
  readonly body?: string;
  readonly branch?: string;
  /** Who opens it: `fork` a stranger from his fork, `dependabot` a bot from a branch here. Both get a token that only reads. */
  readonly from?: "team" | "fork" | "dependabot";
  readonly draft?: boolean;
  /** Other variables of every run: those of trackers. */
  readonly env?: Readonly<Record<string, string>>;
}

/** One event's run. */
export interface Happening {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: that of the scene. */
  readonly number?: number;
  /** A payload that was made before: a re-run is handed the old one. */
  readonly event?: unknown;
  /** What `edited` tells of before, what `synchronize` had, what `labeled` added. */
  readonly changes?: Record<string, unknown>;
  readonly before?: string;
  readonly label?: string;
  readonly queue?: Queue;
  readonly push?: { readonly ref?: string; readonly before: string | null; readonly after: string | null };
  /** Another state of the workspace than the scene's, or another token: null, none is given. */
  readonly clone?: Clone;
  readonly permissions?: Permissions;
  readonly action?: string;
  /** What earlier steps of the job did in the workspace. */
  readonly prepare?: (workspace: string) => void;
}

/** GitHub with a repository, a pull request in it, the artifact service, and runs of the Action on what happens. */
export interface ActionScene extends Omit<Site, "push" | "pull" | "merge" | "testMerge"> {
  readonly artifacts: ArtifactServer;
  readonly number: number;
  pull(number?: number): Pull<User>;
  /** Pushes the branch, so that the pull request has it. */
  push(number?: number): { readonly before: string; readonly after: string };
  /** Somebody changes the pull request on its page; answers with what `edited` tells of before. */
  edit(
    texts: Partial<Pick<Pull<User>, "title" | "body" | "base" | "draft">>,
    number?: number,
  ): Record<string, unknown>;
  merge(method?: "squash" | "merge", number?: number): { readonly before: string; readonly after: string };
  /** An issue of the repository, as a ticket; its number. */
  ticket(issue: Partial<Issue>): number;
  comments(number?: number): readonly string[];
  /** Lets the token ask this often in this hour. */
  limit(remaining: number): void;
  /** Requests that changed something. */
  writes(): readonly Call[];
  /** A payload as it would be now. */
  event(eventName: string, action?: string, happening?: Happening): Record<string, unknown>;
  run(eventName: string, action?: string, happening?: Happening): Promise<ActionRun>;
  /** What was wrong with any request so far, or with our own answers: none is wanted. */
  problems(): readonly string[];
  /** Ends it. Throws where there were problems. */
  close(): Promise<void>;
}

const ALL: Permissions = {
  contents: "read",
  pull_requests: "write",
  issues: "write",
  checks: "write",
  statuses: "write",
};

/** Stages one: main, a branch with commits, and its pull request. */
export async function openActionScene(staging: Staging = {}): Promise<ActionScene> {
  const site = await openSite(
    staging.ghes === true ? "enterprise" : "cloud",
    staging.base ?? { "README.md": "# Shop\n" },
  );
  const artifacts = await startArtifacts();
  const { store, repository, author, server } = site;
  Object.assign(repository, { isPrivate: staging.private === true, merging: staging.merging ?? {} });
  const { branch = "topic", from = "team" } = staging;
  author.git("switch", "--quiet", "--create", branch);
  for (const { message, files } of staging.head ?? HEAD) site.commit(message, files);
  const first = site.open({
    ...{ branch, title: staging.title ?? "Fix the login loop (#42)", body: staging.body ?? "" },
    ...{ fork: from === "fork", draft: staging.draft === true },
    author: { team: OCTO, fork: READER, dependabot: DEPENDABOT }[from],
  });
  let quota: number | null = null;
  const runs: ActionRun[] = [];
  const grant = (permissions: Permissions) => {
    const counted = quota === null ? {} : { quota: { limit: 1000, remaining: quota } };
    store.tokens.set(JOB_TOKEN, { user: BOT, rights: "app", permissions, ...counted });
  };
  const event = (eventName: string, action = "opened", happening: Happening = {}) =>
    payload(site, { eventName, action, number: happening.number ?? first, happening });
  return {
    ...{ ...site, artifacts, number: first, event },
    pull: (number = first) => site.pull(number),
    push: (number = first) => site.push(number),
    merge: (method = "squash", number = first) => site.merge(number, method),
    edit(texts, number = first) {
      const pull = site.pull(number);
      const changes = Object.keys(texts).map((name) => [name, changeOf(name, pull)]);
      Object.assign(pull, texts);
      return Object.fromEntries(changes);
    },
    ticket(issue) {
      const number = issue.number ?? store.next();
      repository.issues.set(number, newIssue(number, OCTO, issue));
      return number;
    },
    comments: (number = first) => (repository.issues.get(number)?.comments ?? []).map(({ body }) => body),
    limit: (remaining) => {
      quota = remaining;
    },
    writes: () => server.loopback.calls.filter(isWrite),
    async run(eventName, action = "opened", happening = {}) {
      const number = happening.number ?? first;
      grant(reduced(happening.permissions ?? staging.permissions ?? ALL, eventName, site.pull(number)));
      const place = placeOf(site, { eventName, number, happening });
      const workspace = checkOut(
        site.bare,
        { clone: happening.clone ?? staging.clone ?? "shallow", ...place },
        {
          site: store.origin(),
          token: JOB_TOKEN,
          persist: staging.persist !== false,
          folder: staging.folder,
        },
      );
      happening.prepare?.(workspace);
      const given = happening.event === undefined ? event(eventName, action, happening) : happening.event;
      const graphql = staging.ghes === true ? "/api/graphql" : "/graphql";
      const step: ActionStep = {
        ...{ eventName, event: given, workspace, token: JOB_TOKEN, inputs: happening.inputs ?? {} },
        servers: {
          ...{ site: store.origin(), api: store.base(), graphql: `${server.loopback.origin}${graphql}` },
          runtime: artifacts.runtime,
        },
        env: { ...variablesOf(eventName, place, site.pull(number)), ...staging.env, ...happening.env },
        ...(happening.action === undefined ? {} : { action: happening.action }),
      };
      const ran = await runAction(step);
      runs.push(ran);
      return ran;
    },
    problems: () => [...server.problems, ...artifacts.problems],
    async close() {
      for (const run of runs) run.remove();
      await Promise.all([server.loopback.close(), artifacts.loopback.close()]);
      const wrong = [...server.problems, ...artifacts.problems];
      if (wrong.length > 0)
        throw new Error(`requests or answers that the description has not: ${wrong.join("; ")}`);
    },
  };
}

const HEAD: NonNullable<Staging["head"]> = [
  {
    message: "Fix the login loop (#42)\n\nThe token is refreshed once.\n",
    files: { "src/login.js": "export {};\n" },
  },
];

function isWrite({ method, path }: Call): boolean {
  return method !== "GET" && !/\/(?:graphql|git-upload-pack)$/.test(path);
}

function changeOf(name: string, pull: Pull<User>): unknown {
  if (name === "base") return { ref: { from: pull.base }, sha: { from: pull.baseCommit ?? "" } };
  return { from: name === "title" ? pull.title : pull.body };
}

interface Asked {
  readonly eventName: string;
  readonly number: number;
  readonly happening: Happening;
}

function payload(site: Site, { eventName, number, happening, action }: Asked & { readonly action: string }) {
  switch (eventName) {
    case "pull_request":
    case "pull_request_target":
      return pullRequestEvent(site, action, { ...happening, number, sender: site.pull(number).author });
    case "merge_group":
      return mergeGroupEvent(site, queueIn(happening));
    case "push":
      return pushEvent(site, { ref: "refs/heads/main", ...pushIn(happening) });
    case "schedule":
      return scheduleEvent(site, "17 4 * * *");
    case "workflow_dispatch":
      return dispatchEvent(site, happening.inputs ?? null);
    case "workflow_run":
      return workflowRunEvent(site, number);
    default:
      return {};
  }
}

function queueIn({ queue }: Happening): Queue {
  if (queue === undefined) throw new Error("a merge_group event wants its queue");
  return queue;
}

function pushIn({ push }: Happening): NonNullable<Happening["push"]> {
  if (push === undefined) throw new Error("a push event wants what was pushed");
  return push;
}

/** GITHUB_SHA and GITHUB_REF, as "Events that trigger workflows" lists them, and the branch that checkout makes. */
interface Placed {
  readonly sha: string;
  readonly ref: string;
  readonly branch: string | null;
}

function placeOf(site: Site, { eventName, number, happening }: Asked): Placed {
  const tip = site.objects.resolve("refs/heads/main") ?? "";
  const main = { sha: tip, ref: "refs/heads/main", branch: "main" };
  switch (eventName) {
    case "pull_request":
      return {
        sha: site.testMerge(number) ?? headOf(site.pull(number)),
        ref: `refs/pull/${number}/merge`,
        branch: null,
      };
    case "merge_group": {
      const { head, ref } = queueIn(happening);
      return { sha: head, ref, branch: ref.replace("refs/heads/", "") };
    }
    case "push": {
      const { ref = "refs/heads/main", after } = pushIn(happening);
      return after === null ? main : { sha: after, ref, branch: ref.replace("refs/heads/", "") };
    }
    default:
      return main;
  }
}

function variablesOf(
  eventName: string,
  { sha, ref }: Placed,
  pull: Pull<User>,
): Readonly<Record<string, string>> {
  const isPull = eventName.startsWith("pull_request");
  const branches = { GITHUB_HEAD_REF: pull.branch, GITHUB_BASE_REF: pull.base };
  const actor = { GITHUB_ACTOR: pull.author.login, GITHUB_TRIGGERING_ACTOR: pull.author.login };
  return {
    ...{ GITHUB_SHA: sha, GITHUB_REF: ref, GITHUB_WORKFLOW_SHA: sha },
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|pull|tags)\//, ""),
    ...(isPull && { ...branches, ...actor, GITHUB_ACTOR_ID: String(pull.author.id) }),
  };
}

/** Whatever a workflow asks for: a stranger's fork and Dependabot get a token that only reads. */
function reduced(permissions: Permissions, eventName: string, pull: Pull<User>): Permissions {
  const isBot = pull.author.login === DEPENDABOT.login && eventName.startsWith("pull_request");
  if (!isBot && !(pull.isFork && eventName === "pull_request")) return permissions;
  return Object.fromEntries(Object.keys(permissions).map((name) => [name, "read"]));
}
