"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_guard = require("./guard.js");
const require_escape = require("./reports-escape.js");
const require_store = require("./store.js");
const require_tell = require("./hook-tell.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/hook/git-place.ts
/** Variables of ours that say nothing about the verdict or how it is shown. */
const HARMLESS = /* @__PURE__ */ new Set([
	"GOLDEN_THREAD_NODE",
	"GOLDEN_THREAD_CA_CERTS",
	"GOLDEN_THREAD_NODE_OPTIONS"
]);
/** Configuration that stands in no file, and wishes of the user's that only the engine knows how to meet. */
function isSteered(env) {
	return Object.keys(env).some((name) => name.startsWith("GIT_CONFIG") || name.startsWith("GOLDEN_THREAD_") && !HARMLESS.has(name));
}
/** Follows `.git` up from `cwd`, or GIT_DIR (git sets it for hooks in linked work trees and submodules). Null: not a plain case. */
function findGit(cwd, env) {
	if (env.GIT_COMMON_DIR !== void 0) return null;
	if (env.GIT_DIR !== void 0) return place((0, node_path.resolve)(cwd, env.GIT_WORK_TREE ?? ""), (0, node_path.resolve)(cwd, env.GIT_DIR));
	if (env.GIT_WORK_TREE !== void 0) return null;
	for (let folder = cwd;; folder = (0, node_path.dirname)(folder)) {
		const found = gitDirIn(folder);
		if (found !== null) return place(folder, found);
		if ((0, node_path.dirname)(folder) === folder) return null;
	}
}
function place(root, gitDir) {
	return {
		root: node_fs.realpathSync.native(root),
		gitDir: node_fs.realpathSync.native(gitDir)
	};
}
/** The folder that `.git` is, or the one that it names (gitrepository-layout(5), `gitdir:`). */
function gitDirIn(folder) {
	const path = `${folder}/.git`;
	const found = (0, node_fs.statSync)(path, { throwIfNoEntry: false });
	if (found === void 0) return null;
	if (found.isDirectory()) return path;
	const named = /^gitdir: ([^\n]+)\n?$/.exec((0, node_fs.readFileSync)(path, "utf8"))?.[1];
	return named === void 0 ? null : (0, node_path.resolve)(folder, named);
}

// src/hook/noted.ts
const FILE = "noted.txt";
/**
* Whether something is to be said here, at every commit the same: true at the first, false until it is forgotten or
* something else was said. Where that can't be remembered it is always true.
*/
function isNews(gitDir, text) {
	const file = (0, node_path.join)(gitDir, require_store.STORE_FOLDER, FILE);
	try {
		if ((0, node_fs.readFileSync)(file, "utf8") === text) return false;
	} catch {}
	try {
		require_store.writeAtomic(file, text);
	} catch {}
	return true;
}
/** What was said no longer holds. */
function forget(gitDir) {
	(0, node_fs.rmSync)((0, node_path.join)(gitDir, require_store.STORE_FOLDER, FILE), { force: true });
}

// src/hook/rejected.ts
const FOLDER = "rejected";
/**
* Keeps a message that was not accepted, since git overwrites its own copy with the next attempt: the bytes as they are,
* for only git knows their encoding. The same message has the same name. Answers the file's path; throws Fault("storage") where it can't be written.
*/
function keepRejected(gitDir, message) {
	const folder = (0, node_path.join)(gitDir, require_store.STORE_FOLDER, FOLDER);
	const name = `${(0, node_crypto.createHash)("sha256").update(message).digest("hex").slice(0, 12)}.txt`;
	const path = (0, node_path.join)(folder, name);
	require_store.writeAtomic(path, message);
	for (const old of oldest(folder).slice(0, -20)) (0, node_fs.rmSync)((0, node_path.join)(folder, old), { force: true });
	return path;
}
/** Names of the kept messages, oldest first. */
function oldest(folder) {
	return (0, node_fs.readdirSync)(folder).filter((name) => name.endsWith(".txt")).map((name) => [name, (0, node_fs.statSync)((0, node_path.join)(folder, name)).mtimeMs]).sort((a, b) => a[1] - b[1]).map(([name]) => name);
}
/** From this line on git drops what it wrote itself (git-commit(1), `--cleanup=scissors`), whatever begins a comment. */
const SCISSORS = /^.{1,16} -{24} >8 -{24}$/m;
/** A message file's bytes as far as a person wrote them; none where it can't be read. */
function bytesOf(file, cwd) {
	try {
		const raw = (0, node_fs.readFileSync)((0, node_path.resolve)(cwd, file));
		return raw.subarray(0, SCISSORS.exec(raw.toString("latin1"))?.index ?? raw.length);
	} catch {
		return /* @__PURE__ */ new Uint8Array();
	}
}

// src/hook/commit-msg.ts
/**
* Judges the message file that git hands over. A pass is silent unless something has to be told; what is not accepted is
* kept and the command to go on is printed; then the index of the fast path is brought up to date.
*/
async function commitMsg(world, args) {
	const [file, ...more] = args;
	if (file === void 0 || more.length > 0) throw wrongArguments(args);
	const place = placeOf(world);
	try {
		const began = place === null ? null : require_tell.quietly(world, () => require_store.clockBeside(require_store.indexFile(place.gitDir)));
		const guarded = await require_guard.guardMessage(world, file);
		if (guarded.unwritten && world.env.GIT_EDITOR !== ":") return abandoned(world);
		const { verdict } = guarded.report;
		await show(world, guarded, verdict === "pass" ? null : keep(world, guarded.gitDir, guarded.message.bytes()));
		if (began !== null) await refresh(world, guarded, began);
		return require_world.exitCode(verdict);
	} catch (thrown) {
		const repair = place === null ? null : keep(world, place.gitDir, bytesOf(file, world.cwd));
		if (!require_tell.asJson(world)) goOn(world, repair);
		throw thrown;
	}
}
/** git takes a message that nobody wrote for none, but not one that prepare-commit-msg left a trailer in. */
function abandoned(world) {
	if (!require_tell.asJson(world)) world.stderr.write("golden-thread: the message holds the branch's ticket alone, so nothing is committed.\n");
	return require_world.exitCode("fail");
}
/** What keeps the index from being made stays for days, and is told once. */
async function refresh(world, guarded, began) {
	try {
		await guarded.refresh(began);
		forget(guarded.gitDir);
	} catch (thrown) {
		if (isNews(guarded.gitDir, require_tell.noteOf(thrown))) require_tell.note(world, thrown);
	}
}
function wrongArguments(args) {
	return new require_git.Fault("usage", "The commit-msg hook is given one file.", {
		found: args.length === 0 ? "none" : args.join(" "),
		wanted: "the message file, as git hands it over",
		fix: "golden-thread hook commit-msg .git/COMMIT_EDITMSG"
	});
}
/** Tab, line feed, carriage return, space. */
const BLANKS = /* @__PURE__ */ new Set([
	9,
	10,
	13,
	32
]);
/** Null: the fast path will never be asked here, so there is no index to keep. */
function placeOf({ cwd, env }) {
	if (isSteered(env)) return null;
	try {
		return findGit(cwd, env);
	} catch {
		return null;
	}
}
async function show(world, { report, metas }, repair) {
	const json = require_tell.asJson(world);
	if (!json && !require_tell.hasNews(report)) return;
	const notices = repair === null ? report.notices : [...report.notices, `message-kept: ${require_escape.shellCommand(repair)}`];
	await require_tell.tell(world, json ? {
		...report,
		notices
	} : report, {
		metas,
		repair,
		subject: () => null
	});
	if (!json) goOn(world, repair);
}
function keep(world, gitDir, message) {
	if (message.every((byte) => BLANKS.has(byte))) return null;
	const path = require_tell.quietly(world, () => keepRejected(gitDir, message));
	return path === null ? null : [
		"git",
		"commit",
		"-e",
		"-F",
		path
	];
}
function goOn(world, repair) {
	if (repair === null) return;
	world.stderr.write(`\nThe message is kept. To go on with it (add the options that you gave, such as --amend):\n  ${require_escape.shellCommand(repair)}\n`);
}

exports.commitMsg = commitMsg;