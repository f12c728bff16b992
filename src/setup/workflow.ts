import { join } from "node:path";
import { REPOSITORY } from "../core/version.ts";
import { defaultBranches } from "../git/names.ts";
import { detectedRemotes } from "../policy/detected.ts";
import { type Scene, textOf } from "./scene.ts";
import type { Step } from "./step.ts";

/** The same pin as golden-thread's own workflows; a test holds them equal. */
const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

/** The workflow that judges pull requests, where the forge has such; else what to add to the forge's own file. */
export async function workflowStep({ root, origin, repo }: Scene): Promise<Step> {
  const [forge] = Object.keys(detectedRemotes({ tasks: null, originUrl: origin }));
  if (forge === "gitlab") return byHand(root, ".gitlab-ci.yml", GITLAB);
  if (forge === "boards") return byHand(root, "azure-pipelines.yml", AZURE);
  const path = join(root, ".github", "workflows", "golden-thread.yml");
  if (textOf(path) !== null) return { code: "workflow-kept", path, actions: [] };
  const text = githubWorkflow(await defaultBranches(repo));
  return { code: "workflow-written", path, actions: [{ kind: "write", path, text, executable: false }] };
}

function byHand(root: string, name: string, line: string): Step {
  const path = join(root, name);
  const isThere = /golden-thread/u.test(textOf(path) ?? "");
  return isThere
    ? { code: "workflow-kept", path, actions: [] }
    : { code: "workflow-by-hand", path, actions: [], line };
}

/** `examples/minimal.yml`, for a repository's own default branches; a test holds them equal. */
function githubWorkflow(branches: readonly string[]): string {
  return `# Judges every pull request by the policy of its base. Hooks can be passed by; this can't.
name: golden-thread
on:
  # All five: what a title, a description or another base brings has to be judged too.
  pull_request:
    types: [opened, edited, reopened, synchronize, ready_for_review]
  merge_group:
    types: [checks_requested]
  push:
    branches: [${branches.map(quoted).join(", ")}]

permissions: {}

# One run of a pull request at a time, and none is cut short: a cancelled check could be the last word. Pushes wait for nobody.
concurrency:
  group: golden-thread-\${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: false

jobs:
  # This name is the check to require. No "if" and no "paths": a job that is skipped counts as passed, or is waited for.
  golden-thread:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      # The tickets, where they are issues of this repository.
      issues: read
      # The comment, and the spec in the description.
      pull-requests: write
    steps:
      - uses: ${CHECKOUT}
        with:
          # The whole history: a commit is judged by what came before it.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${REPOSITORY.replace("https://github.com/", "")}@v1
`;
}

/** YAML takes a JSON string; most names need no quotes. */
function quoted(branch: string): string {
  return /^[A-Za-z][\w./-]*$/.test(branch) ? branch : JSON.stringify(branch);
}

const GITLAB = `golden-thread:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables: { GIT_DEPTH: "0" }
  script:
    - TARGET="\${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-$CI_DEFAULT_BRANCH}"
    - git fetch origin "+refs/heads/$TARGET:refs/remotes/origin/$TARGET"
    - npx --yes golden-thread check ci
`;

const AZURE = `- checkout: self
  fetchDepth: 0
- script: npx --yes golden-thread check ci
  env:
    SYSTEM_ACCESSTOKEN: $(System.AccessToken)
`;
