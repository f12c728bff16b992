"use strict";

const require_git = require("./git.js");
const require_dialects = require("./tasks-dialects.js");
const require_new_backlog = require("./tasks-new-backlog.js");
const require_hook_steps = require("./setup-hook-steps.js");
const require_core = require("./core.js");
const require_detected = require("./policy-detected.js");
const require_remote_entries = require("./setup-remote-entries.js");
const require_scene = require("./setup-scene.js");
let node_path = require("node:path");

// src/setup/policy-text.ts
/** The first policy of a repository: short, commented, and the same law as without any file. */
function policyText(found) {
	return `# yaml-language-server: $schema=${found.schema ?? `${"https://github.com/golden-thread/golden-thread".replace("github.com", "raw.githubusercontent.com")}/v${"0.1.0"}/dist/schema/golden-thread.schema.json`}
# The law of this repository: what a commit must refer to. "golden-thread explain RULE" tells why a rule exists.
version: 1

# observe: everything only warns. standard: a commit needs an authorised ticket. strict: every default rule is enforced.
preset: standard

# Until this day what would fail is only shown. Take the next line in while a team gets used to it.
# enforce_from: 2027-01-15

# Where tickets are found. Tokens never stand here: "golden-thread remote check" tells where they are found.
${remotesText(found)}
# Which tickets authorise a change: by the category of their state.
authorise:
  states: [open, in_progress]

# Paths that follow a milder law, or none. The last match wins.
# scopes:
#   - { paths: ["docs/**"], preset: observe }

# Rules by name: off, warn or enforce.
# rules:
#   change-size: { level: warn, max_files: 30 }
`;
}
const TASKS = "  tasks: { kind: markdown }        # Backlog.md and toolkit folders of this repository";
function remotesText({ origin, tasks, remotes }) {
	const forge = require_remote_entries.besides(remotes, require_detected.detectedRemotes({
		tasks: null,
		originUrl: origin
	}));
	const lines = [...tasks ? [TASKS] : [], ...remoteLines({
		...forge,
		...remotes
	})];
	return lines.length === 0 ? "# remotes:\n#   tasks: { kind: markdown }\n" : `remotes:\n${lines.join("\n")}\n`;
}
/** Entries below `remotes:`, one line each. */
function remoteLines(remotes) {
	return Object.entries(remotes).map(([name, remote]) => `  ${name}: ${flow(remote)}`);
}
/** A mapping of texts on one line; what YAML could take for something else is quoted. */
function flow(remote) {
	return `{ ${Object.entries(typeof remote === "object" && remote !== null ? remote : {}).map(([key, value]) => {
		return `${key}: ${Array.isArray(value) ? `[${value.map(scalar).join(", ")}]` : scalar(value)}`;
	}).join(", ")} }`;
}
function scalar(value) {
	const text = String(value);
	return /^[A-Za-z][\w./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text) ? text : JSON.stringify(text);
}

// src/setup/workflow.ts
/** The same pin as golden-thread's own workflows; a test holds them equal. */
const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
/** The workflow that judges pull requests, where the forge has such; else what to add to the forge's own file. */
async function workflowStep({ root, origin, repo }) {
	const [forge] = Object.keys(require_detected.detectedRemotes({
		tasks: null,
		originUrl: origin
	}));
	if (forge === "gitlab") return byHand(root, ".gitlab-ci.yml", GITLAB);
	if (forge === "boards") return byHand(root, "azure-pipelines.yml", AZURE);
	const path = (0, node_path.join)(root, ".github", "workflows", "golden-thread.yml");
	if (require_scene.textOf(path) !== null) return {
		code: "workflow-kept",
		path,
		actions: []
	};
	return {
		code: "workflow-written",
		path,
		actions: [{
			kind: "write",
			path,
			text: githubWorkflow(await require_git.defaultBranches(repo)),
			executable: false
		}]
	};
}
function byHand(root, name, line) {
	const path = (0, node_path.join)(root, name);
	return /golden-thread/u.test(require_scene.textOf(path) ?? "") ? {
		code: "workflow-kept",
		path,
		actions: []
	} : {
		code: "workflow-by-hand",
		path,
		actions: [],
		line
	};
}
/** `examples/minimal.yml`, for a repository's own default branches; a test holds them equal. */
function githubWorkflow(branches) {
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
      - uses: ${require_core.REPOSITORY.replace("https://github.com/", "")}@v1
`;
}
/** YAML takes a JSON string; most names need no quotes. */
function quoted(branch) {
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

// src/setup/init.ts
/** What setting up a repository takes, in order. Reads only; asked again after `apply`, every step is kept. */
async function planInit(options) {
	const scene = await require_scene.survey(require_git.openGit({
		cwd: options.cwd,
		env: options.env
	}));
	const backlogs = await require_dialects.findBacklogs(scene.tree);
	const steps = [
		policyStep(scene, options, backlogs.length > 0 || options.backlog),
		...require_hook_steps.hookSteps(scene, options.home, options.hooks),
		...options.workflow ? [await workflowStep(scene)] : [],
		...options.backlog ? [backlogStep(scene, options, backlogs[0]?.folder ?? null)] : []
	];
	return {
		root: scene.root,
		commonDir: scene.repo.commonDir,
		steps
	};
}
function policyStep(scene, { home, remotes }, tasks) {
	if (scene.policy !== null) {
		const path = (0, node_path.join)(scene.root, scene.policy);
		return Object.keys(remotes).length === 0 ? {
			code: "policy-kept",
			path,
			actions: []
		} : {
			code: "policy-by-hand",
			path,
			actions: [],
			line: ["remotes:", ...remoteLines(remotes)].join("\n")
		};
	}
	const path = (0, node_path.join)(scene.root, "golden-thread.yml");
	const schema = require_scene.inside(scene.root, (0, node_path.join)(home, "dist", "schema", "golden-thread.schema.json"));
	return {
		code: "policy-written",
		path,
		actions: [{
			kind: "write",
			path,
			text: policyText({
				origin: scene.origin,
				tasks,
				remotes,
				schema: schema === null ? null : `./${schema}`
			}),
			executable: false
		}]
	};
}
function backlogStep(scene, { now }, there) {
	if (there !== null) return {
		code: "backlog-kept",
		path: (0, node_path.join)(scene.root, there),
		actions: []
	};
	const actions = require_new_backlog.backlogFiles((0, node_path.basename)(scene.root), now).map(({ path, text }) => {
		return {
			kind: "write",
			path: (0, node_path.join)(scene.root, path),
			text,
			executable: false
		};
	});
	return {
		code: "backlog-written",
		path: (0, node_path.join)(scene.root, "backlog"),
		actions
	};
}

exports.planInit = planInit;