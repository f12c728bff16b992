import { join } from "node:path";
import { REPOSITORY } from "../core/version.ts";
import { detectedRemotes } from "../policy/detected.ts";
import { type Scene, textOf } from "./scene.ts";
import type { Step } from "./step.ts";

/** The same pin as golden-thread's own workflows; a test holds them equal. */
const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

/** The workflow that judges pull requests, where the forge has such; else what to add to the forge's own file. */
export function workflowStep({ root, origin }: Scene): Step {
  const [forge] = Object.keys(detectedRemotes({ tasks: null, originUrl: origin }));
  if (forge === "gitlab") return byHand(root, ".gitlab-ci.yml", GITLAB);
  if (forge === "boards") return byHand(root, "azure-pipelines.yml", AZURE);
  const path = join(root, ".github", "workflows", "golden-thread.yml");
  if (textOf(path) !== null) return { code: "workflow-kept", path, actions: [] };
  return {
    code: "workflow-written",
    path,
    actions: [{ kind: "write", path, text: GITHUB, executable: false }],
  };
}

function byHand(root: string, name: string, line: string): Step {
  const path = join(root, name);
  const isThere = /golden-thread/u.test(textOf(path) ?? "");
  return isThere
    ? { code: "workflow-kept", path, actions: [] }
    : { code: "workflow-by-hand", path, actions: [], line };
}

const GITHUB = `# Judges every pull request by the policy of its base. Hooks can be passed by; this can't.
name: golden-thread
on:
  pull_request:
    types: [opened, edited, reopened, synchronize, ready_for_review]
  merge_group:

permissions:
  contents: read
  pull-requests: read

jobs:
  golden-thread:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
        with:
          # The whole history: a commit is judged by what came before it.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${REPOSITORY.replace("https://github.com/", "")}@v1
`;

const GITLAB = `golden-thread:
  image: node:24
  rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]
  variables: { GIT_DEPTH: "0" }
  script: npx --yes golden-thread check range "$CI_MERGE_REQUEST_DIFF_BASE_SHA..$CI_COMMIT_SHA"
`;

const AZURE = `- checkout: self
  fetchDepth: 0
- script: npx --yes golden-thread check range "origin/$(System.PullRequest.TargetBranchName)..HEAD"
`;
