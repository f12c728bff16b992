"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_perform = require("./action-perform.js");

// src/action/api-tree.ts
/** Digits of an id by which people know a commit. */
const SHORT = 7;
/**
* The tree of a commit as the API tells it: one listing of everything, or one a folder where that is more than GitHub lists; contents when
* they are read. Null: GitHub has no such commit.
*/
async function apiTree({ octokit, home, blobs }, commit) {
	const [owner = "", repo = ""] = home.repository.split("/");
	const listed = (tree_sha, more = {}) => require_perform.askOctokit(`the files of ${commit}`, octokit.rest.git.getTree({
		owner,
		repo,
		tree_sha,
		...more
	}));
	const whole = await listed(commit, { recursive: "1" });
	if (whole === null) return null;
	const folders = whole.data.truncated ? null : foldersOf(whole.data.tree);
	const alone = require_core.remembered(async (oid) => {
		const told = await listed(oid);
		if (told === null || told.data.truncated) throw untold(commit, oid);
		return new Map(told.data.tree.flatMap((entry) => nodeOf(entry, entry.path ?? "")));
	});
	return require_git.walkedTree({
		label: commit.slice(0, SHORT),
		root: commit,
		folder: async ({ oid, path }) => folders === null ? alone(oid) : folders.get(path) ?? EMPTY,
		async file({ oid, path, limit }) {
			const bytes = await blobs(oid);
			if (bytes.length > limit) throw require_git.tooLarge(path, bytes.length, limit);
			return bytes;
		}
	});
}
/** A folder that is there is never taken for an empty one: the law may stand in it. */
function untold(commit, found) {
	return new require_git.Fault("unavailable", `GitHub does not tell all files of ${commit}.`, { found });
}
const EMPTY = /* @__PURE__ */ new Map();
/** Every folder of a listing, by its path. */
function foldersOf(entries) {
	const folders = /* @__PURE__ */ new Map([["", /* @__PURE__ */ new Map()]]);
	for (const entry of entries) {
		const path = entry.path ?? "";
		const end = path.lastIndexOf("/");
		const parent = path.slice(0, Math.max(0, end));
		const folder = folders.get(parent) ?? /* @__PURE__ */ new Map();
		folders.set(parent, folder);
		for (const [name, node] of nodeOf(entry, path.slice(end + 1))) folder.set(name, node);
	}
	return folders;
}
/** Names that no path can hold, and what is no entry of git's, come from no repository. */
function nodeOf({ mode = "", sha, size }, name) {
	if (name === "" || name.includes("/") || require_git.treePath(name) !== name) return [];
	const oid = sha ?? "";
	if (!/^\d{6}$/.test(mode) || !require_core.isObjectId(oid)) return [];
	return [[name, {
		name,
		mode,
		oid,
		...typeof size === "number" && mode !== "040000" ? { size } : {}
	}]];
}

exports.apiTree = apiTree;