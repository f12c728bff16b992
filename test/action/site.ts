import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryAt, type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";
import type { ForgeServer } from "../servers/forge-server.ts";
import { type Objects, openObjects } from "../servers/github/objects.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { newIssue, type Repository, type Store, type User } from "../servers/github/store.ts";
import { headOf, newPull, type Pull } from "../servers/pull-model.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type MergeMethod, mergeMessage } from "./merge-commits.ts";

/** Files to write; null: to remove. */
export type Files = Readonly<Record<string, string | null>>;

/** The first pull request's number; issues of the server's seed keep theirs. */
const FIRST = 300;

/** Time of the first commit that the server makes; each further one is a minute later. */
const EPOCH = 1_700_100_000;

/** Commits in a merge queue's branch. */
export interface Queue {
  readonly ref: string;
  readonly base: string;
  readonly head: string;
  readonly numbers: readonly number[];
  /** The commit that was made of each. */
  readonly made: readonly string[];
}

/** A pull request to open. */
export interface Opening {
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly fork?: boolean;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
  readonly author: User;
}

/** GitHub with one repository whose commits are real, and the clone of somebody who works on it. */
export interface Site {
  readonly server: TrackerServer;
  readonly store: Store;
  readonly forge: ForgeServer;
  readonly repository: Repository;
  readonly objects: Objects;
  /** The repository on the server; work on branches by `author`. */
  readonly bare: TemporaryRepository;
  readonly author: TemporaryRepository;
  pull(number: number): Pull<User>;
  /** Commits on the branch that the author has checked out. */
  commit(message: string, files?: Files): string;
  /** Commits on main and pushes it. */
  commitOnMain(message: string, files?: Files): { readonly before: string; readonly after: string };
  open(opening: Opening): number;
  /** Brings a pull request to its branch as the author has it. */
  push(number: number): { readonly before: string; readonly after: string };
  /** GitHub's test merge; null: it conflicts. */
  testMerge(number: number): string | null;
  merge(number: number, method: MergeMethod): { readonly before: string; readonly after: string };
  queue(numbers: readonly number[], method: MergeMethod): Queue;
  /** The queue's branch becomes main. */
  land(queue: Queue): { readonly before: string; readonly after: string };
}

/** Starts one. `files`: what main holds. */
export async function openSite(layout: "enterprise" | "cloud", files: Files): Promise<Site> {
  const server = await startGithubServer({ layout });
  const { store } = server;
  const forge = server.forge();
  const [repository] = store.repositories;
  const held = store.forges.get(repository?.id ?? 0);
  if (repository === undefined || held === undefined) throw new Error("the server has no repository");
  for (const number of held.pulls.keys()) repository.issues.delete(number);
  held.pulls.clear();
  const author = temporaryRepository({ folder: "author" });
  const folder = join(temporaryFolder(), "shop.git");
  author.git("init", "--quiet", "--bare", "--initial-branch=main", folder);
  const bare = repositoryAt(folder, author.env);
  appendFileSync(join(folder, "config"), "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n");
  const objects = openObjects(folder);
  store.objects.set(repository.id, objects);
  let made = 0;
  const refresh = () => {
    held.tips.clear();
    for (const [branch, tip] of objects.branches()) held.tips.set(branch, tip);
  };
  const pull = (number: number) => {
    const found = held.pulls.get(number);
    if (found === undefined) throw new Error(`no pull request ${number}`);
    return found;
  };
  const tip = () => objects.resolve("refs/heads/main") ?? "";
  const joinedBy = (base: string, number: number, method: MergeMethod): string | null => {
    const one = pull(number);
    const head = headOf(one);
    const { code, stdout } = bare.run(["merge-tree", "--write-tree", base, head]);
    if (code !== 0) return null;
    const parents = method === "merge" ? ["-p", base, "-p", head] : ["-p", base];
    const date = `${EPOCH + 60 * ++made} +0000`;
    const person = {
      GIT_AUTHOR_NAME: one.author.name,
      GIT_AUTHOR_EMAIL: `${one.author.login}@users.noreply.test`,
    };
    const site = { GIT_COMMITTER_NAME: "GitHub", GIT_COMMITTER_EMAIL: "noreply@github.com" };
    const env = { ...person, ...site, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const input = mergeMessage(repository, one, method);
    return bare.run(["commit-tree", stdout.split("\n")[0] ?? "", ...parents, "-F", "-"], { input, env })
      .stdout;
  };
  const moved = (after: string, numbers: readonly number[], made: readonly string[]) => {
    const before = tip();
    bare.git("update-ref", "refs/heads/main", after);
    for (const [at, number] of numbers.entries())
      Object.assign(pull(number), {
        state: "merged",
        mergeCommit: made[at] ?? after,
        mergedAt: store.now(),
      });
    refresh();
    return { before, after };
  };
  const commit = (message: string, changed: Files = {}) => {
    const written = Object.entries(changed).flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
    for (const [path, text] of Object.entries(changed)) if (text === null) rmSync(author.path(path));
    return author.commit(message, Object.fromEntries(written));
  };
  const push = (number: number) => {
    const { branch, isFork, ...rest } = pull(number);
    const before = headOf(pull(number));
    const targets = [`refs/pull/${number}/head`, ...(isFork ? [] : [`refs/heads/${branch}`])];
    author.git("push", "--quiet", "--force", folder, ...targets.map((ref) => `${branch}:${ref}`));
    const [baseCommit, head] = [tip(), author.git("rev-parse", branch)];
    const commits = objects.range(baseCommit, head);
    held.pulls.set(number, { ...rest, number, branch, isFork, commits, baseCommit });
    refresh();
    return { before, after: head };
  };
  const onMain = (message: string, changed?: Files) => {
    const before = objects.resolve("refs/heads/main") ?? "";
    const branch = author.git("branch", "--show-current");
    author.git("switch", "--quiet", "main");
    author.git("pull", "--quiet", "--ff-only", folder, "main");
    const after = commit(message, changed);
    author.git("push", "--quiet", folder, "main");
    author.git("switch", "--quiet", branch);
    refresh();
    return { before, after };
  };
  commit("Begin", files);
  author.git("push", "--quiet", folder, "main");
  refresh();
  return {
    ...{ server, store, forge, repository, objects, bare, author, pull, commit, push, commitOnMain: onMain },
    open({ branch, title, body, author: by, fork = false, draft = false, labels = [] }) {
      const number = Math.max(FIRST - 1, ...held.pulls.keys()) + 1;
      const more = { branch, title, body, draft, isFork: fork, labels: [...labels] };
      held.pulls.set(number, newPull(number, by, { ...more, commits: [] }));
      repository.issues.set(number, newIssue(number, by, { isPull: true, labels: [...labels] }));
      push(number);
      return number;
    },
    testMerge(number) {
      const id = joinedBy(tip(), number, "merge");
      if (id !== null) bare.git("update-ref", `refs/pull/${number}/merge`, id);
      return id;
    },
    merge(number, method) {
      const after = joinedBy(tip(), number, method);
      if (after === null) throw new Error(`pull request ${number} conflicts`);
      return moved(after, [number], [after]);
    },
    queue(numbers, method) {
      const base = tip();
      const made: string[] = [];
      for (const number of numbers) {
        const onto = made.at(-1) ?? base;
        made.push(joinedBy(onto, number, method) ?? onto);
      }
      const head = made.at(-1) ?? base;
      const ref = `refs/heads/gh-readonly-queue/main/pr-${numbers.at(-1)}-${base}`;
      bare.git("update-ref", ref, head);
      refresh();
      return { ref, base, head, numbers, made };
    },
    land({ ref, head, numbers, made }) {
      bare.git("update-ref", "-d", ref);
      return moved(head, numbers, made);
    },
  };
}
