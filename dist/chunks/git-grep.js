"use strict";

const require_fault = require("./core-fault.js");
const require_batch = require("./git-batch.js");
const require_records = require("./git-records.js");
const require_repository = require("./git-repository.js");
let node_fs = require("node:fs");

// src/git/grep.ts
/** A larger file is generated or data; reading it whole would cost more memory than all the rest. */
const LARGEST_FILE = 8388608;
/** Most files of source code fit, and are then read at once. */
const FIRST_BUFFER = 262144;
/**
* Visits every tracked text file that may hold a match of `pattern` (an expression that PCRE reads): of the work
* tree, or of the tree of `revision`. git searches; only the files that it names are read here. A git that was built
* without PCRE names every text file. Paths are root-relative. Throws `Fault("repository")` for an unknown revision.
*/
async function grepFiles(repo, pattern, revision, visit) {
	const seen = /* @__PURE__ */ new Set();
	const gaps = [];
	const reader = revision === null ? workTreeReader(repo, visit, gaps) : objectReader(repo, visit, gaps);
	const each = (name) => {
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
/** Visits files of a commit by their paths, whatever is in them. Paths above the size limit, and that it has not, are answered. */
async function readFiles(repo, commit, paths, visit) {
	const gaps = [];
	const some = [...paths];
	if (some.length === 0) return { skipped: gaps };
	const reader = objectReader(repo, visit, gaps);
	try {
		for (const path of some) reader.read(`${commit}:${path}`);
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
	const top = revision === null ? require_repository.workTreeRoot(repo) : repo.root ?? repo.gitDir;
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
	return thrown instanceof require_fault.Fault && /perl-compatible|pcre/i.test(thrown.found ?? "");
}
function workTreeReader(repo, visit, gaps) {
	const root = require_repository.workTreeRoot(repo);
	let buffer = Buffer.allocUnsafe(FIRST_BUFFER);
	/** How much of the file there is; grows the buffer until the file ends, or until it is too large. */
	const fill = (file) => {
		for (let length = 0;;) {
			const got = (0, node_fs.readSync)(file, buffer, length, buffer.length - length, length);
			length += got;
			if (length < buffer.length) return length;
			if (length > LARGEST_FILE) return Number.POSITIVE_INFINITY;
			buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
		}
	};
	return {
		read(path) {
			let file = -1;
			try {
				file = (0, node_fs.openSync)(`${root}/${path}`, node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0));
				const length = fill(file);
				if (length > LARGEST_FILE) gaps.push(path);
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
/** Reads `revision:path` names with one child; answers come in the order of the questions. */
function objectReader(repo, visit, gaps) {
	const child = repo.git.spawn([
		"cat-file",
		"--batch",
		"--buffer"
	], { stdin: "pipe" });
	const asked = [];
	let answered = 0;
	const next = () => asked[answered++] ?? "";
	const batch = require_batch.readBatch({
		found: ({ body }) => {
			const path = next();
			if (body.length > LARGEST_FILE) gaps.push(path);
			else visit(path, body);
		},
		absent: () => gaps.push(next())
	});
	child.stdout.on("data", batch.push);
	return {
		read(name) {
			const path = name.slice(name.indexOf(":") + 1);
			if (name.includes("\n")) gaps.push(path);
			else {
				asked.push(path);
				child.stdin?.write(`${name}\n`);
			}
		},
		async end() {
			child.stdin?.end();
			await child.done;
		}
	};
}

Object.defineProperty(exports, "countLines", {
  enumerable: true,
  get: function () {
    return countLines;
  }
});
Object.defineProperty(exports, "grepFiles", {
  enumerable: true,
  get: function () {
    return grepFiles;
  }
});
Object.defineProperty(exports, "readFiles", {
  enumerable: true,
  get: function () {
    return readFiles;
  }
});