"use strict";

const require_yaml_text = require("./setup-yaml-text.js");
const require_yaml = require("./yaml.js");
const require_scene = require("./setup-scene.js");
let node_path = require("node:path");

// src/setup/lefthook.ts
var import_dist = require_yaml.require_dist();
/** The files that lefthook reads and we can edit; it takes the first. */
const FILES = [
	"lefthook.yml",
	".lefthook.yml",
	"lefthook.yaml",
	".lefthook.yaml",
	".config/lefthook.yml"
];
/** Its other languages, which we leave to people. */
const OTHERS = [
	"lefthook.toml",
	".lefthook.toml",
	"lefthook.json",
	".lefthook.json",
	"lefthook.jsonc"
];
const NAME = "golden-thread";
/** The configuration of lefthook in a work tree, root-relative, or null. */
function lefthookFile(root) {
	return [...FILES, ...OTHERS].find((name) => require_scene.textOf((0, node_path.join)(root, name)) !== null) ?? null;
}
/** One job for each hook in lefthook's configuration. */
function lefthookHooks(scene, home) {
	const name = lefthookFile(scene.root) ?? "lefthook.yml";
	const path = (0, node_path.join)(scene.root, name);
	const jobs = require_yaml_text.CLIENT_HOOKS.map((hook) => [hook, jobText(scene, home, hook)]);
	const before = FILES.includes(name) ? require_scene.editable(path) : null;
	const text = before === null ? null : withJobs(before, jobs);
	const line = jobs.map(([hook, job]) => `${hook}:\n  jobs:\n${indented(job)}`).join("");
	return [text === null ? {
		code: "manager-by-hand",
		path,
		actions: [],
		line
	} : text === before ? {
		code: "manager-kept",
		path,
		actions: []
	} : {
		code: "manager-edited",
		path,
		actions: [require_scene.textOf(path) === null ? {
			kind: "write",
			path,
			text,
			executable: false,
			part: "lefthook"
		} : {
			kind: "edit",
			path,
			text,
			part: "lefthook"
		}]
	}, ...installStep$1(scene)];
}
/** What lefthook puts into the hooks folder is made by itself; without it git runs nothing. */
function installStep$1({ hooks }) {
	return require_yaml_text.CLIENT_HOOKS.every((name) => {
		const path = (0, node_path.join)(hooks, name);
		return require_scene.isProgram(path) && /lefthook/u.test(require_scene.textOf(path) ?? "");
	}) ? [] : [{
		code: "manager-install",
		path: hooks,
		actions: [],
		line: "lefthook install"
	}];
}
function withJobs(before, jobs) {
	let text = before;
	for (const [hook, job] of jobs) {
		const document = require_yaml_text.readYaml(text);
		if (document === null) return null;
		if (!document.has(hook)) {
			text = require_yaml_text.insertLines(text, text.length, require_yaml_text.marked(`${hook}:\n  jobs:\n${indented(job)}`));
			continue;
		}
		if (require_yaml_text.listAt(document, [hook, "jobs"])?.items.some(isOurs$1)) continue;
		text = require_yaml_text.withItem(text, [hook, "jobs"], job);
		if (text === null) return null;
	}
	return text;
}
function indented(text) {
	return text.replace(/^(?=.)/gmu, "    ");
}
function isOurs$1(node) {
	return (0, import_dist.isMap)(node) && node.get("name") === NAME;
}
/** lefthook puts `{1}` into the line as it is, spaces and all, and leaves `{2}` standing where git gave no second argument. */
function jobText(scene, home, hook) {
	const command = require_yaml_text.hookCommand(scene, home, hook);
	const run = {
		"commit-msg": `${command} '{1}'`,
		"prepare-commit-msg": `source='{2}'; ${command} '{1}' "\${source##[{]*}"`,
		"pre-commit": command,
		"pre-push": `${command} '{1}' '{2}'`
	}[hook];
	return `${[...[
		`- name: ${NAME}`,
		"  run: >-",
		`    ${run}`
	], ...hook === "pre-push" ? ["  use_stdin: true"] : []].join("\n")}\n`;
}

// src/setup/native-hooks.ts
/** Copies of our scripts in git's own hooks folder, each beside the hook that was there before: it runs first. */
function nativeHooks(scene, home) {
	return require_yaml_text.CLIENT_HOOKS.map((name) => nativeHook(scene.hooks, name, require_yaml_text.scriptFor(scene, home, name)));
}
function nativeHook(folder, name, text) {
	const path = (0, node_path.join)(folder, name);
	const ours = (0, node_path.join)(folder, `${name}.golden-thread`);
	const before = (0, node_path.join)(folder, `${name}.before-golden-thread`);
	const found = require_scene.textOf(path);
	if (found === null && require_scene.textOf(before) !== null) return {
		code: "hook-chained",
		path,
		actions: [write(require_scene.textOf(ours) === null ? "write" : "replace", ours, text), write("write", path, require_yaml_text.chainText(name))]
	};
	if (found === null) return {
		code: "hook-written",
		path,
		actions: [write("write", path, text)]
	};
	if (found === text && require_scene.isProgram(path)) return {
		code: "hook-kept",
		path,
		actions: []
	};
	if (found.replaceAll("\r", "").startsWith("#!/bin/sh\n# golden-thread: ")) return ownHook(path, ours, before, {
		found,
		text,
		chain: require_yaml_text.chainText(name)
	});
	if (require_scene.textOf(before) !== null || require_scene.textOf(ours) !== null) return {
		code: "hook-by-hand",
		path,
		actions: [],
		line: `'${ours}' "$@"`
	};
	return {
		code: "hook-chained",
		path,
		actions: [
			{
				kind: "move",
				from: path,
				to: before
			},
			write("write", ours, text),
			write("write", path, require_yaml_text.chainText(name))
		]
	};
}
/** A hook of ours, from this version or an older one: alone, or with the one that was there before behind it. */
function ownHook(path, ours, before, { found, text, chain }) {
	if (require_scene.textOf(before) === null) return {
		code: "hook-updated",
		path,
		actions: [write("replace", path, text)]
	};
	const actions = [...require_scene.textOf(ours) === text && require_scene.isProgram(ours) ? [] : [write("replace", ours, text)], ...found === chain && require_scene.isProgram(path) ? [] : [write("replace", path, chain)]];
	return {
		code: actions.length === 0 ? "hook-kept" : "hook-updated",
		path,
		actions
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

// src/setup/pre-commit.ts
const FILE = ".pre-commit-config.yaml";
const TYPES = "default_install_hook_types";
const STAGES = "default_stages";
/** Whether the work tree is managed by pre-commit. */
function hasPreCommit(root) {
	return require_scene.textOf((0, node_path.join)(root, FILE)) !== null;
}
/** Our hooks as a local repository in pre-commit's configuration. */
function preCommitHooks(scene, home) {
	const path = (0, node_path.join)(scene.root, FILE);
	const before = require_scene.editable(path);
	return [configStep(scene, home, {
		path,
		before,
		text: before === null ? null : withHooks(scene, home, before)
	}), ...installStep(scene)];
}
function configStep(scene, home, file) {
	const { path, before, text } = file;
	if (text === null) return {
		code: "manager-by-hand",
		path,
		actions: [],
		line: withHooks(scene, home, "") ?? ""
	};
	if (text === before) return {
		code: "manager-kept",
		path,
		actions: []
	};
	const part = "pre-commit";
	return {
		code: "manager-edited",
		path,
		actions: [require_scene.textOf(path) === null ? {
			kind: "write",
			path,
			text,
			executable: false,
			part
		} : {
			kind: "edit",
			path,
			text,
			part
		}]
	};
}
/** pre-commit writes its own scripts into the hooks folder, one for each type. */
function installStep({ hooks }) {
	const missing = require_yaml_text.CLIENT_HOOKS.filter((name) => !isPreCommits(hooks, name));
	if (missing.length === 0) return [];
	return [{
		code: "manager-install",
		path: hooks,
		actions: [],
		line: `pre-commit install ${missing.map((name) => `--hook-type ${name}`).join(" ")}`
	}];
}
function isPreCommits(hooks, name) {
	const path = (0, node_path.join)(hooks, name);
	return require_scene.isProgram(path) && /File generated by pre-commit/u.test(require_scene.textOf(path) ?? "");
}
function withHooks(scene, home, before) {
	const document = require_yaml_text.readYaml(before);
	if (document === null) return null;
	if (document.contents === null) return `repos:\n${item(scene, home)}`;
	if (require_yaml_text.listAt(document, ["repos"])?.items.some(isOurs)) return before;
	const text = require_yaml_text.withItem(before, ["repos"], item(scene, home));
	return text === null ? null : withKeys(text, keys(document, scene));
}
/** Above the first key, below what the file says of itself. */
function withKeys(text, lines) {
	const contents = require_yaml_text.readYaml(text)?.contents;
	const first = (0, import_dist.isMap)(contents) ? contents.items[0]?.key : null;
	const start = (0, import_dist.isNode)(first) ? first.range?.[0] ?? 0 : 0;
	return lines === "" ? text : require_yaml_text.insertLines(text, start, require_yaml_text.marked(lines));
}
/**
* The types that are installed without being named, and the stages of hooks that name none: they would begin to run at
* every type that is installed for ours.
*/
function keys(document, { hooks }) {
	const told = document.get(TYPES);
	const named = (0, import_dist.isSeq)(told) ? told.items.map(String) : ["pre-commit"];
	const installed = require_yaml_text.CLIENT_HOOKS.filter((name) => isPreCommits(hooks, name));
	const stages = [.../* @__PURE__ */ new Set([...named, ...installed])].join(", ");
	return [...document.has(TYPES) ? [] : [`${TYPES}: [${require_yaml_text.CLIENT_HOOKS.join(", ")}]\n`], ...document.has(STAGES) ? [] : [`${STAGES}: [${stages}]\n`]].join("");
}
function isOurs(node) {
	if (!(0, import_dist.isMap)(node)) return false;
	const hooks = node.get("hooks");
	return (0, import_dist.isSeq)(hooks) && hooks.items.some((hook) => (0, import_dist.isMap)(hook) && /^golden-thread-/u.test(String(hook.get("id"))));
}
/** Our local repository as an item of the list `repos`. */
function item(scene, home) {
	const hooks = require_yaml_text.CLIENT_HOOKS.map((name) => entry(scene, home, name));
	return (0, import_dist.stringify)([{
		repo: "local",
		hooks
	}], { lineWidth: 0 });
}
function entry(scene, home, name) {
	const base = {
		id: `golden-thread-${name}`,
		name: `golden-thread ${name}`,
		entry: require_yaml_text.hookCommand(scene, home, name)
	};
	const takesFile = name === "commit-msg" || name === "prepare-commit-msg";
	return {
		...base,
		language: "system",
		stages: [name],
		always_run: true,
		...takesFile ? {} : { pass_filenames: false }
	};
}

// src/setup/hook-steps.ts
/** Who runs the hooks of a repository. */
const MANAGERS = [
	"husky",
	"lefthook",
	"pre-commit",
	"native"
];
/** How the hooks come to run: beside what exists, never instead of it. `asked`: what the user named, null to detect it. */
function hookSteps(scene, home, asked) {
	switch (asked ?? managerOf(scene)) {
		case "husky": return require_yaml_text.huskyHooks(scene, home);
		case "lefthook": return lefthookHooks(scene, home);
		case "pre-commit": return preCommitHooks(scene, home);
		case "native": return mayWrite(scene, asked) ? nativeHooks(scene, home) : byHand(scene, home);
	}
}
/** husky 9 points git at `.husky/_`, husky 8 at `.husky`; before it was run, package.json tells. */
function managerOf(scene) {
	const { root, hooks, hooksPath } = scene;
	const way = require_scene.inside(root, hooks);
	if (way === ".husky" || way === ".husky/_") return "husky";
	if (hooksPath !== null || hasOurs(scene)) return "native";
	if (lefthookFile(root) !== null) return "lefthook";
	if (hasPreCommit(root)) return "pre-commit";
	return namesHusky(require_scene.textOf((0, node_path.join)(root, "package.json")) ?? "") && require_scene.textOf((0, node_path.join)(root, ".husky")) !== null ? "husky" : "native";
}
/** Whether scripts of ours stand in the hooks folder. */
function hasOurs({ hooks }) {
	return require_yaml_text.CLIENT_HOOKS.some((name) => require_scene.textOf((0, node_path.join)(hooks, name))?.startsWith(require_yaml_text.MARK));
}
function namesHusky(manifest) {
	return /"husky"\s*:/u.test(manifest);
}
/** The repository's own folder; another one that a team or a whole machine shares only inside the work tree, and only when it was asked for. */
function mayWrite(scene, asked) {
	const { repo, root, hooksPath, realHooks } = scene;
	if (require_scene.inside(repo.commonDir, realHooks) !== null) return true;
	return (asked === "native" || hasOurs(scene)) && (hooksPath === null || require_scene.inside(root, realHooks) !== null);
}
function byHand(scene, home) {
	return require_yaml_text.CLIENT_HOOKS.map((name) => {
		const path = (0, node_path.join)(scene.hooks, name);
		const text = require_scene.textOf(path);
		if (text !== null && require_yaml_text.callsGate(text, name) && require_scene.isProgram(path)) return {
			code: "hook-kept",
			path,
			actions: []
		};
		return {
			code: "hook-by-hand",
			path,
			actions: [],
			line: `${require_yaml_text.hookCommand(scene, home, name)} "$@"`
		};
	});
}

exports.MANAGERS = MANAGERS;
exports.hookSteps = hookSteps;
exports.managerOf = managerOf;