"use strict";

const require_git = require("./git.js");

// src/git/commit-pipe.ts
/** Reads commits from the output of `git cat-file --batch`. Throws Fault("repository") for one that is not there. */
function commitReader(visit) {
	return require_git.readBatch({
		found: ({ oid, body }) => visit(require_git.parseCommit(oid, body)),
		absent: missingCommit
	});
}
/** Throws Fault("repository") with what git said of a commit that is not there. */
function missingCommit(line) {
	throw new require_git.Fault("repository", "The history lacks a commit.", {
		found: line,
		fix: "git fetch --refetch"
	});
}
/** Both children of `git rev-list | git cat-file --batch`: ids go from the one to the other directly. */
function listedObjects({ git }, revisions) {
	const list = git.spawn([
		"rev-list",
		"--end-of-options",
		...revisions,
		"--"
	]);
	const objects = git.spawn([
		"cat-file",
		"--batch",
		"--buffer"
	], { stdin: list.stdout });
	list.stdout.destroy();
	return {
		list,
		objects
	};
}
/** Two children of which one reads what the other finds: both end, whichever fails. */
function together(list, objects) {
	const thrown = [];
	const settle = async () => {
		const [listed, read] = await Promise.allSettled([list.done, objects.done]);
		if (thrown.length > 0) throw thrown[0];
		if (read.status === "rejected") throw read.reason;
		if (listed.status === "rejected") throw listed.reason;
	};
	return {
		done: settle(),
		guard: (act) => (value) => {
			if (thrown.length > 0) return;
			try {
				act(value);
			} catch (reason) {
				thrown.push(reason);
				list.kill();
				objects.kill();
			}
		}
	};
}
/** The fault of an answer that ended in the midst of an entry. */
function brokeOff() {
	return new require_git.Fault("git", "git's answer broke off before its end.");
}

Object.defineProperty(exports, "brokeOff", {
  enumerable: true,
  get: function () {
    return brokeOff;
  }
});
Object.defineProperty(exports, "commitReader", {
  enumerable: true,
  get: function () {
    return commitReader;
  }
});
Object.defineProperty(exports, "listedObjects", {
  enumerable: true,
  get: function () {
    return listedObjects;
  }
});
Object.defineProperty(exports, "missingCommit", {
  enumerable: true,
  get: function () {
    return missingCommit;
  }
});
Object.defineProperty(exports, "together", {
  enumerable: true,
  get: function () {
    return together;
  }
});