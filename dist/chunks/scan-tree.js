"use strict";

const require_tree_files = require("./git-tree-files.js");
const require_git = require("./git.js");
const require_references = require("./references.js");

// src/scan-tree.ts
/**
* Finds the references in every tracked text file: of the work tree, or of the tree of `revision`. git searches for
* what may be one, and only those files are read and judged by their language. Answers the paths that were too
* large to be read. Throws `Fault("repository")` outside a repository and for an unknown revision.
*/
async function scanTree(world, config, revision, visit) {
	const repo = await require_git.openRepository(require_git.openGit(world));
	const scan = require_references.compileScanner(config);
	const commit = revision === null ? null : await require_git.resolveCommit(repo, revision);
	const tree = commit === null ? null : {
		commit,
		oids: require_tree_files.oidsOf(await require_tree_files.treeFiles(repo, commit))
	};
	const { skipped } = await require_tree_files.grepFiles(repo, scan.hint.source, tree, (path, bytes) => {
		const text = bytes.toString("utf8");
		const found = scan(text, "source", { path });
		if (found.length > 0) visit(path, text, found);
	});
	return skipped;
}

exports.scanTree = scanTree;