"use strict";

// src/core/spec-terms.ts
/** Characters. Shorter than this nothing is said; longer than this nobody reads it. */
const DEFAULT_MIN_SIZE = 40;
const DEFAULT_MAX_SIZE = 1e5;
/** What a finished spec must have, as the policy's `spec` and the rule that asks for it write it. */
function specTerms(z) {
	return {
		headings: z.record(z.string().min(1), z.array(z.string().min(1).max(200))).default({}).describe("Headings that a spec must have, by the ticket's type, or `default`; `Goal|Aim` wants one of them."),
		min_criteria: z.int().min(0).default(1).describe("Fewest acceptance criteria of a spec."),
		min_size: z.int().min(0).default(DEFAULT_MIN_SIZE).describe("Fewest characters of a spec."),
		max_size: z.int().min(1).default(DEFAULT_MAX_SIZE).describe("Most characters of a spec.")
	};
}

Object.defineProperty(exports, "specTerms", {
  enumerable: true,
  get: function () {
    return specTerms;
  }
});