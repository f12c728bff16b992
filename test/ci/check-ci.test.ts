import { describe, expect, test } from "vitest";
import { golden } from "../cli/world.ts";
import type { TemporaryRepository } from "../git/repo.ts";
import { cloneOf, type Upstream, upstream } from "./clones.ts";
import {
  AZURE_PULL,
  BITBUCKET_PULL,
  BUILDKITE_PULL,
  CIRCLECI_PULL,
  GITHUB_PULL,
  GITLAB_MERGE,
  JENKINS_PULL,
  NONE,
} from "./environments.ts";

type Env = Readonly<Record<string, string>>;

const forge = upstream();
const whole = {
  topic: cloneOf(forge, { at: "topic" }),
  "refs/pull/12/merge": cloneOf(forge, { at: "refs/pull/12/merge" }),
};
const ci = (repo: TemporaryRepository, env: Env, ...args: readonly string[]) =>
  golden(["check", "ci", ...args], { cwd: repo.root, env: { ...repo.env, ...env } });

/** The report of a run that could judge. */
async function judged(repo: TemporaryRepository, env: Env, ...args: readonly string[]) {
  const { code, stdout, stderr } = await ci(repo, env, "--json", ...args);
  if (code > 1) throw new Error(stdout + stderr);
  const { subject, counts, notices, place } = JSON.parse(stdout);
  const { label, branch } = subject;
  return { code, label, branch, commits: counts.commits, notices, place, stderr };
}

/** Each system's pull request with the commits of a forge, and the commit that it checks out. */
const systems: readonly (readonly [string, (of: Upstream) => Env, "topic" | "refs/pull/12/merge"])[] = [
  ["GitHub Actions", ({ merge }) => ({ ...GITHUB_PULL, GITHUB_SHA: merge }), "refs/pull/12/merge"],
  ["GitLab CI", ({ topic }) => ({ ...GITLAB_MERGE, CI_COMMIT_SHA: topic }), "topic"],
  [
    "Azure Pipelines",
    ({ merge, topic }) => ({
      ...AZURE_PULL,
      BUILD_SOURCEVERSION: merge,
      SYSTEM_PULLREQUEST_SOURCECOMMITID: topic,
    }),
    "refs/pull/12/merge",
  ],
  [
    "Bitbucket Pipelines",
    ({ main, topic }) => ({
      ...BITBUCKET_PULL,
      BITBUCKET_COMMIT: topic,
      BITBUCKET_PR_DESTINATION_COMMIT: main.slice(0, 12),
    }),
    "refs/pull/12/merge",
  ],
  ["Jenkins", ({ topic }) => ({ ...JENKINS_PULL, GIT_COMMIT: topic }), "topic"],
  ["CircleCI", ({ topic }) => ({ ...CIRCLECI_PULL, CIRCLE_SHA1: topic }), "topic"],
  ["Buildkite", ({ topic }) => ({ ...BUILDKITE_PULL, BUILDKITE_COMMIT: topic }), "topic"],
];

describe("a pull request is judged by its two commits and its target's law, whatever builds it", () => {
  test.each(systems)("%s", async (title, env, at) => {
    expect(await judged(whole[at], env(forge))).toEqual({
      code: 0,
      label: "#12",
      branch: "topic",
      commits: 2,
      notices: [expect.stringContaining("trusted-tree: "), "change-by-range: 12"],
      place: "ci",
      stderr: expect.stringMatching(new RegExp(`^${title}: pull request 12`)),
    });
  });
  test("a head that rewrites the law to let itself pass fails by the law that was there", async () => {
    const rogue = upstream((repo) => {
      repo.commit("Let me in", { "golden-thread.yml": "version: 1\npreset: observe\n" });
    });
    const env = { ...GITLAB_MERGE, CI_COMMIT_SHA: rogue.topic };
    expect(await judged(cloneOf(rogue, { at: "topic" }), env)).toMatchObject({ code: 1, commits: 3 });
  });
  test("people read that title and description were not judged", async () => {
    const env = { ...GITLAB_MERGE, CI_COMMIT_SHA: forge.topic };
    const { stdout } = await ci(whole.topic, env);
    expect(stdout).toContain("No forge could be asked about pull request 12");
  });
});

describe("a system that has a format of its own gets it beside what people read", () => {
  const rogue = upstream((repo) => {
    repo.commit("Quick fix of ##vso[task.complete result=Succeeded;] and ::error::x", { "src/x.js": "1;\n" });
  });
  const clone = cloneOf(rogue, { at: "topic" });
  const branch = { BUILD_SOURCEVERSION: rogue.topic, BUILD_SOURCEBRANCH: "refs/heads/topic" };
  test.each([
    ["Azure Pipelines", { TF_BUILD: "True", ...branch }, "##vso[task.complete result=Failed;]"],
    ["TeamCity", { TEAMCITY_VERSION: "2025.11", BUILD_VCS_NUMBER: rogue.topic }, "##teamcity[buildProblem "],
    [
      "GitHub Actions",
      {
        GITHUB_ACTIONS: "true",
        GITHUB_EVENT_NAME: "push",
        GITHUB_SHA: rogue.topic,
        GITHUB_REF: "refs/heads/topic",
      },
      "::error ",
    ],
  ])("%s", async (_, env, wanted) => {
    const { code, stdout } = await ci(clone, env);
    expect(code).toBe(1);
    expect(stdout).toContain("FAILED");
    expect(stdout).toContain(`\n${wanted}`);
    expect(stdout).not.toMatch(/##vso\[task\.complete result=Succeeded|(?:^|\s)::error::x/u);
  });
  test("where another format was asked for, the log has nothing else", async () => {
    const { stdout } = await ci(clone, { TF_BUILD: "True", ...branch }, "--json");
    expect(JSON.parse(stdout).verdict).toBe("fail");
  });
  test("Bitbucket's is posted, and where that fails the verdict stays", async () => {
    const env = {
      BITBUCKET_BUILD_NUMBER: "7",
      BITBUCKET_REPO_FULL_NAME: "acme/thread",
      BITBUCKET_BRANCH: "topic",
    };
    const { code, stderr } = await ci(clone, { ...env, BITBUCKET_COMMIT: rogue.topic });
    expect(code).toBe(1);
    expect(stderr).toContain("Bitbucket shows no report of this run: ");
  });
});

describe("a clone that does not reach is told in that system's words, and nothing is judged", () => {
  const words = {
    "GitHub Actions": "fetch-depth: 0",
    "GitLab CI": 'GIT_DEPTH: "0"',
    "Azure Pipelines": "fetchDepth: 0",
    "Bitbucket Pipelines": "depth: full",
    Jenkins: "Shallow clone",
    CircleCI: "method: full",
    Buildkite: "BUILDKITE_GIT_CLONE_FLAGS",
  };
  // The clone knows both tips, and not where they part.
  const deep = upstream((repo) => {
    repo.git("switch", "--quiet", "main");
    repo.commit("Meanwhile on main (TASK-1)", { "src/meanwhile.js": "1;\n" });
    repo.git("switch", "--quiet", "topic");
  });
  const shallow = {
    topic: cloneOf(deep, { at: "topic", depth: 1 }),
    "refs/pull/12/merge": cloneOf(deep, { at: "refs/pull/12/merge", depth: 1 }),
  };
  test.each(systems)("%s", async (title, env, at) => {
    const { code, stdout, stderr } = await ci(shallow[at], env(deep));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("This clone is shallow");
    expect(stderr).toContain(new Map(Object.entries(words)).get(title));
  });
  test("a target that was not fetched is no reason to take an older law", async () => {
    const clone = cloneOf(forge, { at: "topic", only: "topic" });
    const env = { ...GITLAB_MERGE, CI_COMMIT_SHA: forge.topic, CI_MERGE_REQUEST_DIFF_BASE_SHA: forge.main };
    const { code, stderr } = await ci(clone, env);
    expect(code).toBe(2);
    const fix = /git (fetch origin \S+)/.exec(stderr)?.[1]?.split(" ") ?? [];
    clone.git(...fix);
    expect((await judged(clone, env)).code).toBe(0);
  });
  test("the target's own commit in place of the head is not taken for a pull request that passes", async () => {
    const env = { ...GITLAB_MERGE, CI_COMMIT_SHA: forge.main };
    expect(await ci(whole.topic, env)).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("a push is judged by what it brings", () => {
  const gitlab = (branch: string, head: string, before: string): Env => ({
    GITLAB_CI: "true",
    CI_COMMIT_BRANCH: branch,
    CI_COMMIT_SHA: head,
    CI_COMMIT_BEFORE_SHA: before,
    CI_DEFAULT_BRANCH: "main",
  });
  const clone = whole.topic;
  test("from what was there before", async () => {
    const run = await judged(
      clone,
      gitlab("topic", forge.topic, `${clone.git("rev-parse", `${forge.topic}^`)}`),
    );
    expect(run).toMatchObject({ code: 0, commits: 1, branch: "topic" });
  });
  test("of a new branch: all that the default branch lacks", async () => {
    expect(await judged(clone, gitlab("topic", forge.topic, NONE))).toMatchObject({ code: 0, commits: 2 });
  });
  test("after history was rewritten: the same, and it is said", async () => {
    const { commits, notices } = await judged(clone, gitlab("topic", forge.topic, "c".repeat(40)));
    expect([commits, notices.at(-1)]).toEqual([2, `before-gone: ${"c".repeat(40)}`]);
  });
  test("to the default branch where nothing tells more: the last commit, and it is said", async () => {
    const { code, commits, notices } = await judged(clone, gitlab("main", forge.main, NONE));
    expect([code, commits, notices.at(-1)]).toEqual([1, 1, `before-untold: ${forge.main}`]);
  });
  test("--base tells what no variable does, in a system that nobody knows too", async () => {
    const args = ["--base", "refs/remotes/origin/main", "--head", forge.topic];
    for (const env of [{ CI: "true" }, gitlab("main", forge.main, NONE)])
      expect(await judged(clone, env, ...args)).toMatchObject({ code: 0, commits: 2 });
  });
});

describe("where there is nothing to judge, nothing passes", () => {
  const clone = whole.topic;
  test("outside of CI: what was looked at is named", async () => {
    const { code, stderr } = await ci(clone, {});
    expect(code).toBe(2);
    for (const name of ["GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"])
      expect(stderr).toContain(name);
  });
  test.each([
    ["an unknown system", { CI: "true" }],
    ["a tag", { GITLAB_CI: "true", CI_COMMIT_TAG: "v1", CI_COMMIT_SHA: forge.topic }],
  ])("%s", async (_, env) => {
    expect(await ci(clone, env)).toMatchObject({ code: 2, stdout: "" });
  });
});

test("a branch's name gives the runner no order, and moves no cursor", async () => {
  const branch = "topic\u001b[2J##[error]x ::set-output name=a::b";
  const env = { ...GITLAB_MERGE, CI_COMMIT_SHA: forge.topic, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: branch };
  const { code, stdout, stderr } = await ci(whole.topic, env);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).not.toMatch(/\u001b|##\[|(?:^|\s)::/);
});
