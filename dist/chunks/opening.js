"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");

// src/opening.ts
var opening_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ startOpening: () => startOpening });
/**
* Asks git where the repository lies and what the range means, with one child: git works on it while the door loads what it
* needs for the answers. Who awaits an answer gets its fault.
*/
function startOpening({ cwd, env }, range) {
	const git = require_git.openGit({
		cwd,
		env
	});
	const opening = {
		git,
		...range === null ? {
			repo: require_git.openRepository(git),
			range
		} : both(git, range)
	};
	opening.repo.catch(() => void 0);
	opening.range?.catch(() => void 0);
	return opening;
}
/** Where they can't be told at once, each is asked for alone, and tells what is wrong with it. */
function both(git, name) {
	const told = atOnce(git, name);
	return {
		repo: told.then((at) => at?.repo ?? require_git.openRepository(git)),
		range: told.then((at) => at === null ? require_git.commitRange(git, name) : require_git.rangeOf(at.ids))
	};
}
async function atOnce(git, name) {
	try {
		return await require_git.openWith(git, require_git.peeledRange(name));
	} catch {
		return null;
	}
}

Object.defineProperty(exports, "opening_exports", {
  enumerable: true,
  get: function () {
    return opening_exports;
  }
});
Object.defineProperty(exports, "startOpening", {
  enumerable: true,
  get: function () {
    return startOpening;
  }
});