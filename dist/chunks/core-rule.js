"use strict";

// src/core/change.ts
/** Every commit of a change, in order. */
function commitsOf(change) {
	return change.kind === "commit-message" ? [change.commit] : change.commits;
}

// src/core/rule.ts
/** Types a rule as it is written, and hands it on unchanged. */
function defineRule(rule) {
	return rule;
}

Object.defineProperty(exports, "commitsOf", {
  enumerable: true,
  get: function () {
    return commitsOf;
  }
});
Object.defineProperty(exports, "defineRule", {
  enumerable: true,
  get: function () {
    return defineRule;
  }
});