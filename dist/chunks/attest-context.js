"use strict";

// src/attest/context.ts
/** Every phase. */
const PHASES = [
	"pre-merge",
	"merge-queue",
	"post-merge",
	"audit"
];
/** How a change landed. */
const METHODS = [
	"merge",
	"squash",
	"rebase",
	"direct"
];
/** What a repository is called that has no address. */
const NO_ADDRESS = "urn:golden-thread:repository-without-address";

Object.defineProperty(exports, "METHODS", {
  enumerable: true,
  get: function () {
    return METHODS;
  }
});
Object.defineProperty(exports, "NO_ADDRESS", {
  enumerable: true,
  get: function () {
    return NO_ADDRESS;
  }
});
Object.defineProperty(exports, "PHASES", {
  enumerable: true,
  get: function () {
    return PHASES;
  }
});