"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_world = require("./world.js");
const require_json = require("./policy-json.js");
const require_read_source = require("./policy-read-source.js");

// src/policy/digest.ts
/** Hex sha256 of bytes or UTF-8 text. */
async function sha256(data) {
	const { createHash } = await Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require("node:crypto"), 1));
	return createHash("sha256").update(data).digest("hex");
}
/** Hex sha256 of the canonical JSON of a value. */
async function digestOf(value) {
	return sha256(require_json.canonical(value));
}

// src/policy/discover.ts
var discover_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	POLICY_FILES: () => POLICY_FILES,
	findPolicy: () => findPolicy,
	sourcesOf: () => sourcesOf
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
	if (entries.length > 1) throw unusable(names, "Two policies stand side by side.", `one of them; found ${names.join(" and ")}`);
	if (!first.mode.startsWith("100")) throw unusable(names, "The policy is not a regular file.", "a regular file");
	return first.path;
}
function unusable(names, message, wanted) {
	const problem = (file) => ({
		file,
		line: 1,
		column: 1,
		key: "",
		message,
		wanted
	});
	return new require_world.Fault("policy", message, {
		found: names.join(", "),
		wanted,
		problems: names.map(problem)
	});
}
/**
* What decides whether a compiled law still holds, without reading any of it: the policy's file and the `known` sources
* of that law (`Law.sources`, waivers), with digests. Throws like `findPolicy`.
*/
async function sourcesOf(tree, known = []) {
	const file = await findPolicy(tree);
	const paths = [.../* @__PURE__ */ new Set([...file === null ? [] : [file], ...known])].sort();
	const digests = [];
	for (const path of paths) {
		const { bytes } = await require_read_source.readSource(tree, path);
		digests.push({
			path,
			digest: bytes === null ? null : await sha256(bytes)
		});
	}
	return digests;
}

Object.defineProperty(exports, "POLICY_FILES", {
  enumerable: true,
  get: function () {
    return POLICY_FILES;
  }
});
Object.defineProperty(exports, "digestOf", {
  enumerable: true,
  get: function () {
    return digestOf;
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