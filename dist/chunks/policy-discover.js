"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_read_source = require("./policy-read-source.js");

// src/policy/discover.ts
var discover_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	POLICY_FILES: () => POLICY_FILES,
	findPolicy: () => findPolicy,
	namedPolicy: () => namedPolicy
});
/** The names that a policy may have; one of them at a time. */
const POLICY_FILES = [
	"golden-thread.yml",
	"golden-thread.yaml",
	"golden-thread.json",
	".golden-thread.yml",
	".golden-thread.yaml",
	".golden-thread.json"
];
/**
* The policy's file in the root of a tree, null where there is none. Throws `Fault("policy")` for two at once, and for
* one that is no regular file: a link or folder of that name must not pass for an absent policy.
*/
async function findPolicy(tree) {
	const entries = (await tree.list("")).filter((entry) => POLICY_FILES.some((name) => name === entry.path));
	const names = entries.map((entry) => entry.path);
	const [first] = entries;
	if (first === void 0) return null;
	if (entries.length > 1) throw unusable(names, "Two policies stand side by side.", names.join(" and "), "one of them");
	if (!first.mode.startsWith("100")) throw unusable(names, "The policy is not a regular file.", require_read_source.kindOf(first.mode), "a regular file");
	return first.path;
}
/**
* The policy's file where somebody names one. Throws `Fault("policy")` where that is not there, and where the tree has another in one of the
* usual places: whoever names a file may not be rid of the law by it.
*/
async function namedPolicy(tree, name) {
	const usual = await findPolicy(tree);
	if (usual !== null && usual !== name) throw new require_git.Fault("policy", "The policy that is named is not the one that counts here.", {
		found: name,
		wanted: `${usual}, or none of that name in the repository's root`,
		fix: "name no policy"
	});
	const entry = (await tree.list(name.slice(0, Math.max(0, name.lastIndexOf("/"))))).find(({ path }) => path === name);
	if (entry === void 0) throw new require_git.Fault("policy", `${tree.label} has no such policy.`, {
		found: name,
		wanted: "a file of the base"
	});
	if (!entry.mode.startsWith("100")) throw unusable([name], "The policy is not a regular file.", require_read_source.kindOf(entry.mode), "a regular file");
	return name;
}
function unusable(names, message, found, wanted) {
	const problem = (file) => ({
		file,
		line: 1,
		column: 1,
		key: "",
		message,
		found,
		wanted
	});
	const problems = names.map(problem);
	return new require_git.Fault("policy", message, {
		found,
		wanted,
		fix: `ls -ld ${names.join(" ")}`,
		problems
	});
}

Object.defineProperty(exports, "POLICY_FILES", {
  enumerable: true,
  get: function () {
    return POLICY_FILES;
  }
});
Object.defineProperty(exports, "discover_exports", {
  enumerable: true,
  get: function () {
    return discover_exports;
  }
});
Object.defineProperty(exports, "findPolicy", {
  enumerable: true,
  get: function () {
    return findPolicy;
  }
});
Object.defineProperty(exports, "namedPolicy", {
  enumerable: true,
  get: function () {
    return namedPolicy;
  }
});