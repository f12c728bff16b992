import { describe, expect, test } from "vitest";
import { eventRange } from "../../src/ci/github.ts";
import { recognise } from "../../src/ci/index.ts";
import { isCi, SYSTEM_VARIABLES } from "../../src/ci/variables.ts";
import {
  AZURE_PULL,
  BASE,
  BITBUCKET_PULL,
  BUILDKITE_PULL,
  CIRCLECI_PULL,
  GITHUB_PULL,
  GITLAB_MERGE,
  HEAD,
  JENKINS_PULL,
  NONE,
} from "./environments.ts";

type Env = Readonly<Record<string, string>>;
const TIP = "refs/remotes/origin/main";

/** What is asked of a run, in short. */
function told(env: Env) {
  const run = recognise(env);
  if (run === null) return null;
  const { title, change, branch, range } = run;
  return {
    title,
    change: change === null ? null : [change.number, change.target],
    branch,
    bases: range?.bases ?? null,
    heads: range?.heads ?? null,
  };
}

/** Each system's pull request 12 from topic into main: title, tips of the target, heads. */
const pulls: readonly (readonly [string, Env, readonly string[], readonly string[]])[] = [
  ["GitHub Actions", GITHUB_PULL, [TIP, `${HEAD}^1`], [`${HEAD}^2`, "HEAD"]],
  ["GitLab CI", GITLAB_MERGE, [TIP], [HEAD]],
  ["Azure Pipelines", AZURE_PULL, [TIP, `${BASE}^1`], [HEAD, `${BASE}^2`]],
  ["Bitbucket Pipelines", BITBUCKET_PULL, ["b".repeat(12), TIP], [HEAD]],
  ["Jenkins", JENKINS_PULL, [TIP], [HEAD, "HEAD"]],
  ["Buildkite", BUILDKITE_PULL, [TIP], [HEAD, "HEAD"]],
];

describe("a pull request is recognised, and what is taken for its base is its target's tip", () => {
  test.each(pulls)("%s", (title, env, bases, heads) => {
    expect(told(env)).toEqual({ title, change: [12, "main"], branch: "topic", bases, heads });
  });
  test("CircleCI names no target, so none is made up", () => {
    expect(told(CIRCLECI_PULL)).toMatchObject({ change: [12, null], branch: "topic", bases: [] });
    const fork = { ...CIRCLECI_PULL, CIRCLE_PR_NUMBER: "12", CIRCLE_BRANCH: "pull/12" };
    expect(told(fork)).toMatchObject({ change: [12, null], branch: null });
  });
  test("GitLab's merged result has two parents, and they are named", () => {
    const merged = {
      ...GITLAB_MERGE,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: BASE,
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: HEAD,
      CI_COMMIT_SHA: "c".repeat(40),
    };
    expect(told(merged)).toMatchObject({ bases: [BASE, TIP], heads: [HEAD, "c".repeat(40)] });
  });
  test("Azure builds a pull request of GitHub, which has a number beside its id", () => {
    const github = {
      ...AZURE_PULL,
      SYSTEM_PULLREQUEST_PULLREQUESTID: "1234567890",
      SYSTEM_PULLREQUEST_PULLREQUESTNUMBER: "12",
      SYSTEM_PULLREQUEST_TARGETBRANCH: "main",
    };
    expect(told(github)).toMatchObject({ change: [12, "main"] });
  });
});

const branch = { branch: "main", change: null };
const pushes: readonly (readonly [string, Env, object])[] = [
  [
    "GitHub Actions",
    { ...GITHUB_PULL, GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" },
    { ...branch, bases: [], heads: [HEAD, "HEAD"] },
  ],
  [
    "GitLab CI",
    { GITLAB_CI: "true", CI_COMMIT_BRANCH: "main", CI_COMMIT_SHA: HEAD, CI_COMMIT_BEFORE_SHA: BASE },
    { ...branch, bases: [BASE], heads: [HEAD] },
  ],
  [
    "GitLab CI, a new branch",
    { GITLAB_CI: "true", CI_COMMIT_BRANCH: "main", CI_COMMIT_SHA: HEAD, CI_COMMIT_BEFORE_SHA: NONE },
    { ...branch, bases: [], heads: [HEAD] },
  ],
  [
    "Azure Pipelines",
    { TF_BUILD: "True", BUILD_SOURCEBRANCH: "refs/heads/main", BUILD_SOURCEVERSION: HEAD },
    { ...branch, bases: [], heads: [HEAD] },
  ],
  [
    "Bitbucket Pipelines",
    { BITBUCKET_BUILD_NUMBER: "7", BITBUCKET_BRANCH: "main", BITBUCKET_COMMIT: HEAD },
    { ...branch, bases: [], heads: [HEAD] },
  ],
  [
    "Jenkins",
    { JENKINS_URL: "x", GIT_BRANCH: "origin/main", GIT_COMMIT: HEAD, GIT_PREVIOUS_SUCCESSFUL_COMMIT: BASE },
    { ...branch, bases: [BASE], heads: [HEAD, "HEAD"] },
  ],
  [
    "CircleCI",
    { CIRCLECI: "true", CIRCLE_BRANCH: "main", CIRCLE_SHA1: HEAD },
    { ...branch, bases: [], heads: [HEAD, "HEAD"] },
  ],
  [
    "Buildkite, a commit that it did not look up",
    {
      BUILDKITE: "true",
      BUILDKITE_PULL_REQUEST: "false",
      BUILDKITE_BRANCH: "main",
      BUILDKITE_COMMIT: "HEAD",
    },
    { ...branch, bases: [], heads: ["HEAD"] },
  ],
  [
    "TeamCity",
    { TEAMCITY_VERSION: "2025.11", BUILD_VCS_NUMBER: HEAD },
    { change: null, branch: null, bases: [], heads: [HEAD, "HEAD"] },
  ],
];

describe("a push has what the system says was there before, and nothing that it does not say", () => {
  test.each(pushes)("%s", (_, env, wanted) => {
    expect(told(env)).toMatchObject(wanted);
  });
  test("GitHub says it in the event alone", () => {
    expect(eventRange(JSON.stringify({ before: BASE, after: HEAD }))).toEqual({
      bases: [BASE],
      heads: [HEAD],
    });
    const group = { merge_group: { base_sha: BASE, head_sha: HEAD } };
    expect(eventRange(JSON.stringify(group))).toEqual({ bases: [BASE], heads: [HEAD] });
    for (const text of [JSON.stringify({ before: NONE, after: HEAD }), "null", "{", '{"before":1}'])
      expect(eventRange(text)).toBeNull();
  });
});

const nothing: readonly (readonly [string, Env])[] = [
  ["a tag on GitHub", { ...GITHUB_PULL, GITHUB_EVENT_NAME: "push", GITHUB_REF_TYPE: "tag" }],
  [
    "pull_request_target, whose commit is the default branch's",
    { ...GITHUB_PULL, GITHUB_EVENT_NAME: "pull_request_target" },
  ],
  ["a tag on GitLab", { GITLAB_CI: "true", CI_COMMIT_TAG: "v1", CI_COMMIT_SHA: HEAD }],
  ["a tag on Azure", { TF_BUILD: "True", BUILD_SOURCEBRANCH: "refs/tags/v1", BUILD_SOURCEVERSION: HEAD }],
  ["a tag on Bitbucket", { BITBUCKET_BUILD_NUMBER: "7", BITBUCKET_TAG: "v1", BITBUCKET_COMMIT: HEAD }],
  ["a tag on Jenkins", { JENKINS_URL: "x", TAG_NAME: "v1", GIT_COMMIT: HEAD }],
  ["a tag on CircleCI", { CIRCLECI: "true", CIRCLE_TAG: "v1", CIRCLE_SHA1: HEAD }],
  ["a tag on Buildkite", { BUILDKITE: "true", BUILDKITE_TAG: "v1", BUILDKITE_COMMIT: HEAD }],
  ["a system that we do not know", { CI: "true" }],
];

describe("where nothing is new, nothing is judged by guess", () => {
  test.each(nothing)("%s", (_, env) => {
    expect(told(env)).toMatchObject({ change: null, bases: null, heads: null });
  });
  test("outside of CI there is no run", () => {
    for (const env of [{}, { CI: "" }, { CI: "false" }, { CI: "0" }]) expect(recognise(env)).toBeNull();
  });
  test("every variable that says CI is one that a run is recognised by", () => {
    for (const name of Object.values(SYSTEM_VARIABLES)) {
      expect(isCi({ [name]: "true" })).toBe(true);
      expect(recognise({ [name]: "true" })).not.toBeNull();
    }
  });
});

describe("what a run is shown by", () => {
  test.each([
    [GITHUB_PULL, "https://github.com/acme/thread/actions/runs/7", "github"],
    [GITLAB_MERGE, "https://gitlab.com/acme/thread/-/jobs/7", null],
    [AZURE_PULL, "https://dev.azure.com/acme/Golden%20Thread/_build/results?buildId=7", "azure"],
    [BITBUCKET_PULL, "https://bitbucket.org/acme/thread/pipelines/results/7", null],
    [JENKINS_PULL, JENKINS_PULL.BUILD_URL, null],
    [CIRCLECI_PULL, CIRCLECI_PULL.CIRCLE_BUILD_URL, null],
    [BUILDKITE_PULL, BUILDKITE_PULL.BUILDKITE_BUILD_URL, null],
  ])("%#", (env, url, log) => {
    expect(recognise(env)).toMatchObject({ url, log });
  });
  test("commits have pages where a variable tells the site, and a page is an address", () => {
    expect(recognise(GITHUB_PULL)?.commits).toBe("https://github.com/acme/thread/commit/");
    expect(recognise(GITLAB_MERGE)?.commits).toBe("https://gitlab.com/acme/thread/-/commit/");
    expect(recognise({ ...GITLAB_MERGE, CI_PROJECT_URL: "javascript:alert(1)" })?.commits).toBeNull();
  });
  test("only a project that is private is taken for private", () => {
    expect(recognise(GITLAB_MERGE)?.isPrivate).toBe(true);
    expect(recognise({ ...GITLAB_MERGE, CI_PROJECT_VISIBILITY: "internal" })?.isPrivate).toBe(false);
    expect(recognise(GITHUB_PULL)?.isPrivate).toBeNull();
  });
});
