"use strict";

const require_git = require("./git.js");
const require_yaml_text = require("./setup-yaml-text.js");
const require_scene = require("./setup-scene.js");
const require_hook_steps = require("./setup-hook-steps.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_child_process = require("node:child_process");

// src/setup/check-hooks.ts
const INIT = "golden-thread init --yes";
/** What git would run, by what `init` would still do here, and by the files themselves. */
function checkHooks(scene, steps) {
	const files = require_yaml_text.CLIENT_HOOKS.flatMap((name) => checkFile((0, node_path.join)(scene.hooks, name)));
	const named = new Set(files.map(({ path }) => path));
	return [...files, ...steps.filter(({ path }) => !named.has(path)).flatMap(checkStep)];
}
/** A script that git would pass by, or that no shell can read. */
function checkFile(path) {
	const text = require_scene.textOf(path);
	if (text === null) return [];
	const quoted = `'${path.replaceAll("'", `'\\''`)}'`;
	if (text.includes("\r\n")) return [{
		code: "hook-crlf",
		state: "fail",
		path,
		fix: text.replaceAll("\r", "").startsWith("#!/bin/sh\n# golden-thread: ") ? INIT : `tr -d '\\r' < ${quoted} > ${quoted}.lf && cat ${quoted}.lf > ${quoted} && rm ${quoted}.lf`
	}];
	return require_scene.isProgram(path) ? [] : [{
		code: "hook-not-executable",
		state: "fail",
		path,
		fix: `chmod +x ${quoted}`
	}];
}
function checkStep({ code, path, line }) {
	const fail = {
		state: "fail",
		path,
		fix: line ?? INIT
	};
	switch (code) {
		case "hook-kept": return [{
			code: "hook-runs",
			state: "ok",
			path
		}];
		case "manager-kept": return [{
			code: "manager-has-us",
			state: "ok",
			path
		}];
		case "hook-written": return [{
			...fail,
			code: "hook-missing"
		}];
		case "hook-chained": return [{
			...fail,
			code: "hook-foreign"
		}];
		case "hook-updated": return [{
			...fail,
			code: "hook-stale"
		}];
		case "hook-by-hand": return [{
			...fail,
			code: "hook-by-hand"
		}];
		case "hook-asleep": return [{
			...fail,
			code: "hook-asleep"
		}];
		case "hook-woken": return [{
			...fail,
			code: "tree-bare"
		}];
		case "manager-edited":
		case "manager-by-hand": return [{
			...fail,
			code: "manager-lacks-us"
		}];
		case "manager-install": return [{
			...fail,
			code: "manager-asleep"
		}];
		default: return [];
	}
}

// src/git/script.ts
/** A person's start-up file may wait for something that never comes. */
const LONGEST_MS = 2e4;
/** Runs a hook script as git would: by the shell, with this environment and no other, without input. */
function runScript(path, options) {
	return new Promise((resolve) => {
		const child = (0, node_child_process.spawn)("/bin/sh", [path], {
			...options,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			timeout: LONGEST_MS,
			windowsHide: true
		});
		const said = {
			stdout: "",
			stderr: ""
		};
		child.stdout.setEncoding("utf8").on("data", (text) => {
			said.stdout += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			said.stderr += text;
		});
		child.on("error", () => resolve(null));
		child.on("close", (code) => resolve(code === null ? null : {
			code,
			...said
		}));
	});
}

// src/setup/check-node.ts
/** package.json's `engines`; a test holds them equal. */
const OLDEST_NODE = "20.19.0";
/** What a program with windows gives git on macOS, and about what it gives elsewhere. */
const BARE_PATH = "/usr/bin:/bin:/usr/sbin:/sbin";
/** Tells which Node a hook has become. */
const PROBE = "console.log(JSON.stringify([process.versions.node, process.execPath]));";
/** Which Node the hooks find, in this terminal and in a program with windows: asked of the hook script itself. */
async function checkNode(options) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-doctor-"));
	try {
		const script = makeProbe(folder, options.home);
		const { HOME, XDG_CONFIG_HOME } = options.env;
		const bare = {
			PATH: BARE_PATH,
			HOME,
			XDG_CONFIG_HOME
		};
		const [here, there] = await Promise.all([findNode(script, folder, options.env), findNode(script, folder, bare)]);
		const fix = fixOf(options);
		return [answer("node-here", here, fix), answer("node-bare-path", there, fix)];
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function makeProbe(folder, home) {
	const path = (0, node_path.join)(folder, "hooks", "commit-msg");
	const probe = (0, node_path.join)(folder, "probe.cjs");
	(0, node_fs.mkdirSync)((0, node_path.dirname)(path));
	(0, node_fs.writeFileSync)(probe, PROBE);
	(0, node_fs.writeFileSync)(path, require_yaml_text.ownScript(home, "commit-msg").replace(/^entry=.*$/mu, () => `entry='${probe}'`));
	return path;
}
async function findNode(script, cwd, env) {
	const line = (await runScript(script, {
		cwd,
		env
	}))?.stdout.split("\n").find((one) => one.startsWith("["));
	if (line === void 0) return null;
	const [version, path] = JSON.parse(line);
	return typeof version === "string" && typeof path === "string" ? {
		version,
		path
	} : null;
}
/** The hook script reads this file where it finds no Node. */
function fixOf({ node, env }) {
	const folder = env.XDG_CONFIG_HOME === void 0 ? "~/.config/golden-thread" : `'${env.XDG_CONFIG_HOME}/golden-thread'`;
	return `mkdir -p ${folder} && echo "export GOLDEN_THREAD_NODE='${node}'" >> ${folder}/init.sh`;
}
function answer(code, node, fix) {
	const wanted = `Node ${OLDEST_NODE} or later`;
	const state = code === "node-here" ? "fail" : "note";
	if (node === null) return {
		code,
		state,
		found: "none",
		wanted,
		fix
	};
	const found = `Node ${node.version}, ${node.path}`;
	return isOlder(node.version, "20.19.0") ? {
		code,
		state,
		found,
		wanted,
		fix
	} : {
		code,
		state: "ok",
		found
	};
}
/** Whether one version of numbers and dots comes before another. */
function isOlder(version, than) {
	const [a, b] = [version, than].map((text) => text.split(".").map(Number));
	const at = b?.findIndex((part, index) => part !== (a?.[index] ?? 0)) ?? -1;
	return at !== -1 && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

// src/setup/check-place.ts
const OLDEST_GIT = "2.31";
/** Whether git is new enough. */
async function checkGit(git) {
	const found = /\d+\.\d+(?:\.\d+)?/u.exec(await git.text(["version"]))?.[0] ?? "0";
	const check = {
		code: "git-version",
		found: `git ${found}`
	};
	return isOlder(found, OLDEST_GIT) ? {
		...check,
		state: "fail",
		wanted: `git ${OLDEST_GIT} or later`,
		fix: "Install a newer git."
	} : {
		...check,
		state: "ok"
	};
}
/** Whether what a hook starts is there, and what it keeps can be kept. */
function checkPlace(scene, home, manager, env) {
	const program = (0, node_path.join)(home, "dist", "hook.cjs");
	return [
		(0, node_fs.existsSync)(program) && (0, node_fs.existsSync)((0, node_path.join)(home, "dist", "engine.js")) ? {
			code: "program",
			state: "ok",
			path: program
		} : {
			code: "program",
			state: "fail",
			path: program,
			fix: "npm install --save-dev golden-thread"
		},
		...onPath(scene, home, manager, env),
		...[scene.repo.commonDir, scene.hooks].filter((path) => (0, node_fs.existsSync)(path)).map(folder)
	];
}
/** Other tools start our program by its name where golden-thread is no package of the repository. */
function onPath(scene, home, manager, { PATH = "" }) {
	const command = require_yaml_text.hookCommand(scene, home, "commit-msg").split(" ")[0] ?? "";
	if (manager === "native" || command !== "golden-thread-hook") return [];
	const found = [...manager === "husky" ? [(0, node_path.join)(scene.root, "node_modules", ".bin")] : [], ...PATH.split(node_path.delimiter)].map((one) => (0, node_path.join)(one, command)).find((path) => require_scene.isProgram(path) || require_scene.isProgram(`${path}.cmd`));
	if (found !== void 0) return [{
		code: "program-on-path",
		state: "ok",
		path: found
	}];
	return [{
		code: "program-on-path",
		state: "fail",
		found: "not on PATH",
		wanted: command,
		fix: "npm install --global golden-thread"
	}];
}
function folder(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.W_OK);
		return {
			code: "git-folder",
			state: "ok",
			path
		};
	} catch {
		return {
			code: "git-folder",
			state: "note",
			path,
			found: "you may not write there",
			fix: `chmod -R u+w '${path.replaceAll("'", `'\\''`)}'`
		};
	}
}
/** Where `core.hooksPath` points, and whose setting it is: one of the whole machine hides this repository's own hooks. */
async function checkHooksPath(git, scene) {
	if (scene.hooksPath === null) return [];
	const scope = (await git.text([
		"config",
		"--show-scope",
		"--get",
		"core.hooksPath"
	], { codes: [0, 1] })).split("	")[0] ?? "";
	const check = {
		code: "hooks-path",
		path: scene.hooks,
		found: `${scope}: ${scene.hooksPath}`
	};
	if (scope === "local" || scope === "worktree") return [{
		...check,
		state: "ok"
	}];
	return [{
		...check,
		state: "note",
		fix: "git config --local core.hooksPath .git/hooks"
	}];
}
/** Variables by which a tool passes hooks by, in the shell that asks. */
function checkSwitches(env, manager) {
	return [
		[
			"HUSKY",
			"husky",
			/^0$/u
		],
		[
			"LEFTHOOK",
			"lefthook",
			/^(?:0|false)$/u
		],
		[
			"LEFTHOOK_EXCLUDE",
			"lefthook",
			/(?:^|,)golden-thread(?:,|$)/u
		],
		[
			"SKIP",
			"pre-commit",
			/(?:^|,)golden-thread-/u
		]
	].filter(([name, tool, pattern]) => tool === manager && pattern.test(env[name] ?? "")).map(([name]) => ({
		code: "switched-off",
		state: "fail",
		found: `${name}=${env[name]}`,
		fix: `unset ${name}`
	}));
}

// src/setup/doctor.ts
/** Looks at everything that a hook needs to run; changes nothing. Throws `Fault("repository")` outside a work tree. */
async function examine(options) {
	const { env, home } = options;
	const git = require_git.openGit({
		cwd: options.cwd,
		env
	});
	const version = await checkGit(git);
	if (version.state === "fail") return {
		root: options.cwd,
		manager: "native",
		checks: [version]
	};
	const scene = await require_scene.survey(git);
	const manager = require_hook_steps.managerOf(scene);
	const [nodes, hooksPath] = await Promise.all([checkNode(options), checkHooksPath(git, scene)]);
	const checks = [
		version,
		...nodes,
		...checkPlace(scene, home, manager, env),
		...hooksPath,
		...checkHooks(scene, require_hook_steps.hookSteps(scene, home, null)),
		...checkSwitches(env, manager)
	];
	return {
		root: scene.root,
		manager,
		checks
	};
}

exports.examine = examine;