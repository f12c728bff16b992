"use strict";

const require_git = require("./git.js");
let node_os = require("node:os");

// src/git/trusted-origins.ts
/** Where a user keeps the origins that a token may go to: outside of every repository, so that no branch can add one. */
const TRUST_KEY = "golden-thread.trust";
/** Origins in the user's and the system's configuration of git. */
async function trustedOrigins(env) {
	const { stdout } = await require_git.openGit({
		cwd: "/",
		env: {
			...env,
			GIT_DIR: node_os.devNull
		}
	}).run([
		"config",
		"--includes",
		"--get-all",
		TRUST_KEY
	], { codes: [0, 1] });
	return stdout.toString("utf8").split("\n").filter(Boolean);
}
/** Adds an origin to the user's own configuration; nothing happens where it stands there already. */
async function trustOrigin(env, origin) {
	const git = require_git.openGit({
		cwd: "/",
		env: {
			...env,
			GIT_DIR: node_os.devNull
		}
	});
	if ((await trustedOrigins(env)).includes(origin)) return;
	await git.run([
		"config",
		"--global",
		"--add",
		TRUST_KEY,
		origin
	]);
}
/** Takes an origin out of the user's configuration again; false: it was not there. */
async function distrustOrigin(env, origin) {
	const git = require_git.openGit({
		cwd: "/",
		env: {
			...env,
			GIT_DIR: node_os.devNull
		}
	});
	const args = [
		"config",
		"--global",
		"--fixed-value",
		"--unset-all",
		TRUST_KEY,
		origin
	];
	return (await git.run(args, { codes: [0, 5] })).code === 0;
}

Object.defineProperty(exports, "distrustOrigin", {
  enumerable: true,
  get: function () {
    return distrustOrigin;
  }
});
Object.defineProperty(exports, "trustOrigin", {
  enumerable: true,
  get: function () {
    return trustOrigin;
  }
});
Object.defineProperty(exports, "trustedOrigins", {
  enumerable: true,
  get: function () {
    return trustedOrigins;
  }
});