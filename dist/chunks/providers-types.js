"use strict";

// src/providers/types.ts
/** Names that trackers and teams give to types of work, in lower case. */
const CATEGORIES = /* @__PURE__ */ new Map([
	["epic", "epic"],
	["initiative", "epic"],
	["theme", "epic"],
	["milestone", "epic"],
	["story", "story"],
	["user story", "story"],
	["product backlog item", "story"],
	["requirement", "story"],
	["task", "task"],
	["sub-task", "task"],
	["subtask", "task"],
	["issue", "task"],
	["work item", "task"],
	["bug", "bug"],
	["defect", "bug"],
	["incident", "bug"],
	["problem", "bug"],
	["impediment", "bug"],
	["feature", "feature"],
	["new feature", "feature"],
	["feature request", "feature"],
	["enhancement", "feature"],
	["improvement", "feature"],
	["change request", "feature"],
	["idea", "idea"],
	["chore", "chore"],
	["maintenance", "chore"],
	["technical debt", "chore"],
	["docs", "docs"],
	["documentation", "docs"],
	["spike", "spike"],
	["research", "spike"]
]);
/** A type under its tracker's own name; null where it states none. */
function typeOf(name) {
	if (name === null || name === void 0 || name.trim() === "") return null;
	return {
		name,
		category: CATEGORIES.get(name.trim().toLowerCase()) ?? "other"
	};
}
/** Whether a type is what a query names: one of the categories, or a name. */
function isType(wanted, type) {
	const word = wanted.trim().toLowerCase();
	return type !== null && (type.category === word || type.name.trim().toLowerCase() === word);
}

Object.defineProperty(exports, "isType", {
  enumerable: true,
  get: function () {
    return isType;
  }
});
Object.defineProperty(exports, "typeOf", {
  enumerable: true,
  get: function () {
    return typeOf;
  }
});