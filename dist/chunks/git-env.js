"use strict";

let node_os = require("node:os");

// src/git/env.ts
/**
* What a child is started with: the inherited environment (a hook's GIT_DIR and GIT_INDEX_FILE are how git says which
* commit is meant), Node's own variables put back as they were before the hook moved them away, and settings that make
* git's answers those of the object store alone, in English, without a question on the terminal.
*/
function childEnv(env) {
	const { GOLDEN_THREAD_CA_CERTS, GOLDEN_THREAD_NODE_OPTIONS, ...inherited } = env;
	return {
		...inherited,
		...GOLDEN_THREAD_CA_CERTS ? { NODE_EXTRA_CA_CERTS: GOLDEN_THREAD_CA_CERTS } : {},
		...GOLDEN_THREAD_NODE_OPTIONS ? { NODE_OPTIONS: GOLDEN_THREAD_NODE_OPTIONS } : {},
		LC_ALL: "C",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_GLOB_PATHSPECS: void 0,
		GIT_NOGLOB_PATHSPECS: void 0,
		GIT_ICASE_PATHSPECS: void 0,
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_GRAFT_FILE: `${node_os.devNull}/none`,
		GIT_FLUSH: "0",
		GIT_TERMINAL_PROMPT: "0"
	};
}

Object.defineProperty(exports, "childEnv", {
  enumerable: true,
  get: function () {
    return childEnv;
  }
});