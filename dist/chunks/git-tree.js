"use strict";

const require_fault = require("./core-fault.js");
const require_objects = require("./git-objects.js");
const require_repository = require("./git-repository.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

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
	throw new require_fault.Fault("repository", "The repository lacks an object.", {
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
		if (space < 0 || end < 0) throw new require_fault.Fault("repository", "A tree object of the repository is malformed.");
		const name = bytes.toString("utf8", space + 1, end);
		const mode = bytes.toString("latin1", at, space);
		const oid = bytes.toString("hex", end + 1, end + 1 + idLength);
		if (!name.includes("/") && require_objects.treePath(name) === name) nodes.set(name, {
			name,
			mode: mode.padStart(6, "0"),
			oid
		});
		at = end + 1 + idLength;
	}
	return nodes;
}

// src/git/walked-tree.ts
/** A tree of objects as everybody else reads trees: links are listed and never followed, no path leaves the root. */
function walkedTree({ label, root, folder, file }) {
	const nodeAt = async (path) => {
		let node = {
			name: "",
			mode: FOLDER,
			oid: root
		};
		let at = "";
		for (const name of path === "" ? [] : path.split("/")) {
			if (node.mode !== "040000") return null;
			const next = (await folder({
				oid: node.oid,
				path: at
			})).get(name);
			if (next === void 0) return null;
			node = next;
			at = below(at, name);
		}
		return node;
	};
	const walk = async (entries, oid, path, recursive) => {
		for (const node of (await folder({
			oid,
			path
		})).values()) {
			const child = below(path, node.name);
			if (node.mode === "040000" && recursive) await walk(entries, node.oid, child, true);
			else entries.push({
				path: child,
				mode: node.mode,
				size: node.size ?? null
			});
		}
	};
	return {
		label,
		async read(path, limit = require_objects.FILE_LIMIT) {
			const at = require_objects.treePath(path);
			const node = at === null ? null : await nodeAt(at);
			if (node === null || !/^100/.test(node.mode)) return null;
			if (node.size !== void 0 && node.size > limit) throw require_objects.tooLarge(path, node.size, limit);
			return file({
				oid: node.oid,
				path,
				limit
			});
		},
		async list(path, options = {}) {
			const top = require_objects.treePath(path);
			const node = top === null ? null : await nodeAt(top);
			const entries = [];
			if (top !== null && node?.mode === "040000") await walk(entries, node.oid, top, options.recursive ?? false);
			return entries.sort(require_objects.byPath);
		}
	};
}
function below(folder, name) {
	return folder === "" ? name : `${folder}/${name}`;
}

// src/git/tree.ts
/** Absent on systems without such links or pipes. */
const NO_FOLLOW = (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
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
	const base = absent(() => (0, node_fs.realpathSync)(root)) ?? root;
	const folders = /* @__PURE__ */ new Map();
	const inside = (folder) => {
		const known = folders.get(folder);
		if (known !== void 0) return known;
		const real = absent(() => (0, node_fs.realpathSync)((0, node_path.join)(base, folder))) === (0, node_path.join)(base, folder);
		folders.set(folder, real);
		return real;
	};
	return {
		label: "working tree",
		async read(path, limit = require_objects.FILE_LIMIT) {
			const file = require_objects.treePath(path);
			if (file === null || file === "" || !inside(folderOf(file))) return null;
			return readRegular(base, file, limit);
		},
		async list(folder, options = {}) {
			const top = require_objects.treePath(folder);
			if (top === null || !inside(top)) return [];
			const entries = [];
			listInto(entries, base, top, options.recursive ?? false);
			return entries.sort(require_objects.byPath);
		}
	};
}
function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function readRegular(base, path, limit) {
	const file = (0, node_path.join)(base, path);
	if (!absent(() => (0, node_fs.lstatSync)(file))?.isFile()) return null;
	const handle = absent(() => (0, node_fs.openSync)(file, node_fs.constants.O_RDONLY | NO_FOLLOW));
	if (handle === null) return null;
	try {
		const { size } = (0, node_fs.fstatSync)(handle);
		if (size > limit) throw require_objects.tooLarge(path, size, limit);
		return (0, node_fs.readFileSync)(handle);
	} finally {
		(0, node_fs.closeSync)(handle);
	}
}
function listInto(entries, base, folder, recursive) {
	for (const name of absent(() => (0, node_fs.readdirSync)((0, node_path.join)(base, folder))) ?? []) {
		if (require_objects.isGitFolder(name)) continue;
		const path = folder === "" ? name : `${folder}/${name}`;
		const entry = entryAt(base, path);
		if (entry?.mode === "040000" && recursive) listInto(entries, base, path, true);
		else if (entry !== null) entries.push(entry);
	}
}
function entryAt(base, path) {
	const stat = absent(() => (0, node_fs.lstatSync)((0, node_path.join)(base, path)));
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
	if (!stat.isDirectory()) return {
		path,
		mode: "000000",
		size: null
	};
	return {
		path,
		mode: absent(() => (0, node_fs.lstatSync)((0, node_path.join)(base, path, ".git"))) !== null ? "160000" : "040000",
		size: null
	};
}
function absent(look) {
	try {
		return look();
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && ABSENT.has(String(cause.code))) return null;
		const found = cause instanceof Error ? cause.message : String(cause);
		throw new require_fault.Fault("storage", "A file of the working tree can't be read.", {
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
	const commit = await require_repository.resolveCommit(repo, rev);
	const objects = require_objects.openObjects(repo);
	const folder = folderReader(objects);
	const root = await demand(objects, commit).then(({ bytes }) => bytes.toString("latin1", 5, bytes.indexOf("\n")));
	return {
		...walkedTree({
			label: commit.startsWith(rev) ? commit.slice(0, SHORT) : `${rev}@${commit.slice(0, SHORT)}`,
			root,
			folder: ({ oid }) => folder(oid),
			file: async ({ oid, path, limit }) => (await demand(objects, oid, limit, path)).bytes
		}),
		commit,
		close: () => objects.close()
	};
}

Object.defineProperty(exports, "FOLDER", {
  enumerable: true,
  get: function () {
    return FOLDER;
  }
});
Object.defineProperty(exports, "commitTree", {
  enumerable: true,
  get: function () {
    return commitTree;
  }
});
Object.defineProperty(exports, "walkedTree", {
  enumerable: true,
  get: function () {
    return walkedTree;
  }
});
Object.defineProperty(exports, "workTree", {
  enumerable: true,
  get: function () {
    return workTree;
  }
});