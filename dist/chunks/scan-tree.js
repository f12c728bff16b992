"use strict";

const require_fault = require("./core-fault.js");
const require_batch = require("./git-batch.js");
const require_repository = require("./git-repository.js");
const require_run = require("./git-run.js");
const require_scan = require("./references-scan.js");
let node_fs = require("node:fs");

// src/git/grep.ts
/** A larger file is generated or data; reading it whole would cost more memory than all the rest. */
const LARGEST_FILE = 8388608;
/** Most files of source code fit, and are then read at once. */
const FIRST_BUFFER = 262144;
const NUL = 0;
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
/** Asks git for the names of files with a match, and hands them on as they come. */
async function names(repo, how, revision, each) {
	const top = revision === null ? require_repository.workTreeRoot(repo) : repo.root ?? repo.gitDir;
	const args = [
		"grep",
		"-z",
		"-l",
		"-I",
		"--full-name",
		"--no-color",
		...how
	];
	const child = repo.git.spawn([
		"-C",
		top,
		...args,
		...revision === null ? [] : [revision],
		"--"
	], { codes: [0, 1] });
	let rest = Buffer.alloc(0);
	for await (const chunk of child.stdout) {
		const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let at = 0;
		for (let end = data.indexOf(NUL); end >= 0; end = data.indexOf(NUL, at)) {
			each(data.toString("utf8", at, end));
			at = end + 1;
		}
		rest = data.subarray(at);
	}
	await child.done;
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

// src/scan-tree.ts
/**
* Finds the references in every tracked text file: of the work tree, or of the tree of `revision`. git searches for
* what may be one, and only those files are read and judged by their language. Answers the paths that were too
* large to be read. Throws `Fault("repository")` outside a repository and for an unknown revision.
*/
async function scanTree(world, config, revision, visit) {
	const repo = await require_repository.openRepository(require_run.openGit(world));
	const scan = require_scan.compileScanner(config);
	const commit = revision === null ? null : await require_repository.resolveCommit(repo, revision);
	const { skipped } = await grepFiles(repo, scan.hint.source, commit, (path, bytes) => {
		const text = bytes.toString("utf8");
		const found = scan(text, "source", { path });
		if (found.length > 0) visit(path, text, found);
	});
	return skipped;
}

exports.scanTree = scanTree;