"use strict";

const require_git = require("./git.js");
const require_yaml_text = require("./setup-yaml-text.js");
const require_setup_record = require("./store-setup-record.js");
const require_files = require("./setup-files.js");
const require_scene = require("./setup-scene.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/setup/unrecorded.ts
/** Hooks of ours that no record names: an older golden-thread wrote none, and a record can be lost. As the record would have them. */
function unrecorded(commonDir, folder, known) {
	const named = (name) => (0, node_path.relative)(commonDir, (0, node_path.join)(folder, name)).split(node_path.sep).join("/");
	const recorded = new Set(known.map((entry) => entry.kind === "moved" ? entry.from : entry.path));
	return require_yaml_text.CLIENT_HOOKS.flatMap((name) => {
		if (recorded.has(named(name)) || require_scene.textOf((0, node_path.join)(folder, name))?.startsWith("#!/bin/sh\n# golden-thread: ") !== true) return [];
		const before = `${name}.before-golden-thread`;
		const moved = {
			kind: "moved",
			from: named(name),
			to: named(before)
		};
		const wrote = [`${name}.golden-thread`, name].flatMap((file) => {
			const after = require_files.digestOfFile((0, node_path.join)(folder, file));
			return after === null ? [] : [{
				kind: "wrote",
				path: named(file),
				after,
				folders: [],
				part: null
			}];
		});
		return [...require_files.isThere((0, node_path.join)(folder, before)) ? [moved] : [], ...wrote];
	});
}

// src/setup/uninstall.ts
/** What it takes to have a repository as it was before `init`, the last thing first. Reads only. */
async function planUninstall(options) {
	const repo = await require_git.openRepository(require_git.openGit(options));
	const { root, commonDir } = repo;
	const known = require_setup_record.readSetupRecord(commonDir);
	const entries = [...known, ...unrecorded(commonDir, await require_git.gitPath(repo, "hooks"), known)];
	const vacated = /* @__PURE__ */ new Set();
	const steps = [...entries].reverse().map((entry) => {
		const step = stepBack(entry, commonDir, vacated);
		if (step.code === "removed" || step.code === "gone") vacated.add(step.path);
		return step;
	});
	return {
		root: root ?? commonDir,
		commonDir,
		steps
	};
}
/** Goes back, step by step; what could not be undone stays in the record. Throws `Fault("storage")`. */
function applyUninstall(commonDir, steps) {
	let entries = require_setup_record.readSetupRecord(commonDir);
	for (const step of steps) {
		try {
			goBack(step, commonDir);
		} catch (cause) {
			require_setup_record.writeSetupRecord(commonDir, entries);
			const found = cause instanceof Error ? cause.message : String(cause);
			throw new require_git.Fault("storage", `${step.path} could not be restored.`, {
				found,
				wanted: "a folder and a file that you may write to",
				fix: "golden-thread uninstall --yes",
				cause
			});
		}
		if (step.code === "left" && step.entry.kind === "moved") continue;
		const done = JSON.stringify(step.entry);
		entries = entries.filter((entry) => JSON.stringify(entry) !== done);
	}
	require_setup_record.writeSetupRecord(commonDir, entries);
}
function stepBack(entry, commonDir, vacated) {
	if (entry.kind === "moved") {
		const [from, to] = [(0, node_path.join)(commonDir, entry.from), (0, node_path.join)(commonDir, entry.to)];
		if (!require_files.isThere(to)) return {
			code: "gone",
			path: to,
			entry
		};
		const isFree = !require_files.isThere(from) || vacated.has(from);
		return {
			code: isFree ? "moved-back" : "left",
			path: isFree ? from : to,
			entry
		};
	}
	const path = (0, node_path.join)(commonDir, entry.path);
	if (!require_files.isThere(path)) return {
		code: "gone",
		path,
		entry
	};
	const isUntouched = require_files.digestOfFile(path) === entry.after;
	if (isUntouched && entry.kind === "wrote") return {
		code: "removed",
		path,
		text: null,
		entry
	};
	if (entry.kind === "edited" && entry.before !== null) {
		const before = Buffer.from(entry.before, "base64");
		if (isUntouched) return {
			code: "restored",
			path,
			text: before,
			entry
		};
		if (require_files.digestOfFile(path) === require_files.digestOf(before)) return {
			code: "gone",
			path,
			entry
		};
	}
	const rest = entry.part === null ? null : withoutPart(path, entry.part);
	return rest === null ? {
		code: "left",
		path,
		entry
	} : {
		code: "part-removed",
		path,
		text: Buffer.from(rest, "utf8"),
		entry
	};
}
function withoutPart(path, part) {
	if ((0, node_fs.lstatSync)(path).isFile() === false) return null;
	const text = (0, node_fs.readFileSync)(path, "utf8");
	if (part === "lefthook" || part === "pre-commit") return require_yaml_text.withoutMarked(text);
	const hook = require_yaml_text.CLIENT_HOOKS.find((name) => part === `husky:${name}`);
	return hook === void 0 ? null : require_yaml_text.withoutHusky(text, hook);
}
function goBack({ code, path, text, entry }, commonDir) {
	if (code === "left") return;
	if (entry.kind === "moved") {
		if (code === "moved-back") (0, node_fs.renameSync)((0, node_path.join)(commonDir, entry.to), path);
		return;
	}
	if (text === null || entry.kind === "wrote" && isBlank(text)) (0, node_fs.rmSync)(path);
	else if (text !== void 0) require_files.putInPlace(path, text, (0, node_fs.statSync)(path).mode & 4095);
	if (entry.kind === "wrote") for (const folder of [...entry.folders].reverse()) require_files.removeIfEmpty((0, node_path.join)(commonDir, folder));
}
/** A file that we made and that nobody else put anything into. */
function isBlank(text) {
	return text !== void 0 && Buffer.from(text).toString("utf8").trim() === "";
}

exports.applyUninstall = applyUninstall;
exports.planUninstall = planUninstall;