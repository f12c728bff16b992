/** Commits of the environments below. */
export const HEAD = "a".repeat(40);
export const BASE = "b".repeat(40);
export const NONE = "0".repeat(40);

/** What GitHub Actions sets for a pull request (docs.github.com, "Variables reference"). */
export const GITHUB_PULL = {
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_REF: "refs/pull/12/merge",
  GITHUB_REF_TYPE: "branch",
  GITHUB_BASE_REF: "main",
  GITHUB_HEAD_REF: "topic",
  GITHUB_SHA: HEAD,
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "acme/thread",
  GITHUB_RUN_ID: "7",
} as const;

/** GitLab's pipeline of a merge request (docs.gitlab.com, "Predefined CI/CD variables reference"). */
export const GITLAB_MERGE = {
  CI: "true",
  GITLAB_CI: "true",
  CI_PIPELINE_SOURCE: "merge_request_event",
  CI_MERGE_REQUEST_ID: "99012",
  CI_MERGE_REQUEST_IID: "12",
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
  CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: "topic",
  CI_MERGE_REQUEST_DIFF_BASE_SHA: BASE,
  CI_MERGE_REQUEST_TARGET_BRANCH_SHA: "",
  CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: "",
  CI_COMMIT_SHA: HEAD,
  CI_COMMIT_BEFORE_SHA: NONE,
  CI_COMMIT_REF_NAME: "topic",
  CI_DEFAULT_BRANCH: "main",
  CI_PROJECT_URL: "https://gitlab.com/acme/thread",
  CI_PROJECT_VISIBILITY: "private",
  CI_JOB_URL: "https://gitlab.com/acme/thread/-/jobs/7",
} as const;

/** Azure Pipelines for a pull request of Azure Repos (learn.microsoft.com, "Use predefined variables"). */
export const AZURE_PULL = {
  TF_BUILD: "True",
  BUILD_REASON: "PullRequest",
  BUILD_SOURCEBRANCH: "refs/pull/12/merge",
  BUILD_SOURCEVERSION: BASE,
  BUILD_BUILDID: "7",
  SYSTEM_COLLECTIONURI: "https://dev.azure.com/acme/",
  SYSTEM_TEAMPROJECT: "Golden Thread",
  SYSTEM_PULLREQUEST_PULLREQUESTID: "12",
  SYSTEM_PULLREQUEST_SOURCEBRANCH: "refs/heads/topic",
  SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main",
  SYSTEM_PULLREQUEST_SOURCECOMMITID: HEAD,
} as const;

/** Bitbucket Pipelines for a pull request (support.atlassian.com, "Variables and secrets"). */
export const BITBUCKET_PULL = {
  CI: "true",
  BITBUCKET_BUILD_NUMBER: "7",
  BITBUCKET_REPO_FULL_NAME: "acme/thread",
  BITBUCKET_COMMIT: HEAD,
  BITBUCKET_BRANCH: "topic",
  BITBUCKET_PR_ID: "12",
  BITBUCKET_PR_DESTINATION_BRANCH: "main",
  BITBUCKET_PR_DESTINATION_COMMIT: "b".repeat(12),
} as const;

/** Jenkins with branches that a multibranch job found (its own page, /env-vars.html). */
export const JENKINS_PULL = {
  CI: "true",
  JENKINS_URL: "https://jenkins.example/",
  BUILD_URL: "https://jenkins.example/job/thread/view/change-requests/job/PR-12/7/",
  BRANCH_NAME: "PR-12",
  CHANGE_ID: "12",
  CHANGE_TARGET: "main",
  CHANGE_BRANCH: "topic",
  GIT_COMMIT: HEAD,
} as const;

/** CircleCI for a branch with a pull request (circleci.com, "Project values and variables"). */
export const CIRCLECI_PULL = {
  CI: "true",
  CIRCLECI: "true",
  CIRCLE_BRANCH: "topic",
  CIRCLE_SHA1: HEAD,
  CIRCLE_PULL_REQUEST: "https://github.com/acme/thread/pull/12",
  CIRCLE_BUILD_URL: "https://circleci.com/gh/acme/thread/7",
} as const;

/** Buildkite for a pull request (buildkite.com/docs, "Environment variables"). */
export const BUILDKITE_PULL = {
  CI: "true",
  BUILDKITE: "true",
  BUILDKITE_BRANCH: "topic",
  BUILDKITE_COMMIT: HEAD,
  BUILDKITE_TAG: "",
  BUILDKITE_PULL_REQUEST: "12",
  BUILDKITE_PULL_REQUEST_BASE_BRANCH: "main",
  BUILDKITE_PIPELINE_DEFAULT_BRANCH: "main",
  BUILDKITE_BUILD_URL: "https://buildkite.com/acme/thread/builds/7",
} as const;
