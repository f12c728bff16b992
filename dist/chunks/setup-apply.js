"use strict";

const require_git = require("./git.js");
const require_setup_record = require("./store-setup-record.js");
const require_files = require("./setup-files.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/setup/noted.ts
/** The record with one more action, which is still to be done. What stood there before the first one stays what it was. */
function noted(entries, action, commonDir) {
	const named = (path) => (0, node_path.relative)(commonDir, path).split(node_path.sep).join("/");
	if (action.kind === "move") {
		const moved = {
			kind: "moved",
			from: named(action.from),
			to: named(action.to)
		};
		return entries.some((entry) => entry.kind === "moved" && entry.to === moved.to) ? entries : [...entries, moved];
	}
	const path = named(action.path);
	const after = require_files.digestOf(action.text);
	const known = entries.find((entry) => entry.kind !== "moved" && entry.path === path);
	const rest = entries.filter((entry) => entry !== known);
	if (action.kind === "edit") return [...rest, edited(action, {
		path,
		after,
		known
	})];
	const folders = [...known?.kind === "wrote" ? known.folders : [], ...require_files.missingFolders(action.path).map(named)];
	return [...rest, {
		kind: "wrote",
		path,
		after,
		folders: [...new Set(folders)],
		part: action.part ?? null
	}];
}
function edited({ path: file, part }, { path, after, known }) {
	if (known === void 0 || known.kind === "moved") return {
		kind: "edited",
		path,
		after,
		before: (0, node_fs.readFileSync)(file).toString("base64"),
		part
	};
	const isOurs = require_files.digestOfFile(file) === known.after;
	if (known.kind === "edited") return {
		...known,
		after,
		before: isOurs ? known.before : null
	};
	return isOurs ? {
		...known,
		after
	} : {
		kind: "edited",
		path,
		after,
		before: null,
		part
	};
}

// src/setup/apply.ts
/**
* Does what the steps say, all of it or nothing. What is going to be done is written down first, so that it can be undone
* even when the process is killed halfway. Throws `Fault("storage")`.
*/
function apply(commonDir, steps) {
	const actions = steps.flatMap((step) => step.actions);
	if (actions.length === 0) return;
	const known = require_setup_record.readSetupRecord(commonDir);
	require_setup_record.writeSetupRecord(commonDir, actions.reduce((entries, action) => noted(entries, action, commonDir), known));
	const backwards = [];
	for (const action of actions) try {
		perform(action, backwards);
	} catch (cause) {
		for (const back of backwards.reverse()) back();
		require_setup_record.writeSetupRecord(commonDir, known);
		throw notWritten(action, cause);
	}
}
/** Does one action, and notes how to take it back. */
function perform(action, backwards) {
	if (action.kind === "write") {
		const folders = require_files.missingFolders(action.path);
		backwards.push(() => [...folders].reverse().forEach(require_files.removeIfEmpty));
	}
	const back = inverse(action);
	require_files.act(action);
	backwards.push(back);
}
function inverse(action) {
	if (action.kind === "move") return () => (0, node_fs.renameSync)(action.to, action.from);
	const { kind, path } = action;
	if (kind === "write") return () => (0, node_fs.rmSync)(path, { force: true });
	const [bytes, mode] = [(0, node_fs.readFileSync)(path), (0, node_fs.statSync)(path).mode & 4095];
	return () => require_files.putInPlace(path, bytes, mode);
}
function notWritten(action, cause) {
	const path = action.kind === "move" ? action.from : action.path;
	const found = cause instanceof Error ? cause.message : String(cause);
	return new require_git.Fault("storage", `${path} could not be written, so nothing was changed.`, {
		found,
		wanted: "a folder and a file that you may write to",
		cause
	});
}

exports.apply = apply;