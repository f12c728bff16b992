"use strict";

// src/core/rule.ts
/** Types a rule as it is written, and hands it on unchanged. */
function defineRule(rule) {
	return rule;
}

Object.defineProperty(exports, "defineRule", {
  enumerable: true,
  get: function () {
    return defineRule;
  }
});