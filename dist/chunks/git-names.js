"use strict";

const require_object_id = require("./core-object-id.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/git/names.ts
/** Names that hosts and git give a default branch where nothing in the repository says another. */
const USUAL = ["main", "master"];
/**
* Short names of the branches that everybody starts from: what the remotes' HEADs point at, and in a bare repository its
* own HEAD. Where none is known: `init.defaultBranch` and the usual names. Sorted, without repetition.
*/
async function defaultBranches(repo) {
	const names = (await repo.git.text([
		"for-each-ref",
		"--format=%(refname) %(symref)",
		"refs/remotes/**/HEAD",
		"refs/remotes/*/HEAD"
	])).split("\n").flatMap(remoteHead);
	if (repo.bare) {
		const own = await repo.git.text([
			"symbolic-ref",
			"--quiet",
			"HEAD"
		], { codes: [0, 1] });
		if (own.startsWith("refs/heads/")) names.push(own.slice(11));
	}
	if (names.length === 0) {
		const configured = await repo.git.text([
			"config",
			"--get",
			"init.defaultBranch"
		], { codes: [0, 1] });
		names.push(...USUAL, ...configured === "" ? [] : [configured]);
	}
	return [...new Set(names)].sort();
}
/** `refs/remotes/R/HEAD refs/remotes/R/B` says B; a remote's name may hold slashes. */
function remoteHead(line) {
	const [ref = "", target = ""] = line.split(" ");
	const remote = ref.slice(0, -4);
	return remote !== "" && target.startsWith(remote) ? [target.slice(remote.length)] : [];
}
/** `alias:path` that only the user's `url.*.insteadOf` explains. A colon after one letter is a drive. */
const ALIAS = /^[A-Za-z][\w+-]+:(?!\/\/)[^\\]/;
/** URL of `origin`, or of the only remote, without credentials; null where there is none. */
async function originUrl(repo) {
	const { stdout } = await repo.git.run([
		"config",
		"-z",
		"--get-regexp",
		"^remote\\..*\\.url$"
	], { codes: [0, 1] });
	const urls = /* @__PURE__ */ new Map();
	for (const entry of stdout.toString("utf8").split("\0")) {
		const [key = "", ...value] = entry.split("\n");
		const remote = key.slice(7, -4);
		if (remote !== "" && !urls.has(remote)) urls.set(remote, value.join("\n"));
	}
	const remote = urls.has("origin") ? "origin" : urls.size === 1 ? [...urls.keys()][0] : void 0;
	const url = remote === void 0 ? void 0 : urls.get(remote);
	if (remote === void 0 || url === void 0 || url === "") return null;
	return withoutCredentials(ALIAS.test(url) ? await repo.git.text([
		"remote",
		"get-url",
		"--",
		remote
	]) : url);
}
function withoutCredentials(url) {
	return url.replace(/^(https?:\/\/)[^/@]*@/i, "$1");
}
/** Commits of a shallow clone whose parents were not fetched (gitrepository-layout, `shallow`). Empty in a whole clone. */
async function shallowEdge(repo) {
	const file = (0, node_path.join)(repo.commonDir, "shallow");
	if (!repo.shallow || !(0, node_fs.existsSync)(file)) return [];
	return (0, node_fs.readFileSync)(file, "latin1").split("\n").filter(require_object_id.isObjectId);
}

Object.defineProperty(exports, "defaultBranches", {
  enumerable: true,
  get: function () {
    return defaultBranches;
  }
});
Object.defineProperty(exports, "originUrl", {
  enumerable: true,
  get: function () {
    return originUrl;
  }
});
Object.defineProperty(exports, "shallowEdge", {
  enumerable: true,
  get: function () {
    return shallowEdge;
  }
});