"use strict";

let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");

// src/git/own-objects.ts
/**
* By which nothing that a partial clone left out is fetched: one by one that takes hours, and says nothing meanwhile. Older gits know only
* the first (git, `GIT_ALLOW_PROTOCOL`, `GIT_NO_LAZY_FETCH`).
*/
const NO_FETCH = {
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_LAZY_FETCH: "1"
};
/**
* Works with the objects that are here, and with nothing else of a repository: no remote promises any, so one that is missing is told as
* such, and git does not end over it. There is no setting for that in all gits, so they are read through an empty git folder.
*/
async function withOwnObjects(repo, act) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-objects-"));
	try {
		(0, node_fs.mkdirSync)((0, node_path.join)(folder, "refs"));
		(0, node_fs.writeFileSync)((0, node_path.join)(folder, "HEAD"), "ref: refs/heads/none\n");
		(0, node_fs.writeFileSync)((0, node_path.join)(folder, "config"), configOf(repo));
		const shallow = (0, node_path.join)(repo.commonDir, "shallow");
		if ((0, node_fs.existsSync)(shallow)) (0, node_fs.copyFileSync)(shallow, (0, node_path.join)(folder, "shallow"));
		const objects = repo.git.env.GIT_OBJECT_DIRECTORY ?? (0, node_path.join)(repo.commonDir, "objects");
		return await act({ git: repo.git.withEnv({
			...NO_FETCH,
			GIT_DIR: folder,
			GIT_COMMON_DIR: void 0,
			GIT_WORK_TREE: void 0,
			GIT_OBJECT_DIRECTORY: objects
		}) });
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function configOf({ objectFormat }) {
	const bare = "[core]\n	bare = true\n	repositoryformatversion = ";
	return objectFormat === "sha1" ? `${bare}0\n` : `${bare}1\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
}
/** Those of some objects that are not here. */
async function missingObjects({ git }, oids) {
	const asked = [...new Set(oids)];
	if (asked.length === 0) return /* @__PURE__ */ new Set();
	const { stdout } = await git.run([
		"cat-file",
		"--batch-check=%(objectname)",
		"--buffer"
	], { input: `${asked.join("\n")}\n` });
	const lines = stdout.toString("latin1").split("\n");
	return new Set(asked.filter((oid, index) => lines[index] !== oid));
}

Object.defineProperty(exports, "NO_FETCH", {
  enumerable: true,
  get: function () {
    return NO_FETCH;
  }
});
Object.defineProperty(exports, "missingObjects", {
  enumerable: true,
  get: function () {
    return missingObjects;
  }
});
Object.defineProperty(exports, "withOwnObjects", {
  enumerable: true,
  get: function () {
    return withOwnObjects;
  }
});