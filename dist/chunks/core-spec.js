"use strict";

// src/core/spec.ts
/** Where a ticket's spec can stand; the first that holds one counts. */
const SPEC_SOURCES = [
	"frontmatter",
	"documentation",
	"document",
	"path",
	"body",
	"upstream"
];

Object.defineProperty(exports, "SPEC_SOURCES", {
  enumerable: true,
  get: function () {
    return SPEC_SOURCES;
  }
});