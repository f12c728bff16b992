"use strict";

// src/tasks/id.ts
/** A whole id: prefix, then decimal segments; a split ticket of the toolkit adds one letter. */
const ID = /^([A-Za-z][A-Za-z0-9_]*)-([0-9]+(?:[.-][0-9]+)*)([A-Za-z]?)$/;
/** The id at the start of a file's name, up to a dot or the dash before the title or slug. */
const NAME = /^([A-Za-z][A-Za-z0-9_]*-[0-9]+(?:\.[0-9]+)*[A-Za-z]?)(?:-([0-9]+))?(?=[ _-]|$)/;
/**
* One spelling of a local task's id: prefix in upper case, leading zeros dropped in each segment, the letter of a
* split in lower case (`back-0222.01` -> `BACK-222.1`, `FEAT-007a` -> `FEAT-7a`). Null: no task id.
*/
function canonicalTaskId(text) {
	const [, prefix, digits, letter] = ID.exec(text.trim()) ?? [];
	if (prefix === void 0 || digits === void 0) return null;
	const segments = digits.replace(/[0-9]+/g, (segment) => segment.replace(/^0+(?=[0-9])/, ""));
	return `${prefix.toUpperCase()}-${segments}${(letter ?? "").toLowerCase()}`;
}
/** The prefix of a canonical id: `BACK` of `BACK-222.1`. */
function prefixOf(id) {
	return id.slice(0, id.indexOf("-"));
}
/**
* Canonical ids that a file's name can mean, likeliest first: `task-7 - Title.md`, `TASK-001.md`,
* `FEAT-001-slug.md`. `BUG-20260220-003.md` can mean a dated id or an id with a slug, so it gives both.
*/
function idsOfFileName(path) {
	const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
	const [, first, second] = NAME.exec(name) ?? [];
	if (first === void 0) return [];
	return [second === void 0 ? null : canonicalTaskId(`${first}-${second}`), canonicalTaskId(first)].filter((id) => id !== null);
}

Object.defineProperty(exports, "canonicalTaskId", {
  enumerable: true,
  get: function () {
    return canonicalTaskId;
  }
});
Object.defineProperty(exports, "idsOfFileName", {
  enumerable: true,
  get: function () {
    return idsOfFileName;
  }
});
Object.defineProperty(exports, "prefixOf", {
  enumerable: true,
  get: function () {
    return prefixOf;
  }
});