"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_fault = require("./core-fault.js");
const require_names = require("./git-names.js");
const require_tree = require("./git-tree.js");
const require_opening = require("./opening.js");
const require_rules = require("./rules.js");
const require_build = require("./core-build.js");
const require_atomic = require("./store-atomic.js");
const require_compiled = require("./store-compiled.js");
const require_fingerprint = require("./store-fingerprint.js");
const require_repository = require("./git-repository.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/current.ts
/** Everything that the law and the list of tickets were read from in this work tree is as it was. */
function isCurrent({ env: known, configs, sources, ways, ...made }, tree, env) {
	const { root } = tree;
	return made.root === root && made.gitDir === tree.gitDir && require_compiled.CONFIG_VARIABLES.every((name) => known[name] === (env[name] ?? null)) && areSame(configs, (path) => require_fingerprint.followedPrint(path)) && areSame(sources, (path) => require_fingerprint.printOf(`${root}/${path}`)) && areSame(ways, (path) => require_fingerprint.placePrint(`${root}/${path}`));
}
function areSame(prints, take) {
	return prints.every(([path, print]) => take(path) === print);
}

// src/store/git-config.ts
/** Reads git's configuration in force (git-config(1), FILES and INCLUDES) with two or three children of git. */
async function configState(repo, env) {
	const { stdout } = await repo.git.run([
		"config",
		"--list",
		"--show-origin",
		"-z"
	]);
	const entries = entriesOf(stdout.toString("utf8"), repo.git.cwd);
	const included = entries.filter(({ key }) => isInclude(key));
	const system = await systemFile(repo);
	const files = [
		"/etc/gitconfig",
		...system === null ? [] : [system],
		...userFiles(env),
		(0, node_path.join)(repo.commonDir, "config"),
		(0, node_path.join)(repo.gitDir, "config.worktree"),
		...entries.flatMap(({ file }) => file ?? []),
		...included.flatMap((entry) => includedFile(entry, env) ?? [])
	];
	const slow = slowInclude(included, env) ?? slowMessage(entries);
	return {
		files: [...new Set(files)],
		comment: last(entries, "core.commentchar") ?? "#",
		slow
	};
}
/** `ORIGIN NUL KEY LF VALUE NUL`; a key that stands without a value means true. */
function entriesOf(listing, cwd) {
	const parts = listing.split("\0");
	const entries = [];
	for (let index = 0; index + 1 < parts.length; index += 2) {
		const [origin = "", text = ""] = parts.slice(index, index + 2);
		const end = text.indexOf("\n");
		entries.push({
			file: origin.startsWith("file:") ? (0, node_path.resolve)(cwd, origin.slice(5)) : null,
			key: end < 0 ? text : text.slice(0, end),
			value: end < 0 ? "true" : text.slice(end + 1)
		});
	}
	return entries;
}
function userFiles({ HOME, XDG_CONFIG_HOME }) {
	const xdg = XDG_CONFIG_HOME || (HOME === void 0 ? void 0 : (0, node_path.join)(HOME, ".config"));
	return [...HOME === void 0 ? [] : [(0, node_path.join)(HOME, ".gitconfig")], ...xdg === void 0 ? [] : [(0, node_path.join)(xdg, "git", "config")]];
}
/** Its place was decided when git was built. Older gits name it only when they miss it. */
async function systemFile({ git }) {
	const codes = [
		0,
		1,
		128,
		129
	];
	const told = await git.run(["var", "GIT_CONFIG_SYSTEM"], { codes });
	const path = told.stdout.toString("utf8").trim();
	if (told.code === 0 && path !== "") return path;
	const missed = await git.run([
		"config",
		"--system",
		"--list"
	], { codes });
	return /config file '([^']+)'/.exec(missed.stderr)?.[1] ?? null;
}
function isInclude(key) {
	return key === "include.path" || key.startsWith("includeif.") && key.endsWith(".path");
}
/** The file that an include names; null where only git can tell. */
function includedFile({ file, value }, { HOME }) {
	if (value.startsWith("~/")) return HOME === void 0 ? null : (0, node_path.join)(HOME, value.slice(2));
	if (value.startsWith("~") || value.startsWith("%(") || file === null) return null;
	return (0, node_path.resolve)((0, node_path.dirname)(file), value);
}
function slowInclude(included, env) {
	if (included.some(({ key }) => key.startsWith("includeif.onbranch:"))) return "configuration by branch";
	return included.some((entry) => includedFile(entry, env) === null) ? "an included configuration file" : null;
}
/** Settings under which the stored message is not one of the few texts that the fast path looks at. */
function slowMessage(entries) {
	const comment = last(entries, "core.commentchar") ?? "#";
	if (comment === "auto" || comment === "" || /^[A-Za-z0-9\s]/.test(comment)) return "core.commentChar";
	if ((last(entries, "core.commentstring") ?? comment) !== comment) return "core.commentString";
	if (last(entries, "commit.cleanup") === "verbatim") return "commit.cleanup";
	const encoding = last(entries, "i18n.commitencoding") ?? "utf-8";
	return /^utf-?8$/i.test(encoding) ? null : "i18n.commitEncoding";
}
function last(entries, key) {
	return entries.findLast((entry) => entry.key === key)?.value ?? null;
}

// src/store/origins.ts
/** Takes every print as it is now. `watched` are root-relative files and folders, `configs` absolute files. */
function originsOf(tree, env, watched, configs) {
	const ways = [...new Set(watched.flatMap(foldersAbove))].sort().map((path) => [path, require_fingerprint.placePrint((0, node_path.join)(tree.root, path))]);
	const absent = new Set(ways.flatMap(([path, print]) => print === "-" ? path : []));
	const reachable = watched.filter((path) => !foldersAbove(path).some((folder) => absent.has(folder)));
	return {
		root: tree.root,
		gitDir: tree.gitDir,
		env: {
			HOME: env.HOME ?? null,
			XDG_CONFIG_HOME: env.XDG_CONFIG_HOME ?? null
		},
		configs: configs.map((path) => [path, require_fingerprint.followedPrint(path)]),
		sources: reachable.map((path) => [path, require_fingerprint.printOf((0, node_path.join)(tree.root, path))]),
		ways: ways.filter(([path]) => !foldersAbove(path).some((folder) => absent.has(folder)))
	};
}
/** None of the files and folders changed so near to `began` that its print could hide a later change. */
function areSettled({ configs, sources }, began) {
	return [...configs, ...sources].every(([, print]) => require_fingerprint.isSettled(print, began));
}
/** `a/b/c` -> `a`, `a/b`. */
function foldersAbove(path) {
	const above = (0, node_path.dirname)(path);
	return above === "." || above === "/" ? [] : [...foldersAbove(above), above];
}
/** The work tree of a repository; its paths made real. Throws Fault("repository") where it is bare. */
function workTreeOf(repo) {
	return {
		root: node_fs.realpathSync.native(require_repository.workTreeRoot(repo)),
		gitDir: node_fs.realpathSync.native(repo.gitDir)
	};
}

// src/store/place-law.ts
/** Names every variable by which git takes configuration from elsewhere than its files. */
const STEERED = /^GIT_CONFIG/;
/**
* The law of a place (hook, ci, server) that was compiled before, if nothing that it was made from was touched since;
* null: it has to be compiled. Costs a few questions to the file system and no library.
*/
function placeLaw({ repo, place, env }) {
	if (repo.root === null || isSteered(env)) return null;
	const kept = read(fileOf(repo, place));
	if (kept === null || kept.version !== require_build.BUILD) return null;
	return isCurrent(kept.origins, workTreeOf(repo), env) ? kept.law : null;
}
/** The file system's time, taken before anything is read; null where nothing can be kept. */
function lawClock(repo, place) {
	try {
		return require_atomic.clockBeside(fileOf(repo, place));
	} catch {
		return null;
	}
}
/**
* Keeps a law for the next run. `watched`: root-relative files and folders that it was made from, also absent ones.
* Keeps nothing where one of them changed just now, or the folder can't be written: the next run compiles anew.
*/
async function keepPlaceLaw({ repo, env }, law, watched, began) {
	if (repo.root === null || began === null || isSteered(env)) return;
	const { files } = await configState(repo, env);
	const origins = originsOf(workTreeOf(repo), env, watched, files);
	if (!areSettled(origins, began)) return;
	const kept = {
		version: require_build.BUILD,
		origins,
		law
	};
	try {
		require_atomic.writeAtomic(fileOf(repo, law.place), JSON.stringify(kept));
	} catch {}
}
function fileOf({ gitDir }, place) {
	return (0, node_path.join)(gitDir, require_compiled.STORE_FOLDER, `law-${place}.json`);
}
function isSteered(env) {
	return Object.keys(env).some((name) => STEERED.test(name));
}
function read(file) {
	try {
		const kept = JSON.parse((0, node_fs.readFileSync)(file, "utf8"));
		return isPlaceLaw(kept) ? kept : null;
	} catch {
		return null;
	}
}
/** The file is ours alone and written whole: its version vouches for its shape. */
function isPlaceLaw(value) {
	return typeof value === "object" && value !== null && "version" in value && "origins" in value && "law" in value;
}

// src/store/recorded-tree.ts
/**
* Hands every question on and notes its path: whatever was made of the answers holds as long as those files and folders
* stay as they are. The root's own list is not noted, since it changes with every new file; whoever looks for names
* in it has to tell them himself.
*/
function recordTree(tree) {
	const paths = /* @__PURE__ */ new Set();
	return {
		label: tree.label,
		read(path, limit) {
			paths.add(path);
			return tree.read(path, limit);
		},
		list(folder, options) {
			if (folder !== "") paths.add(folder);
			return tree.list(folder, options);
		},
		asked: () => [...paths].sort()
	};
}

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
	const kept = placeLaw({
		repo,
		place,
		env
	});
	if (kept !== null) return kept;
	const began = lawClock(repo, place);
	const law = await readLaw(repo, tree, options, now());
	await keepPlaceLaw({
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
	const recorded = recordTree(tree);
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
		if (!(thrown instanceof require_fault.Fault) || thrown.code !== "policy") throw thrown;
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
		input: await policyInput(repo, repo.root === null ? await require_tree.commitTree(repo, "HEAD") : require_tree.workTree(repo.root), options, world.now()),
		root: repo.root
	};
}
async function policyInput(repo, tree, { place, overrides, assume, home, policyFile, builtIn = false }, now) {
	const [{ openTasks }, origin] = await Promise.all([Promise.resolve().then(() => require("./tasks-store.js")), require_names.originUrl(repo)]);
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

Object.defineProperty(exports, "areSettled", {
  enumerable: true,
  get: function () {
    return areSettled;
  }
});
Object.defineProperty(exports, "configState", {
  enumerable: true,
  get: function () {
    return configState;
  }
});
Object.defineProperty(exports, "isCurrent", {
  enumerable: true,
  get: function () {
    return isCurrent;
  }
});
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
Object.defineProperty(exports, "originsOf", {
  enumerable: true,
  get: function () {
    return originsOf;
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
Object.defineProperty(exports, "workTreeOf", {
  enumerable: true,
  get: function () {
    return workTreeOf;
  }
});