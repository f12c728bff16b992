"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_opening = require("./opening.js");
const require_rules = require("./rules.js");
const require_store = require("./store.js");

// src/gate/law.ts
var law_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	isRaised: () => isRaised,
	lawFor: () => lawFor,
	lawInFiles: () => lawInFiles,
	openPolicy: () => openPolicy,
	waiversOf: () => waiversOf,
	watchedPaths: () => watchedPaths
});
/** A law that was compiled before is used as long as nothing that it came from was touched; one that is raised never. */
async function lawFor(repo, tree, options, { env, now }) {
	const { base, assume, overrides, policyFile, builtIn = false } = options;
	if (base !== null || assume !== void 0 || policyFile !== void 0 || builtIn || isRaised(overrides)) return readLaw(repo, tree, options, now());
	const { place } = options;
	const kept = require_store.placeLaw({
		repo,
		place,
		env
	});
	if (kept !== null) return kept;
	const began = require_store.lawClock(repo, place);
	const law = await readLaw(repo, tree, options, now());
	await require_store.keepPlaceLaw({
		repo,
		env
	}, law, await watchedPaths(tree, law), began);
	return law;
}
/** Whether a door wants more of the law than the policy does. */
function isRaised(overrides) {
	if (overrides === void 0) return false;
	const { preset, rules: levels = {}, unknown } = overrides;
	return preset !== void 0 || unknown !== void 0 || Object.keys(levels).length > 0;
}
/** Every file that the law and the task folders are found by, and the folders whose names count; root-relative. */
async function watchedPaths(tree, law) {
	const [{ findBacklogs }, { POLICY_FILES }] = await Promise.all([Promise.resolve().then(() => require("./tasks-dialects.js")).then((n) => n.dialects_exports), Promise.resolve().then(() => require("./policy-discover.js")).then((n) => n.discover_exports)]);
	const recorded = require_store.recordTree(tree);
	const folders = (await findBacklogs(recorded)).flatMap((backlog) => backlog.folders.map(({ path }) => path));
	const paths = [
		...POLICY_FILES,
		...law.sources,
		law.waivers.file,
		...recorded.asked(),
		...folders
	];
	return [...new Set(paths)].sort();
}
async function readLaw(repo, tree, options, now) {
	const { loadPolicy } = await Promise.resolve().then(() => require("./policy-load.js"));
	return loadPolicy(await policyInput(repo, tree, options, now));
}
/** Reads policy and waivers of any tree, whatever a door wishes beside them. */
async function lawInFiles(repo, tree, options, now) {
	const { place, home, policyFile } = options;
	const files = {
		place,
		...home ? { home } : {},
		...policyFile === void 0 ? {} : { policyFile }
	};
	try {
		return {
			law: await readLaw(repo, tree, files, now),
			problems: []
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "policy") throw thrown;
		const { message, found, wanted, problems } = thrown;
		if (problems.length > 0) return {
			law: null,
			problems
		};
		const facts = {
			...found === void 0 ? {} : { found },
			...wanted === void 0 ? {} : { wanted }
		};
		return {
			law: null,
			problems: [{
				file: policyFile ?? "",
				line: 1,
				column: 1,
				key: "",
				message,
				...facts
			}]
		};
	}
}
/** All that the policy of a trusted tree is made from, for doors that explain it rather than judge by it. */
async function openPolicy(world, options) {
	const repo = await require_opening.startOpening(world, null).repo;
	return {
		input: await policyInput(repo, repo.root === null ? await require_git.commitTree(repo, "HEAD") : require_git.workTree(repo.root), options, world.now()),
		root: repo.root
	};
}
async function policyInput(repo, tree, { place, overrides, assume, home, policyFile, builtIn = false }, now) {
	const [{ openTasks }, origin] = await Promise.all([Promise.resolve().then(() => require("./tasks-store.js")), require_git.originUrl(repo)]);
	const found = await openTasks(tree);
	const detected = {
		originUrl: origin,
		home: home ?? null,
		tasks: found.backlogs.length === 0 ? null : { prefixes: found.prefixes }
	};
	const more = {
		...overrides ? { overrides } : {},
		...assume ? { assume } : {},
		...builtIn ? { file: null } : policyFile === void 0 ? {} : { file: policyFile }
	};
	return {
		tree,
		place,
		detected,
		rules: require_rules.rules,
		today: dayOf(now),
		...more
	};
}
/** The waivers of the trusted tree; what reads them is loaded only where there is such a file. */
async function waiversOf(tree, law, now) {
	if (await tree.read(law.waivers.file) === null) return [];
	const [{ readWaivers }, { policyFault }] = await Promise.all([Promise.resolve().then(() => require("./policy-waivers.js")), Promise.resolve().then(() => require("./policy-load.js"))]);
	const { waivers, problems } = await readWaivers(tree, {
		law,
		rules: require_rules.rules,
		today: dayOf(now)
	});
	if (problems.length > 0) throw policyFault(problems);
	return waivers;
}
function dayOf(now) {
	return now.toISOString().slice(0, 10);
}

Object.defineProperty(exports, "isRaised", {
  enumerable: true,
  get: function () {
    return isRaised;
  }
});
Object.defineProperty(exports, "lawFor", {
  enumerable: true,
  get: function () {
    return lawFor;
  }
});
Object.defineProperty(exports, "lawInFiles", {
  enumerable: true,
  get: function () {
    return lawInFiles;
  }
});
Object.defineProperty(exports, "law_exports", {
  enumerable: true,
  get: function () {
    return law_exports;
  }
});
Object.defineProperty(exports, "waiversOf", {
  enumerable: true,
  get: function () {
    return waiversOf;
  }
});
Object.defineProperty(exports, "watchedPaths", {
  enumerable: true,
  get: function () {
    return watchedPaths;
  }
});