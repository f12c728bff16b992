"use strict";

const require_world = require("./world.js");
const require_run = require("./git-run.js");
const require_dialects = require("./tasks-dialects.js");
const require_repository = require("./git-repository.js");
const require_tree = require("./git-tree.js");
const require_discover = require("./policy-discover.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/setup/backlog-text.ts
/** A small backlog as Backlog.md keeps it: its configuration and one open task. `now` dates the task, to the minute in UTC. */
function backlogFiles(project, now) {
	const minute = now.toISOString().slice(0, 16).replace("T", " ");
	return [{
		path: "backlog/config.yml",
		text: config(project)
	}, {
		path: "backlog/tasks/task-1 - Follow-the-golden-thread.md",
		text: task(minute)
	}];
}
function config(project) {
	return `project_name: ${JSON.stringify(project)}
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
labels: []
task_prefix: "task"
`;
}
function task(minute) {
	return `---
id: TASK-1
title: Follow the golden thread
status: To Do
assignee: []
created_date: '${minute}'
labels: []
dependencies: []
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
Every commit of this repository names the task that authorises it.
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 A commit without a task is rejected
- [ ] #2 A commit that names an open task is accepted
<!-- AC:END -->
`;
}

// src/setup/scene.ts
/** A hook longer than this is no script that somebody wrote. */
const LONGEST_HOOK = 1048576;
/** Reads what `init` rests on; writes nothing. Throws `Fault("repository")` outside a work tree. */
async function survey(git) {
	const repo = await require_repository.openRepository(git);
	const root = require_repository.workTreeRoot(repo);
	const [hooksPath, origin, hooks] = await Promise.all([
		git.text([
			"config",
			"--type=path",
			"--get",
			"core.hooksPath"
		], { codes: [0, 1] }),
		git.text([
			"config",
			"--get",
			"remote.origin.url"
		], { codes: [0, 1] }),
		require_repository.gitPath(repo, "hooks")
	]);
	const policy = require_discover.POLICY_FILES.find((name) => textOf((0, node_path.join)(root, name)) !== null) ?? null;
	return {
		repo,
		root,
		tree: require_tree.workTree(root),
		policy,
		origin: origin === "" ? null : origin,
		hooksPath: hooksPath === "" ? null : hooksPath,
		hooks: hooksPath === "" ? hooks : (0, node_path.resolve)(root, hooksPath)
	};
}
/** Text of a small file, through a symlink too; null where there is none. */
function textOf(path) {
	const found = (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	if (found === void 0) return null;
	if (!found.isFile()) return "";
	return found.size > LONGEST_HOOK ? "" : (0, node_fs.readFileSync)(path, "utf8");
}
/** Whether git would run this file as a hook. */
function isProgram(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
/** `path` as seen from `folder`, with `/`; null where it lies outside. */
function inside(folder, path) {
	const way = (0, node_path.relative)(folder, path);
	return way === ".." || way.startsWith(`..${node_path.sep}`) || (0, node_path.isAbsolute)(way) ? null : way.split(node_path.sep).join("/");
}

// src/setup/hook-step.ts
const NAME = "commit-msg";
/** Beside a hook that was there before: our own, and the one that was moved. */
const OURS = `${NAME}.golden-thread`;
const BEFORE = `${NAME}.before-golden-thread`;
/** How every script of ours begins; whatever begins otherwise is somebody else's. */
const MARK = "#!/bin/sh\n# golden-thread: ";
/** git ignores a hook that is not executable, and so does this. */
const CHAIN = `${MARK}runs the hook that stood here before, then the gate.
before="\${0%/*}/${BEFORE}"
[ ! -x "$before" ] || "$before" "$@" || exit
exec "\${0%/*}/${OURS}" "$@"
`;
/** How the commit-msg hook comes to run: beside what exists, never instead of it. */
function hookSteps(scene, program) {
	const husky = huskyFolder(scene);
	if (husky !== null) return [huskyStep(scene, husky, program), ...wakeStep(scene)];
	const { hooksPath, hooks } = scene;
	if (hooksPath === null || inside(scene.repo.commonDir, hooks) !== null) return [nativeStep(hooks, program)];
	return [{
		code: "hook-by-hand",
		path: hooks,
		actions: [],
		line: callLine(scene, program)
	}];
}
/** husky 9 points git at `.husky/_`, husky 8 at `.husky`; the scripts that people edit lie in `.husky` for both. */
function huskyFolder({ root, hooks }) {
	const way = inside(root, hooks);
	return way === ".husky" || way === ".husky/_" ? (0, node_path.join)(root, ".husky") : null;
}
function huskyStep(scene, folder, program) {
	const path = (0, node_path.join)(folder, NAME);
	const before = textOf(path);
	if (before !== null && /golden-thread|hooks\/commit-msg/u.test(before)) return {
		code: "hook-kept",
		path,
		actions: []
	};
	const line = callLine(scene, program);
	const gap = before === null || before === "" || before.endsWith("\n") ? "" : "\n";
	const text = `${before ?? ""}${gap}${line}\n`;
	return {
		code: before === null ? "hook-written" : "hook-updated",
		path,
		actions: [{
			kind: before === null ? "write" : "replace",
			path,
			text,
			executable: true
		}]
	};
}
/** What husky 9 puts between git and the scripts is not committed: a new clone or work tree lacks it, and git runs nothing. */
function wakeStep({ root, hooks }) {
	const path = (0, node_path.join)(hooks, NAME);
	if (inside(root, hooks) !== ".husky/_" || isProgram(path)) return [];
	return [{
		code: "hook-asleep",
		path,
		actions: [],
		line: "npx husky"
	}];
}
/** One line that finds golden-thread on every machine: in the repository or its packages, else as an installed program. */
function callLine({ root }, { home }) {
	const way = inside(root, (0, node_path.join)(home, "hooks", NAME));
	return way === null ? `golden-thread-hook ${NAME} "$1"` : `./${way} "$1"`;
}
function nativeStep(folder, program) {
	const path = (0, node_path.join)(folder, NAME);
	const text = scriptFor(program);
	const found = textOf(path);
	if (found === null) return {
		code: "hook-written",
		path,
		actions: [write("write", path, text)]
	};
	if (found === CHAIN) return chainedStep(path, (0, node_path.join)(folder, OURS), text);
	if (found === text) return {
		code: "hook-kept",
		path,
		actions: []
	};
	if (found.startsWith(MARK)) return {
		code: "hook-updated",
		path,
		actions: [write("replace", path, text)]
	};
	const before = (0, node_path.join)(folder, BEFORE);
	if (textOf(before) !== null) return {
		code: "hook-by-hand",
		path,
		actions: [],
		line: `'${(0, node_path.join)(folder, OURS)}' "$@"`
	};
	return {
		code: "hook-chained",
		path,
		actions: [...[{
			kind: "move",
			from: path,
			to: before
		}, write("replace", (0, node_path.join)(folder, OURS), text)], write("write", path, CHAIN)]
	};
}
function chainedStep(path, ours, text) {
	if (textOf(ours) === text) return {
		code: "hook-kept",
		path,
		actions: []
	};
	return {
		code: "hook-updated",
		path,
		actions: [write("replace", ours, text)]
	};
}
function write(kind, path, text) {
	return {
		kind,
		path,
		text,
		executable: true
	};
}
/** Our script, told where its program is: a copy can't find it by its own place. */
function scriptFor({ script, home }) {
	const entry = (0, node_path.join)(home, "dist", "hook.cjs").replaceAll("'", "'\\''");
	return script.replace(/^entry=.*$/mu, () => `entry='${entry}'`);
}

// src/setup/policy-text.ts
/** Where an editor finds the schema when golden-thread is not among the repository's packages; held equal to package.json. */
const REPOSITORY = "https://github.com/golden-thread/golden-thread";
/** The first policy of a repository: short, commented, and the same law as without any file. */
function policyText(found) {
	return `# yaml-language-server: $schema=${found.schema ?? `${"https://github.com/golden-thread/golden-thread".replace("github.com", "raw.githubusercontent.com")}/v${"0.1.0"}/dist/schema/golden-thread.schema.json`}
# The law of this repository: what a commit must refer to. "golden-thread explain RULE" tells why a rule exists.
version: 1

# observe: everything only warns. standard: a commit needs an authorised ticket. strict: every default rule is enforced.
preset: standard

# Until this day what would fail is only shown. Take the next line in while a team gets used to it.
# enforce_from: 2027-01-15

# Where tickets are found. Tokens never stand here: they come from the environment.
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
function remotesText({ github, tasks }) {
	const lines = [...tasks ? ["  tasks: { kind: markdown }        # Backlog.md and toolkit folders of this repository"] : [], ...github === null ? [] : [`  github: { kind: github, repo: ${github} }`]];
	return lines.length === 0 ? "# remotes:\n#   tasks: { kind: markdown }\n" : `remotes:\n${lines.join("\n")}\n`;
}
/** `owner/repo` of a GitHub address in any of git's spellings; null for any other address. */
function githubRepo(origin) {
	return /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/(?:[^/@]*@)?|git:\/\/|[^/@]*@)?github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/u.exec(origin ?? "")?.[1] ?? null;
}

// src/setup/init.ts
/** What setting up a repository takes, in order. Reads only; asked again after `apply`, every step is kept. */
async function planInit(options) {
	const scene = await survey(require_run.openGit({
		cwd: options.cwd,
		env: options.env
	}));
	const backlogs = await require_dialects.findBacklogs(scene.tree);
	const steps = [
		policyStep(scene, options, backlogs.length > 0 || options.backlog),
		...hookSteps(scene, programAt(options.home)),
		...options.backlog ? [backlogStep(scene, options, backlogs[0]?.folder ?? null)] : []
	];
	return {
		root: scene.root,
		steps
	};
}
/** Does what a step says. Nothing that was there is lost: files are made anew or moved. Throws `Fault("storage")`. */
function apply(step) {
	for (const action of step.actions) try {
		act(action);
	} catch (cause) {
		const path = action.kind === "move" ? action.from : action.path;
		const found = cause instanceof Error ? cause.message : String(cause);
		throw new require_world.Fault("storage", `${path} could not be written.`, {
			found,
			cause
		});
	}
}
function act(action) {
	if (action.kind === "move") {
		if ((0, node_fs.existsSync)(action.to)) throw new Error(`${action.to} is there already`);
		(0, node_fs.renameSync)(action.from, action.to);
		return;
	}
	(0, node_fs.mkdirSync)((0, node_path.dirname)(action.path), { recursive: true });
	const file = action.kind === "replace" ? `${action.path}.new` : action.path;
	if (action.kind === "replace") (0, node_fs.rmSync)(file, { force: true });
	(0, node_fs.writeFileSync)(file, action.text, { flag: "wx" });
	if (action.executable) (0, node_fs.chmodSync)(file, 493);
	if (action.kind === "replace") (0, node_fs.renameSync)(file, action.path);
}
function policyStep(scene, { home }, tasks) {
	if (scene.policy !== null) return {
		code: "policy-kept",
		path: (0, node_path.join)(scene.root, scene.policy),
		actions: []
	};
	const path = (0, node_path.join)(scene.root, "golden-thread.yml");
	const schema = inside(scene.root, (0, node_path.join)(home, "dist", "schema", "golden-thread.schema.json"));
	const github = githubRepo(scene.origin);
	return {
		code: "policy-written",
		path,
		actions: [{
			kind: "write",
			path,
			text: policyText({
				github,
				tasks,
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
	const actions = backlogFiles((0, node_path.basename)(scene.root), now).map(({ path, text }) => {
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
function programAt(home) {
	const path = (0, node_path.join)(home, "hooks", "commit-msg");
	try {
		return {
			home,
			script: (0, node_fs.readFileSync)(path, "utf8")
		};
	} catch (cause) {
		throw new require_world.Fault("storage", "golden-thread's own hook script is missing: this installation is not whole.", {
			found: path,
			fix: "install golden-thread again",
			cause
		});
	}
}

exports.apply = apply;
exports.planInit = planInit;