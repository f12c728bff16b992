"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/compiled.ts
/**
* Where a reference stands in a message. `subject-start`, `subject-end`: the very first or last thing of the first line,
* at the end brackets may enclose it; `named-trailer`: in a trailer of the policy's own key. Such a one is also a
* `subject` or `trailer`.
*/
const SPOTS = [
	"subject-start",
	"subject-end",
	"subject",
	"body",
	"named-trailer",
	"trailer"
];
/** Raised whenever the meaning of a header or row changes. */
const INDEX_FORMAT = 3;
/** Below the work tree's git folder (`git rev-parse --git-path golden-thread`). */
const STORE_FOLDER = "golden-thread";
/** Path of the index of a work tree's git folder. */
function indexFile(gitDir) {
	return `${gitDir}/${STORE_FOLDER}/commit-msg.index`;
}
/** Git finds the user's configuration by these; everything named GIT_CONFIG_* goes to the engine. */
const CONFIG_VARIABLES = ["HOME", "XDG_CONFIG_HOME"];
/** What one read of the index takes in bytes: a header of the usual length, or a block of rows. */
const ONE_READ = 65536;
/** Longest line of a row in bytes; a ticket whose row would be longer is left to the engine. */
const LONGEST_ROW = 4096;
/** Two grammars may use the same id. */
function rowKey(provider, id) {
	return `${provider}:${id}`;
}
/** One line back to a row; null where it is none. */
function parseRow(line) {
	const [key, mark, print, until, path] = line.split("	");
	if (key === void 0 || print === void 0 || path === void 0) return null;
	const validUntil = until === "-" ? null : Number(until);
	if (validUntil !== null && !Number.isFinite(validUntil)) return null;
	return {
		key,
		authorised: mark === "+",
		print,
		validUntil,
		path: path === "" ? null : path
	};
}
/** Whether a parsed first line is a header that this version wrote. */
function isHeader(value, version) {
	if (typeof value !== "object" || value === null) return false;
	if (!("format" in value) || value.format !== 3) return false;
	return "version" in value && value.version === version && "rows" in value;
}

// src/store/atomic.ts
/** A temporary folder this old was left by a process that is gone: writing the largest index takes seconds. */
const ABANDONED_MS = 6e5;
/** How mkdtemp ends the names that it makes. */
const TEMPORARY = /^\.[A-Za-z0-9]{6}$/;
/**
* Replaces a file as a whole: readers see the old bytes or the new ones, after a power cut too. Makes its folder.
* Only the user may read it: what we keep can name tickets. Parts are
* written one after the other, so that nobody has to hold all of a large file twice. Throws Fault("storage") where it can't be written.
*/
function writeAtomic(path, bytes) {
	try {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
		replace(path, partsOf(bytes));
	} catch (cause) {
		throw storageFault("A file could not be written.", path, cause);
	}
}
/**
* Adds lines to a file and waits until they are on disk. One write at the file's end: two processes at once leave whole lines of both
* (open(2), O_APPEND). Makes the folder. Throws Fault("storage") that begins with `complaint`.
*/
function appendLines(path, text, complaint) {
	try {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
		const descriptor = (0, node_fs.openSync)(path, "a", 384);
		try {
			(0, node_fs.writeSync)(descriptor, text);
			(0, node_fs.fsyncSync)(descriptor);
		} finally {
			(0, node_fs.closeSync)(descriptor);
		}
	} catch (cause) {
		throw storageFault(complaint, path, cause);
	}
}
function partsOf(bytes) {
	if (typeof bytes === "string") return [Buffer.from(bytes, "utf8")];
	return bytes instanceof Uint8Array ? [bytes] : bytes;
}
/** The new bytes grow in a folder of their own beside the target: its name is never used twice, and a rename can't cross file systems. */
function replace(path, parts) {
	const folder = (0, node_fs.mkdtempSync)(`${path}.`);
	try {
		const file = (0, node_path.join)(folder, "new");
		fill((0, node_fs.openSync)(file, "wx", 384), parts);
		(0, node_fs.renameSync)(file, path);
		sweep(path, folder);
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function fill(descriptor, parts) {
	try {
		for (const bytes of parts) for (let done = 0; done < bytes.byteLength;) done += (0, node_fs.writeSync)(descriptor, bytes, done);
		(0, node_fs.fsyncSync)(descriptor);
	} finally {
		(0, node_fs.closeSync)(descriptor);
	}
}
/** Removes what killed writers of this file left behind. */
function sweep(path, own) {
	const now = (0, node_fs.statSync)(own).mtimeMs;
	const name = (0, node_path.basename)(path);
	for (const entry of (0, node_fs.readdirSync)((0, node_path.dirname)(path))) {
		if (!entry.startsWith(name) || !TEMPORARY.test(entry.slice(name.length))) continue;
		const folder = (0, node_path.join)((0, node_path.dirname)(path), entry);
		const found = (0, node_fs.statSync)(folder, { throwIfNoEntry: false });
		if (found !== void 0 && now - found.mtimeMs > ABANDONED_MS) (0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
/** What time it is for the file system that holds `path`: that of a folder made beside it this moment. Throws where none can be made. */
function clockBeside(path) {
	(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
	const folder = (0, node_fs.mkdtempSync)(`${path}.`);
	const { dev, mtimeNs } = (0, node_fs.statSync)(folder, { bigint: true });
	(0, node_fs.rmdirSync)(folder);
	return {
		device: dev,
		ns: mtimeNs
	};
}
/** The fault of something below the git folder that can't be written, with the system's own words. */
function storageFault(message, path, cause) {
	const found = cause instanceof Error ? cause.message : String(cause);
	return new require_git.Fault("storage", message, {
		found,
		wanted: `a folder that can be written: ${(0, node_path.dirname)(path)}`,
		cause
	});
}

// src/store/fingerprint.ts
/** The print of what is not there. */
const ABSENT = "-";
/** How old a file must be before its print counts, where the file system keeps fractions of a second: a timer's tick and a reserve. */
const TICK_NS = 20000000n;
/** The same where it keeps whole seconds, or two of them (FAT). */
const COARSE_NS = 2000000000n;
/** The same for another device than the clock's: a server may have a clock of its own. */
const FOREIGN_NS = 60000000000n;
const SECOND_NS = 1000000000n;
/** A file or folder of the work tree; a symlink is not followed. */
function printOf(path) {
	return describe((0, node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	}));
}
/** A file of git's configuration; git follows symlinks there. */
function followedPrint(path) {
	return describe((0, node_fs.statSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	}));
}
/** That a folder is the same one, whatever happens in it. */
function placePrint(path) {
	const found = (0, node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return found?.isDirectory() ? `${found.dev} ${found.ino}` : "-";
}
/** Whether a print is that of a folder. */
function isFolder(print) {
	return (Number(print.split(" ")[2]) & node_fs.constants.S_IFMT) === node_fs.constants.S_IFDIR;
}
function describe(found) {
	if (found === void 0) return "-";
	return `${found.dev} ${found.ino} ${found.mode} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}
/**
* Whether a print that is taken now tells of everything that was read since `began`: what was changed about then, or
* later, could have been changed again without another print (git's racy entries: Documentation/technical/racy-git).
*/
function isSettled(print, began) {
	if (print === "-") return true;
	const [device = 0n, , , , modified = 0n, changed = 0n] = print.split(" ").map(BigInt);
	const latest = began.ns - reserve(device, modified, changed, began);
	return modified < latest && changed < latest;
}
function reserve(device, modified, changed, began) {
	if (device !== began.device) return FOREIGN_NS;
	return modified % SECOND_NS === 0n && changed % SECOND_NS === 0n ? COARSE_NS : TICK_NS;
}

// src/store/current.ts
/** Everything that the law and the list of tickets were read from in this work tree is as it was. */
function isCurrent({ env: known, configs, sources, ways, ...made }, tree, env) {
	const { root } = tree;
	return made.root === root && made.gitDir === tree.gitDir && CONFIG_VARIABLES.every((name) => known[name] === (env[name] ?? null)) && areSame(configs, (path) => followedPrint(path)) && areSame(sources, (path) => printOf(`${root}/${path}`)) && areSame(ways, (path) => placePrint(`${root}/${path}`));
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
	const ways = [...new Set(watched.flatMap(foldersAbove))].sort().map((path) => [path, placePrint((0, node_path.join)(tree.root, path))]);
	const absent = new Set(ways.flatMap(([path, print]) => print === "-" ? path : []));
	const reachable = watched.filter((path) => !foldersAbove(path).some((folder) => absent.has(folder)));
	return {
		root: tree.root,
		gitDir: tree.gitDir,
		env: {
			HOME: env.HOME ?? null,
			XDG_CONFIG_HOME: env.XDG_CONFIG_HOME ?? null
		},
		configs: configs.map((path) => [path, followedPrint(path)]),
		sources: reachable.map((path) => [path, printOf((0, node_path.join)(tree.root, path))]),
		ways: ways.filter(([path]) => !foldersAbove(path).some((folder) => absent.has(folder)))
	};
}
/** None of the files and folders changed so near to `began` that its print could hide a later change. */
function areSettled({ configs, sources }, began) {
	return [...configs, ...sources].every(([, print]) => isSettled(print, began));
}
/** `a/b/c` -> `a`, `a/b`. */
function foldersAbove(path) {
	const above = (0, node_path.dirname)(path);
	return above === "." || above === "/" ? [] : [...foldersAbove(above), above];
}
/** The work tree of a repository; its paths made real. Throws Fault("repository") where it is bare. */
function workTreeOf(repo) {
	return {
		root: node_fs.realpathSync.native(require_git.workTreeRoot(repo)),
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
	if (kept === null || kept.version !== require_core.BUILD) return null;
	return isCurrent(kept.origins, workTreeOf(repo), env) ? kept.law : null;
}
/** The file system's time, taken before anything is read; null where nothing can be kept. */
function lawClock(repo, place) {
	try {
		return clockBeside(fileOf(repo, place));
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
		version: require_core.BUILD,
		origins,
		law
	};
	try {
		writeAtomic(fileOf(repo, law.place), JSON.stringify(kept));
	} catch {}
}
function fileOf({ gitDir }, place) {
	return (0, node_path.join)(gitDir, STORE_FOLDER, `law-${place}.json`);
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

// src/store/remembered-tree.ts
/** A tree that lists each folder once: several rooms ask for the same folders of tasks, which may hold many thousand files. */
function rememberLists(tree) {
	const lists = /* @__PURE__ */ new Map();
	return {
		label: tree.label,
		read: (path, limit) => tree.read(path, limit),
		list(folder, options = {}) {
			const key = `${options.recursive === true} ${folder}`;
			const known = lists.get(key) ?? tree.list(folder, options);
			lists.set(key, known);
			return known;
		}
	};
}

Object.defineProperty(exports, "LONGEST_ROW", {
  enumerable: true,
  get: function () {
    return LONGEST_ROW;
  }
});
Object.defineProperty(exports, "ONE_READ", {
  enumerable: true,
  get: function () {
    return ONE_READ;
  }
});
Object.defineProperty(exports, "SPOTS", {
  enumerable: true,
  get: function () {
    return SPOTS;
  }
});
Object.defineProperty(exports, "STORE_FOLDER", {
  enumerable: true,
  get: function () {
    return STORE_FOLDER;
  }
});
Object.defineProperty(exports, "appendLines", {
  enumerable: true,
  get: function () {
    return appendLines;
  }
});
Object.defineProperty(exports, "areSettled", {
  enumerable: true,
  get: function () {
    return areSettled;
  }
});
Object.defineProperty(exports, "clockBeside", {
  enumerable: true,
  get: function () {
    return clockBeside;
  }
});
Object.defineProperty(exports, "configState", {
  enumerable: true,
  get: function () {
    return configState;
  }
});
Object.defineProperty(exports, "indexFile", {
  enumerable: true,
  get: function () {
    return indexFile;
  }
});
Object.defineProperty(exports, "isCurrent", {
  enumerable: true,
  get: function () {
    return isCurrent;
  }
});
Object.defineProperty(exports, "isFolder", {
  enumerable: true,
  get: function () {
    return isFolder;
  }
});
Object.defineProperty(exports, "isHeader", {
  enumerable: true,
  get: function () {
    return isHeader;
  }
});
Object.defineProperty(exports, "isSettled", {
  enumerable: true,
  get: function () {
    return isSettled;
  }
});
Object.defineProperty(exports, "keepPlaceLaw", {
  enumerable: true,
  get: function () {
    return keepPlaceLaw;
  }
});
Object.defineProperty(exports, "lawClock", {
  enumerable: true,
  get: function () {
    return lawClock;
  }
});
Object.defineProperty(exports, "originsOf", {
  enumerable: true,
  get: function () {
    return originsOf;
  }
});
Object.defineProperty(exports, "parseRow", {
  enumerable: true,
  get: function () {
    return parseRow;
  }
});
Object.defineProperty(exports, "placeLaw", {
  enumerable: true,
  get: function () {
    return placeLaw;
  }
});
Object.defineProperty(exports, "printOf", {
  enumerable: true,
  get: function () {
    return printOf;
  }
});
Object.defineProperty(exports, "recordTree", {
  enumerable: true,
  get: function () {
    return recordTree;
  }
});
Object.defineProperty(exports, "rememberLists", {
  enumerable: true,
  get: function () {
    return rememberLists;
  }
});
Object.defineProperty(exports, "rowKey", {
  enumerable: true,
  get: function () {
    return rowKey;
  }
});
Object.defineProperty(exports, "storageFault", {
  enumerable: true,
  get: function () {
    return storageFault;
  }
});
Object.defineProperty(exports, "workTreeOf", {
  enumerable: true,
  get: function () {
    return workTreeOf;
  }
});
Object.defineProperty(exports, "writeAtomic", {
  enumerable: true,
  get: function () {
    return writeAtomic;
  }
});