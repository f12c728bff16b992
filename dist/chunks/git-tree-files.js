"use strict";

const require_git = require("./git.js");
const require_records = require("./git-records.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");

// src/git/grep.ts
/** A larger file is generated or data; reading it whole would cost more memory than all the rest. */
const LARGEST_FILE = 8388608;
/** Most files of source code fit, and are then read at once. */
const FIRST_BUFFER = 262144;
/**
* Visits every tracked text file that may hold a match of `pattern` (an expression that PCRE reads): of the work
* tree, or of a commit's. git searches; only the files that it names are read here. A git that was built
* without PCRE names every text file. Paths are root-relative.
*/
async function grepFiles(repo, pattern, tree, visit) {
	const seen = /* @__PURE__ */ new Set();
	const gaps = [];
	const reader = tree === null ? workTreeReader(repo, visit, gaps) : objectReader(repo, tree, visit, gaps);
	const revision = tree?.commit ?? null;
	const prefix = revision === null ? 0 : revision.length + 1;
	const each = (found) => {
		const name = found.slice(prefix);
		if (seen.has(name)) return;
		seen.add(name);
		reader.read(name);
	};
	try {
		await names(repo, [
			"-P",
			"-e",
			pattern
		], revision, each);
	} catch (thrown) {
		if (!isWithoutPcre(thrown)) throw thrown;
		await names(repo, ["-e", ""], revision, each);
	} finally {
		await reader.end();
	}
	return { skipped: gaps };
}
/**
* How many lines each text file has, by path: of the work tree, or of the tree of `revision`. A last line without a break counts.
* Files without a line and binary ones are left out.
*/
async function countLines(repo, revision, visit) {
	const child = grepChild(repo, [
		"-c",
		"-e",
		""
	], revision);
	const prefix = revision === null ? 0 : revision.length + 1;
	let path = "";
	for await (const record of require_records.nulRecords(child.stdout)) {
		const end = path === "" ? -1 : record.indexOf("\n");
		if (path !== "") visit(path, Number(record.slice(0, end)));
		path = record.slice(end + 1 + prefix);
	}
	await child.done;
}
/** Asks git for the names of files with a match, and hands them on as they come. */
async function names(repo, how, revision, each) {
	const child = grepChild(repo, ["-l", ...how], revision);
	for await (const name of require_records.nulRecords(child.stdout)) each(name);
	await child.done;
}
/** A search in text files. Recursion into submodules would be into other repositories. */
function grepChild(repo, how, revision) {
	const top = revision === null ? require_git.workTreeRoot(repo) : repo.root ?? repo.gitDir;
	const args = [
		"grep",
		"-z",
		"-I",
		"--full-name",
		"--no-color",
		"--no-line-number",
		"--no-recurse-submodules",
		...how
	];
	return repo.git.spawn([
		"-C",
		top,
		...args,
		...revision === null ? [] : [revision],
		"--"
	], { codes: [0, 1] });
}
/** PCRE is a build option of git, and its compiled matcher can refuse a text; both are told by words alone. */
function isWithoutPcre(thrown) {
	return thrown instanceof require_git.Fault && /perl-compatible|pcre/i.test(thrown.found ?? "");
}
function workTreeReader(repo, visit, gaps) {
	const root = require_git.workTreeRoot(repo);
	let buffer = Buffer.allocUnsafe(FIRST_BUFFER);
	/** How much of the file there is; grows the buffer until the file ends, or until it is too large. */
	const fill = (file) => {
		for (let length = 0;;) {
			const got = (0, node_fs.readSync)(file, buffer, length, buffer.length - length, length);
			length += got;
			if (length < buffer.length) return length;
			if (length > 8388608) return Number.POSITIVE_INFINITY;
			buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
		}
	};
	return {
		read(path) {
			let file = -1;
			try {
				file = (0, node_fs.openSync)(`${root}/${path}`, node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0));
				const length = fill(file);
				if (length > 8388608) gaps.push(path);
				else visit(path, buffer.subarray(0, length));
			} catch (thrown) {
				if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
				gaps.push(path);
			} finally {
				if (file >= 0) (0, node_fs.closeSync)(file);
			}
		},
		end: async () => void 0
	};
}
/** Reads a tree's files with one child; answers come in the order of the questions. */
function objectReader(repo, { oids }, visit, gaps) {
	const child = repo.git.spawn([
		"cat-file",
		"--batch",
		"--buffer"
	], { stdin: "pipe" });
	const asked = [];
	let answered = 0;
	const next = () => asked[answered++] ?? "";
	const batch = require_git.readBatch({
		found: ({ body }) => {
			const path = next();
			if (body.length > 8388608) gaps.push(path);
			else visit(path, body);
		},
		absent: () => gaps.push(next())
	});
	child.stdout.on("data", batch.push);
	return {
		read(path) {
			const oid = oids.get(path);
			if (oid === void 0) gaps.push(path);
			else {
				asked.push(path);
				child.stdin?.write(`${oid}\n`);
			}
		},
		async end() {
			child.stdin?.end();
			await child.done;
		}
	};
}

// src/git/tree-files.ts
const SUBMODULE = "160000";
/** Every file of a commit's tree in the order of code units; submodules are other repositories. One child. */
async function treeFiles(repo, commit) {
	const child = repo.git.spawn([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	]);
	const files = [];
	for await (const record of require_records.nulRecords(child.stdout)) {
		const tab = record.indexOf("	");
		const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
		if (mode !== SUBMODULE) files.push({
			path: record.slice(tab + 1),
			mode,
			oid
		});
	}
	await child.done;
	return files.sort((a, b) => a.path < b.path ? -1 : 1);
}
/** The ids of files by path. */
function oidsOf(files) {
	return new Map(files.map(({ path, oid }) => [path, oid]));
}
const TRAITS = {
	"linguist-generated": "generated",
	"linguist-vendored": "vendored",
	diff: "binary",
	filter: "converted",
	"working-tree-encoding": "converted"
};
const NO_TRAITS = {
	generated: false,
	vendored: false,
	binary: false,
	converted: false
};
/** Whether it says what git takes other files for. */
function isAttributes({ path }) {
	return /(?:^|\/)\.gitattributes$/.test(path);
}
/**
* The traits of those of the `wanted` files that have any, as the commit's own `.gitattributes` files say: neither the work tree nor the user's settings
* count. git reads attributes of an index where it has no work tree, so the tree is put into a temporary one (git-check-attr, `--cached`).
*/
async function fileTraits(repo, commit, files, wanted = files) {
	if (wanted.length === 0 || !files.some(isAttributes)) return /* @__PURE__ */ new Map();
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-index-"));
	try {
		const git = repo.git.withEnv({ GIT_INDEX_FILE: (0, node_path.join)(folder, "index") });
		const place = [
			"-C",
			repo.root ?? repo.gitDir,
			"-c",
			"core.attributesFile="
		];
		await git.run([
			...place,
			"-c",
			`core.hooksPath=${folder}`,
			"read-tree",
			commit
		]);
		const child = git.spawn([
			...place,
			"check-attr",
			"--cached",
			"-z",
			"--stdin",
			...Object.keys(TRAITS)
		], { stdin: "pipe" });
		child.stdin?.end(wanted.map(({ path }) => `${path}\0`).join(""));
		const traits = await traitsIn(require_records.nulRecords(child.stdout));
		await child.done;
		return traits;
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
/** Records come in threes: path, attribute, value (git-check-attr, "OUTPUT"). */
async function traitsIn(records) {
	const traits = /* @__PURE__ */ new Map();
	let three = [];
	for await (const record of records) {
		if (three.push(record) < 3) continue;
		const [path = "", name = "", value = ""] = three;
		three = [];
		const trait = TRAITS[name];
		if (trait === void 0 || name === "diff" !== (value === "unset")) continue;
		if (/^(?:unspecified|false)$/.test(value)) continue;
		traits.set(path, {
			...traits.get(path) ?? NO_TRAITS,
			[trait]: true
		});
	}
	return traits;
}
/**
* Files of the work tree that may differ from a commit's, or that are not in it: what is not named here can be read from the disk, many
* at a time, which takes a third as long as from the store. Null: there is no work tree, or it holds only a part.
*/
async function changedInWorkTree(repo, commit) {
	if (repo.root === null) return null;
	if (await repo.git.text([
		"config",
		"--type=bool",
		"--get",
		"core.sparseCheckout"
	], { codes: [0, 1] }) === "true") return null;
	const child = repo.git.spawn([
		"-C",
		repo.root,
		"diff-index",
		...[
			"-z",
			"--name-only",
			"--no-renames",
			"--no-relative",
			"--ignore-submodules=all"
		],
		commit,
		"--"
	]);
	const changed = /* @__PURE__ */ new Set();
	for await (const path of require_records.nulRecords(child.stdout)) changed.add(path);
	await child.done;
	return changed;
}

Object.defineProperty(exports, "LARGEST_FILE", {
  enumerable: true,
  get: function () {
    return LARGEST_FILE;
  }
});
Object.defineProperty(exports, "changedInWorkTree", {
  enumerable: true,
  get: function () {
    return changedInWorkTree;
  }
});
Object.defineProperty(exports, "countLines", {
  enumerable: true,
  get: function () {
    return countLines;
  }
});
Object.defineProperty(exports, "fileTraits", {
  enumerable: true,
  get: function () {
    return fileTraits;
  }
});
Object.defineProperty(exports, "grepFiles", {
  enumerable: true,
  get: function () {
    return grepFiles;
  }
});
Object.defineProperty(exports, "isAttributes", {
  enumerable: true,
  get: function () {
    return isAttributes;
  }
});
Object.defineProperty(exports, "oidsOf", {
  enumerable: true,
  get: function () {
    return oidsOf;
  }
});
Object.defineProperty(exports, "treeFiles", {
  enumerable: true,
  get: function () {
    return treeFiles;
  }
});