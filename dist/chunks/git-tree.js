import { Fault } from "./core-fault.js";
import { FILE_LIMIT, byPath, isGitFolder, openObjects, resolveCommit, tooLarge, treePath } from "./git-objects.js";
import { childEnv } from "./git-env.js";
import { join } from "node:path";
import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { spawn } from "node:child_process";

// src/git/run.ts
/** One answer in memory: far above any listing of a large repository, far below what a Buffer can hold. */
const OUTPUT_LIMIT = 268435456;
/** Of git's complaints the beginning is enough, and an endless one must not fill memory. */
const COMPLAINT_LIMIT = 65536;
/** A file watcher named in the repository's configuration is a program that we would start. */
const ALWAYS = ["-c", "core.fsmonitor=false"];
/** Opens git for one folder and environment; starts nothing yet. */
function openGit(options) {
	const { cwd, env } = options;
	const git = {
		cwd,
		env,
		run: (args, how = {}) => collect(start(options, args, how.input === void 0 ? "ignore" : "pipe"), args, how),
		async text(args, how) {
			const { stdout } = await git.run(args, how);
			return stdout.toString("utf8").replace(/\r?\n$/, "");
		},
		spawn: (args, how = {}) => stream(start(options, args, how.stdin ?? "ignore"), args, how.codes ?? [0]),
		withEnv: (more) => openGit({
			...options,
			env: {
				...env,
				...more
			}
		})
	};
	return git;
}
function start(options, args, stdin) {
	const { cwd, env, signal } = options;
	signal?.throwIfAborted();
	if (args.some((arg) => arg.includes("\0"))) throw new Fault("usage", "A name handed to git holds a NUL character.", { found: args.join(" ") });
	const child = spawn("git", [...ALWAYS, ...args], {
		cwd,
		env: childEnv(env),
		stdio: [
			stdin,
			"pipe",
			"pipe"
		],
		windowsHide: true,
		...signal ? { signal } : {}
	});
	if (!child.stdout || !child.stderr) throw new Fault("internal", "A git child has no output pipes.");
	let stderr = "";
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (stderr.length < COMPLAINT_LIMIT) stderr += text;
	});
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => reject(signal?.aborted ? signal.reason : startFault(cause, cwd)));
		child.on("close", (code) => resolve({
			code: code ?? -1,
			stderr
		}));
	});
	ended.catch(() => void 0);
	child.stdin?.on("error", () => void 0);
	return {
		child,
		stdout: child.stdout,
		ended,
		options
	};
}
async function collect(started, args, how) {
	const { child, stdout, ended } = started;
	const limit = how.limit ?? OUTPUT_LIMIT;
	const chunks = [];
	let size = 0;
	stdout.on("data", (chunk) => {
		size += chunk.length;
		if (size <= limit) chunks.push(chunk);
		else child.kill();
	});
	if (how.input !== void 0) child.stdin?.end(how.input);
	const { code, stderr } = await ended;
	if (size > limit) throw new Fault("git", `git ${args[0]} gave more than ${limit} bytes.`, { wanted: `at most ${limit} bytes` });
	if (!(how.codes ?? [0]).includes(code)) throw failure(args, code, stderr, started.options.cwd);
	return {
		code,
		stdout: Buffer.concat(chunks),
		stderr
	};
}
function stream(started, args, codes) {
	const { child, stdout, ended, options } = started;
	let killed = false;
	const done = ended.then(({ code, stderr }) => {
		if (killed || codes.includes(code)) return code;
		throw failure(args, code, stderr, options.cwd);
	});
	done.catch(() => void 0);
	const kill = () => {
		killed = true;
		child.kill();
	};
	const hold = (on) => {
		if (on) child.ref();
		else child.unref();
		for (const pipe of [
			child.stdin,
			child.stdout,
			child.stderr
		]) holdPipe(pipe, on);
	};
	return {
		stdin: child.stdin,
		stdout,
		done,
		kill,
		hold
	};
}
/** A child's pipes are sockets, which wait like the child itself; the type of `ChildProcess` does not say so. */
function holdPipe(pipe, on) {
	if (pipe === null || !("ref" in pipe && "unref" in pipe)) return;
	const act = on ? pipe.ref : pipe.unref;
	if (typeof act === "function") act.call(pipe);
}
function startFault(cause, cwd) {
	if (!existsSync(cwd)) return new Fault("repository", "The folder to work in does not exist.", {
		found: cwd,
		cause
	});
	if ("code" in cause && cause.code === "ENOENT") return new Fault("git", "git is not installed, or not on PATH.", {
		wanted: "git 2.31 or later",
		fix: "Install git (apt install git, brew install git, or https://git-scm.com/downloads) and see that it is on PATH.",
		cause
	});
	return new Fault("git", "git could not be started.", {
		found: cause.message,
		cause
	});
}
/** What git says when the repository, not git, is the matter. The words are those of LC_ALL=C. */
const UNREADABLE = /bad (?:object|revision|source|tree)|unknown revision|ambiguous argument|[Nn]ot a valid (?:object|commit|tree|ref)|could not get object info|unable to (?:read|find|parse)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty)|[Cc]ould not (?:read|parse)|does not have any commits|invalid object|remote did not send all|promisor remote/;
/** Turns a failed child into the Fault that names its cause; git's words stand in `found`. */
function failure(args, code, stderr, cwd) {
	const found = stderr.trim() || `exit code ${code}`;
	if (/detected dubious ownership|unsafe repository/.test(stderr)) {
		const printed = /^\s*(git config --global --add safe\.directory .+)$/m.exec(stderr)?.[1];
		const folder = /unsafe repository \('(.+)' is/.exec(stderr)?.[1] ?? cwd;
		return new Fault("repository", "git refuses this repository: it belongs to another user.", {
			found,
			fix: printed ?? `git config --global --add safe.directory ${quoted(folder)}`
		});
	}
	if (/not a git repository/.test(stderr)) {
		const named = /not a git repository: '(.+)'/.exec(stderr)?.[1];
		return new Fault("repository", "Not in a git repository.", {
			found: named ?? cwd,
			wanted: "a folder in a git repository",
			fix: named === void 0 ? "git init" : "unset GIT_DIR"
		});
	}
	if (/safe\.bareRepository/.test(stderr)) {
		const fix = `git --git-dir=${quoted(cwd)} …, or export GIT_DIR=${quoted(cwd)}`;
		return new Fault("repository", "git takes a bare repository only where it is named.", {
			found,
			fix
		});
	}
	if (/unknown repository extension|[Ee]xpected git repo version/.test(stderr)) return new Fault("git", "The repository needs a newer git.", {
		found,
		fix: "Install a newer git."
	});
	if (/bad (?:[a-z]+ )?config/.test(stderr)) return new Fault("repository", "git's configuration can't be read.", { found });
	if (/must be run in a work tree/.test(stderr)) return new Fault("repository", "This needs a work tree, and there is none here.", { found });
	if (UNREADABLE.test(stderr)) return new Fault("repository", `git ${args[0]} could not read an object.`, { found });
	return new Fault("git", `git ${args[0]} failed with exit code ${code}.`, { found });
}
function quoted(path) {
	return /^[\w./@%+:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

// src/git/tree-object.ts
/** Mode of a folder. */
const FOLDER = "040000";
/** Reads folders by tree id; each is read and taken apart once. */
function folderReader(objects) {
	const known = /* @__PURE__ */ new Map();
	return (oid) => {
		const folder = known.get(oid) ?? demand(objects, oid).then(({ bytes }) => parseTree(bytes, oid.length / 2));
		known.set(oid, folder);
		return folder;
	};
}
/** An object that must be there. Throws Fault("repository") where it is not (a partial clone, a damaged repository). */
async function demand(objects, oid, limit, path) {
	const object = await objects.read(oid, limit, path);
	if (object !== null) return object;
	throw new Fault("repository", "The repository lacks an object.", {
		found: path === void 0 ? oid : `${oid}, the content of ${path}`,
		fix: "git fetch --refetch"
	});
}
/** Entries of a tree object: `<mode> <name> NUL <binary id>` each (git's pack and object format). */
function parseTree(bytes, idLength) {
	const nodes = /* @__PURE__ */ new Map();
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(32, at);
		const end = bytes.indexOf(0, space);
		if (space < 0 || end < 0) throw new Fault("repository", "A tree object of the repository is malformed.");
		const name = bytes.toString("utf8", space + 1, end);
		const mode = bytes.toString("latin1", at, space);
		const oid = bytes.toString("hex", end + 1, end + 1 + idLength);
		if (!name.includes("/") && treePath(name) === name) nodes.set(name, {
			name,
			mode: mode.padStart(6, "0"),
			oid
		});
		at = end + 1 + idLength;
	}
	return nodes;
}

// src/git/tree.ts
/** Absent on systems without such links or pipes. */
const NO_FOLLOW = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** Nothing of that name can be there. */
const ABSENT = /* @__PURE__ */ new Set([
	"ENOENT",
	"ENOTDIR",
	"ELOOP",
	"ENAMETOOLONG",
	"EINVAL"
]);
/**
* The files below a folder as they stand on disk. A symlink is listed but never followed, neither as a file nor as a
* folder on the way; git folders are no part of it, and a nested repository is one entry, as in git's own trees.
* Read synchronously: for thousands of small files that takes a fifth of the time.
*/
function workTree(root) {
	const base = absent(() => realpathSync(root)) ?? root;
	const folders = /* @__PURE__ */ new Map();
	const inside = (folder) => {
		const known = folders.get(folder);
		if (known !== void 0) return known;
		const real = absent(() => realpathSync(join(base, folder))) === join(base, folder);
		folders.set(folder, real);
		return real;
	};
	return {
		label: "working tree",
		async read(path, limit = FILE_LIMIT) {
			const file = treePath(path);
			if (file === null || file === "" || !inside(folderOf(file))) return null;
			return readRegular(base, file, limit);
		},
		async list(folder, options = {}) {
			const top = treePath(folder);
			if (top === null || !inside(top)) return [];
			const entries = [];
			listInto(entries, base, top, options.recursive ?? false);
			return entries.sort(byPath);
		}
	};
}
function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function readRegular(base, path, limit) {
	const file = join(base, path);
	if (!absent(() => lstatSync(file))?.isFile()) return null;
	const handle = absent(() => openSync(file, constants.O_RDONLY | NO_FOLLOW));
	if (handle === null) return null;
	try {
		const { size } = fstatSync(handle);
		if (size > limit) throw tooLarge(path, size, limit);
		return readFileSync(handle);
	} finally {
		closeSync(handle);
	}
}
function listInto(entries, base, folder, recursive) {
	for (const name of absent(() => readdirSync(join(base, folder))) ?? []) {
		if (isGitFolder(name)) continue;
		const path = folder === "" ? name : `${folder}/${name}`;
		const entry = entryAt(base, path);
		if (entry?.mode === "040000" && recursive) listInto(entries, base, path, true);
		else if (entry !== null) entries.push(entry);
	}
}
function entryAt(base, path) {
	const stat = absent(() => lstatSync(join(base, path)));
	if (stat === null) return null;
	if (stat.isSymbolicLink()) return {
		path,
		mode: "120000",
		size: stat.size
	};
	if (stat.isFile()) return {
		path,
		mode: (stat.mode & 64) === 0 ? "100644" : "100755",
		size: stat.size
	};
	if (!stat.isDirectory()) return null;
	return {
		path,
		mode: absent(() => lstatSync(join(base, path, ".git"))) !== null ? "160000" : "040000",
		size: null
	};
}
function absent(look) {
	try {
		return look();
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && ABSENT.has(String(cause.code))) return null;
		const found = cause instanceof Error ? cause.message : String(cause);
		throw new Fault("storage", "A file of the working tree can't be read.", {
			found,
			cause
		});
	}
}
/** How many digits of an id tell people which commit is meant. */
const SHORT = 7;
/**
* The files of a commit, read by object id over one child: names are only compared, never handed to git, so no name can
* be taken for a revision or an option. Throws Fault("repository") for an unknown commit or a missing object.
*/
async function commitTree(repo, rev) {
	const commit = await resolveCommit(repo, rev);
	const objects = openObjects(repo);
	const folder = folderReader(objects);
	const rootTree = await demand(objects, commit).then(({ bytes }) => bytes.toString("latin1", 5, bytes.indexOf("\n")));
	const nodeAt = async (path) => {
		let node = {
			name: "",
			mode: FOLDER,
			oid: rootTree
		};
		for (const name of path === "" ? [] : path.split("/")) {
			if (node.mode !== "040000") return null;
			const next = (await folder(node.oid)).get(name);
			if (next === void 0) return null;
			node = next;
		}
		return node;
	};
	const walk = async (entries, oid, path, recursive) => {
		for (const node of (await folder(oid)).values()) {
			const child = path === "" ? node.name : `${path}/${node.name}`;
			if (node.mode === "040000" && recursive) await walk(entries, node.oid, child, true);
			else entries.push({
				path: child,
				mode: node.mode,
				size: null
			});
		}
	};
	return {
		label: commit.startsWith(rev) ? commit.slice(0, SHORT) : `${rev}@${commit.slice(0, SHORT)}`,
		commit,
		async read(path, limit = FILE_LIMIT) {
			const file = treePath(path);
			const node = file === null ? null : await nodeAt(file);
			if (node === null || !/^100/.test(node.mode)) return null;
			return (await demand(objects, node.oid, limit, path)).bytes;
		},
		async list(path, options = {}) {
			const top = treePath(path);
			const node = top === null ? null : await nodeAt(top);
			const entries = [];
			if (top !== null && node?.mode === "040000") await walk(entries, node.oid, top, options.recursive ?? false);
			return entries.sort(byPath);
		},
		close: () => objects.close()
	};
}

export { commitTree, openGit, workTree };