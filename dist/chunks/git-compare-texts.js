"use strict";

const require_git = require("./git.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");

// src/git/compare-texts.ts
/** Both changes of a text in one; null: they touch the same lines. git decides, so nothing outside of conflicts is lost. */
function mergeTexts(env, base, ours, theirs) {
	return inFolder(env, {
		base,
		ours,
		theirs
	}, async (git) => {
		const codes = Array.from({ length: 128 }, (_, code) => code);
		const { code, stdout } = await git.run([
			"merge-file",
			"-p",
			"ours",
			"base",
			"theirs"
		], { codes });
		return code === 0 ? stdout.toString("utf8").replace(/\n$/, "") : null;
	});
}
/** Two texts as a unified diff without its head; empty: they are the same. */
function diffTexts(env, before, after) {
	return inFolder(env, {
		before,
		after
	}, async (git) => {
		const diff = await git.text([
			"diff",
			"--no-index",
			...[
				"--no-color",
				"--no-ext-diff",
				"--no-textconv",
				"--no-prefix"
			],
			"--",
			"before",
			"after"
		], { codes: [0, 1] });
		const at = diff.indexOf("\n@@");
		return at === -1 ? "" : diff.slice(at + 1);
	});
}
/** Runs git beside files of its own, outside of any repository. */
async function inFolder(env, texts, work) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-texts-"));
	try {
		for (const [name, text] of Object.entries(texts)) {
			if (text.includes("\0")) throw new require_git.Fault("usage", "A text with NUL is no text.", { found: name });
			(0, node_fs.writeFileSync)((0, node_path.join)(folder, name), text === "" ? "" : `${text}\n`);
		}
		const outside = {
			GIT_DIR: void 0,
			GIT_WORK_TREE: void 0,
			GIT_INDEX_FILE: void 0
		};
		return await work(require_git.openGit({
			cwd: folder,
			env: {
				...env,
				...outside,
				GIT_CEILING_DIRECTORIES: (0, node_os.tmpdir)()
			}
		}));
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}

Object.defineProperty(exports, "diffTexts", {
  enumerable: true,
  get: function () {
    return diffTexts;
  }
});
Object.defineProperty(exports, "mergeTexts", {
  enumerable: true,
  get: function () {
    return mergeTexts;
  }
});