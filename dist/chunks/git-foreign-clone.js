"use strict";

const require_core = require("./core.js");
const require_git = require("./git.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");

// src/git/config-env.ts
/**
* Settings for git children that stand in no file and in no argument (git-config, GIT_CONFIG_COUNT): what others put there stays, and
* ours come last. Only the variables that change are given.
*/
function configEnv(env, settings) {
	const before = Number(env.GIT_CONFIG_COUNT ?? 0);
	const first = Number.isSafeInteger(before) && before > 0 ? before : 0;
	const pairs = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${first + index}`, key], [`GIT_CONFIG_VALUE_${first + index}`, value]]);
	return {
		GIT_CONFIG_COUNT: String(first + settings.length),
		...Object.fromEntries(pairs)
	};
}

// src/git/foreign-clone.ts
/** The clone of a repository whose top is this very folder; null: there is none. */
async function cloneIn(folder, env, wanted) {
	const top = realpathIn(folder);
	if (top === null) return null;
	const trusting = trustingEnv(env, top, wanted);
	const repo = await require_git.openRepository(require_git.openGit({
		cwd: top,
		env: {
			...env,
			...trusting
		}
	})).catch(() => null);
	if (repo === null || repo.root === null || realpathIn(repo.root) !== top) return null;
	const origin = await require_git.originUrl(repo);
	if (origin !== null) return isSame(origin, wanted.url) ? {
		repo,
		env: trusting
	} : null;
	if (wanted.commit === null || await require_git.commitCalled(repo, wanted.commit) === null) return null;
	const named = trustingEnv(env, top, {
		...wanted,
		more: [["remote.origin.url", wanted.url]]
	});
	return {
		repo: {
			...repo,
			git: require_git.openGit({
				cwd: top,
				env: {
					...env,
					...named
				}
			})
		},
		env: named
	};
}
/** An empty repository below a folder, which knows where it belongs. `branch`: what its HEAD names. */
async function emptyClone(below, env, { url, commit, branch }) {
	const folder = (0, node_fs.realpathSync)((0, node_fs.mkdtempSync)((0, node_path.join)(below, "golden-thread-")));
	const trusting = trustingEnv(env, folder, {
		url,
		more: [["remote.origin.url", url]]
	});
	const git = require_git.openGit({
		cwd: folder,
		env: {
			...env,
			...trusting
		}
	});
	const format = commit?.length === 64 ? ["--object-format=sha256"] : [];
	await git.run([
		"init",
		"--quiet",
		"--bare",
		`--initial-branch=${branch}`,
		"--template=",
		...format
	]);
	return {
		repo: await require_git.openRepository(git),
		env: trusting
	};
}
/** Whether contents may be missing that git would fetch when it needs them, by a right that this process need not have. */
async function isPartial({ git }) {
	return await git.text([
		"config",
		"--get-regexp",
		"^remote\\..*\\.(promisor|partialclonefilter)$"
	], { codes: [0, 1] }) !== "";
}
/**
* A clone is read whoever it belongs to: what it says is judged by commits' ids alone. Whoever wrote its configuration may have named
* programs in it, and no child of ours is to start one: hooks, helpers, or another way to the repository than the web's (git-config,
* `protocol.allow`; git, GIT_ALLOW_PROTOCOL).
*/
function trustingEnv(env, folder, { url, more = [] }) {
	const scheme = url.slice(0, Math.max(0, url.indexOf(":")));
	return {
		GIT_ALLOW_PROTOCOL: env.GIT_ALLOW_PROTOCOL ?? (scheme === "http" ? "http:https" : "https"),
		...configEnv(env, [
			["safe.directory", folder],
			["safe.bareRepository", "all"],
			...HARMLESS,
			...SIGNING,
			...more
		])
	};
}
/** What a clone's own configuration says of these does not count: the last word is the environment's. */
const HARMLESS = [
	["core.hooksPath", node_os.devNull],
	["core.alternateRefsCommand", ""],
	["core.askPass", ""],
	["credential.helper", ""],
	["log.showSignature", "false"]
];
/** What looks at signatures, as git has it where nothing is configured. */
const SIGNING = [
	["gpg.program", "gpg"],
	["gpg.openpgp.program", "gpg"],
	["gpg.x509.program", "gpgsm"],
	["gpg.ssh.program", "ssh-keygen"]
];
/**
* More of an environment, by which a clone that was handed over is read as it lies there: nothing that its configuration names is
* started, and what it lacks is fetched from nowhere.
*/
function offlineEnv(env) {
	return {
		...require_git.NO_FETCH,
		...configEnv(env, HARMLESS)
	};
}
function realpathIn(folder) {
	try {
		return (0, node_fs.realpathSync)(folder);
	} catch {
		return null;
	}
}
function isSame(one, other) {
	const [here, there] = [require_core.repositoryAddress(one), require_core.repositoryAddress(other)];
	return here !== null && here.host === there?.host && here.path.toLowerCase() === there.path.toLowerCase();
}

Object.defineProperty(exports, "cloneIn", {
  enumerable: true,
  get: function () {
    return cloneIn;
  }
});
Object.defineProperty(exports, "configEnv", {
  enumerable: true,
  get: function () {
    return configEnv;
  }
});
Object.defineProperty(exports, "emptyClone", {
  enumerable: true,
  get: function () {
    return emptyClone;
  }
});
Object.defineProperty(exports, "isPartial", {
  enumerable: true,
  get: function () {
    return isPartial;
  }
});
Object.defineProperty(exports, "offlineEnv", {
  enumerable: true,
  get: function () {
    return offlineEnv;
  }
});