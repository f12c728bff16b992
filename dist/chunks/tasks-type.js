"use strict";

// src/tasks/type.ts
/** Words of both dialects (and those that teams add), in lower case. */
const WORDS = /* @__PURE__ */ new Map([
	["epic", "epic"],
	["story", "story"],
	["task", "task"],
	["bug", "bug"],
	["fix", "bug"],
	["defect", "bug"],
	["feature", "feature"],
	["feat", "feature"],
	["enhancement", "feature"],
	["improvement", "feature"],
	["idea", "idea"],
	["business-line", "idea"],
	["experiment", "idea"],
	["chore", "chore"],
	["refactor", "chore"],
	["docs", "docs"],
	["documentation", "docs"],
	["spike", "spike"],
	["research", "spike"]
]);
/** What a toolkit prefix says about the kind of work. Other prefixes say `other`. */
const PREFIXES = /* @__PURE__ */ new Map([
	["TASK", "task"],
	["BUG", "bug"],
	["SEC", "bug"],
	["FEAT", "feature"],
	["IDEA", "idea"],
	["QUALITY", "chore"],
	["REFACTOR", "chore"],
	["TEST", "chore"]
]);
/** The type that a Backlog.md task states; null where it states none. */
function statedType(name) {
	return name === null ? null : {
		name,
		category: WORDS.get(name.toLowerCase()) ?? "other"
	};
}
/** A toolkit ticket's type is its prefix; what an idea calls its `type` is only which kind of idea it is. */
function prefixType(prefix) {
	return {
		name: prefix.toLowerCase(),
		category: PREFIXES.get(prefix) ?? "other"
	};
}

Object.defineProperty(exports, "prefixType", {
  enumerable: true,
  get: function () {
    return prefixType;
  }
});
Object.defineProperty(exports, "statedType", {
  enumerable: true,
  get: function () {
    return statedType;
  }
});