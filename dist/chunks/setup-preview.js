"use strict";

const require_git = require("./git.js");
const require_files = require("./setup-files.js");
const require_scene = require("./setup-scene.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");

// src/setup/preview.ts
/** What a file is now. */
function fileNow(path) {
	if (!require_files.isThere(path) || !(0, node_fs.statSync)(path, { throwIfNoEntry: false })?.isFile()) return null;
	return {
		bytes: (0, node_fs.readFileSync)(path),
		mode: (0, node_fs.statSync)(path).mode & 511
	};
}
/** The changes as git shows them, a unified diff. git compares two temporary folders: nothing is written to the repository. */
async function preview(changes, place) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-preview-"));
	try {
		for (const { path, before, after } of changes) {
			const name = nameOf(path, place);
			put((0, node_path.join)(folder, "a", name), before);
			put((0, node_path.join)(folder, "b", name), after);
		}
		for (const side of ["a", "b"]) (0, node_fs.mkdirSync)((0, node_path.join)(folder, side), { recursive: true });
		return await require_git.openGit({
			cwd: folder,
			env: {
				...place.env,
				...OUTSIDE,
				GIT_CEILING_DIRECTORIES: (0, node_path.dirname)(folder)
			}
		}).text([
			"diff",
			"--no-index",
			...[
				"--no-color",
				"--no-ext-diff",
				"--no-textconv",
				"--no-prefix",
				"--find-renames"
			],
			"--",
			"a",
			"b"
		], { codes: [0, 1] });
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
/** The repository's own variables must not reach a comparison that is none of its business. */
const OUTSIDE = {
	GIT_DIR: void 0,
	GIT_WORK_TREE: void 0,
	GIT_INDEX_FILE: void 0,
	GIT_PREFIX: void 0
};
function put(path, side) {
	if (side === null) return;
	(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
	(0, node_fs.writeFileSync)(path, side.bytes, { mode: side.mode });
}
function nameOf(path, { root, commonDir }) {
	const way = require_scene.inside(root, path);
	if (way !== null) return way;
	const below = require_scene.inside(commonDir, path);
	return below === null ? path.replace(/^(?:[A-Za-z]:)?[\\/]+/u, "") : `.git/${below}`;
}

exports.fileNow = fileNow;
exports.preview = preview;