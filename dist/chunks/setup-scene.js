"use strict";

const require_git = require("./git.js");
const require_discover = require("./policy-discover.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/git/work-trees.ts
/** Absolute paths of every work tree of a repository, the main one first; those that are gone are left out. */
async function linkedWorkTrees(git) {
	return (await git.text([
		"worktree",
		"list",
		"--porcelain"
	])).split("\n\n").map((block) => block.split("\n")).filter((lines) => !lines.some((line) => line === "bare" || /^prunable(?: |$)/u.test(line))).flatMap(([first = ""]) => first.startsWith("worktree ") ? [first.slice(9)] : []);
}

// src/setup/scene.ts
/** A hook longer than this is no script that somebody wrote. */
const LONGEST_HOOK = 1048576;
/** Reads what `init` rests on; writes nothing. Throws `Fault("repository")` outside a work tree. */
async function survey(git) {
	const repo = await require_git.openRepository(git);
	const root = require_git.workTreeRoot(repo);
	const [hooksPath, origin, ownHooks, trees] = await Promise.all([
		git.text([
			"config",
			"--type=path",
			"--get",
			"core.hooksPath"
		], { codes: [0, 1] }),
		git.text([
			"config",
			"--get",
			"remote.origin.url"
		], { codes: [0, 1] }),
		require_git.gitPath(repo, "hooks"),
		linkedWorkTrees(git)
	]);
	const policy = require_discover.POLICY_FILES.find((name) => textOf((0, node_path.join)(root, name)) !== null) ?? null;
	const hooks = hooksPath === "" ? ownHooks : (0, node_path.resolve)(root, hooksPath);
	return {
		repo,
		root,
		tree: require_git.workTree(root),
		policy,
		origin: origin === "" ? null : origin,
		hooksPath: hooksPath === "" ? null : hooksPath,
		hooks,
		realHooks: realPath(hooks),
		others: trees.filter((tree) => realPath(tree) !== realPath(root))
	};
}
/** Text of a small file; "" for what is no regular file (a link, a folder) or too large, null where there is nothing. */
function textOf(path) {
	const found = entryAt(path);
	if (found === void 0) return null;
	if (!found.isFile()) return "";
	return found.size > LONGEST_HOOK ? "" : (0, node_fs.readFileSync)(path, "utf8");
}
/** Text of a file that may be edited: null where it is none (a link, a folder, not UTF-8, too large), "" where there is nothing. */
function editable(path) {
	const found = entryAt(path);
	if (found === void 0) return "";
	if (!found.isFile() || found.size > LONGEST_HOOK) return null;
	const bytes = (0, node_fs.readFileSync)(path);
	const text = bytes.toString("utf8");
	return Buffer.from(text, "utf8").equals(bytes) ? text : null;
}
/** What has this name, links not followed; undefined too where no folder leads to it or none may be looked into. */
function entryAt(path) {
	try {
		return (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
/** Whether git would run this file as a hook. */
function isProgram(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
/** `path` as seen from `folder`, with `/`; null where it lies outside. */
function inside(folder, path) {
	const way = (0, node_path.relative)(folder, path);
	return way === ".." || way.startsWith(`..${node_path.sep}`) || (0, node_path.isAbsolute)(way) ? null : way.split(node_path.sep).join("/");
}
/** A path with its links followed, as far as it exists. */
function realPath(path) {
	try {
		return (0, node_fs.realpathSync)(path);
	} catch {
		return (0, node_path.dirname)(path) === path ? path : (0, node_path.join)(realPath((0, node_path.dirname)(path)), (0, node_path.basename)(path));
	}
}

Object.defineProperty(exports, "editable", {
  enumerable: true,
  get: function () {
    return editable;
  }
});
Object.defineProperty(exports, "entryAt", {
  enumerable: true,
  get: function () {
    return entryAt;
  }
});
Object.defineProperty(exports, "inside", {
  enumerable: true,
  get: function () {
    return inside;
  }
});
Object.defineProperty(exports, "isProgram", {
  enumerable: true,
  get: function () {
    return isProgram;
  }
});
Object.defineProperty(exports, "realPath", {
  enumerable: true,
  get: function () {
    return realPath;
  }
});
Object.defineProperty(exports, "survey", {
  enumerable: true,
  get: function () {
    return survey;
  }
});
Object.defineProperty(exports, "textOf", {
  enumerable: true,
  get: function () {
    return textOf;
  }
});