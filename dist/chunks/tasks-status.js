"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/tasks/status.ts
var status_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	categoriesIn: () => categoriesIn,
	isConfigured: () => isConfigured,
	readCategories: () => readCategories,
	stateOf: () => stateOf
});
/** Names that mean the same in every backlog, as `plainStatus` spells them. */
const KNOWN = new Map([
	...names("open", "todo", "open", "new", "backlog", "pending", "ready", "readytoimplement", "needsinvestigation"),
	...names("in_progress", "inprogress", "doing", "started", "active", "review", "inreview", "codereview", "testing"),
	...names("in_progress", "blocked", "lintblocked", "reviewblocked", "commitblocked"),
	...names("done", "done", "complete", "completed", "closed", "finished", "resolved", "merged", "released"),
	...names("canceled", "canceled", "cancelled", "wontdo", "wontfix", "rejected", "duplicate", "obsolete", "abandoned"),
	...names("canceled", "split")
]);
function names(category, ...list) {
	return list.map((name) => [name, category]);
}
/** Case, spaces and decoration are not part of a status: `In Progress`, `in_progress` and `◒ In progress` are one. */
function plainStatus(status) {
	return status.toLowerCase().replace(/[\s_\p{S}\p{P}]+/gu, "");
}
/** Reads a policy's `status_map`: category to names. */
function readCategories(map) {
	const categories = [
		"open",
		"in_progress",
		"done",
		"canceled"
	];
	const named = {
		...map,
		in_progress: [...map.review ?? [], ...map.in_progress ?? []]
	};
	return new Map(categories.flatMap((category) => (named[category] ?? []).map((name) => [plainStatus(name), category])));
}
/** The same from the settings of the remote that local tasks are, as a law holds them; left out where they say nothing. */
function categoriesIn(settings) {
	const map = settings?.status_map;
	return typeof map === "object" && map !== null ? readCategories({ ...map }) : void 0;
}
/**
* Where a status stands. The last configured status is the terminal one, whatever its name (unless that says
* cancelled); then common names count; then position: the first is open, those between are in progress.
*/
function statusCategory(status, { backlog, categories }) {
	const plain = plainStatus(status);
	const said = categories?.get(plain);
	if (said !== void 0) return said;
	const known = KNOWN.get(plain);
	const position = backlog.statuses.findIndex((name) => plainStatus(name) === plain);
	const last = backlog.statuses.length - 1;
	if (position === last && last > 0) return known === "canceled" ? "canceled" : "done";
	if (known !== void 0) return known;
	if (position === -1) return "unknown";
	return position === 0 ? "open" : "in_progress";
}
/**
* The state of a task in its folder: completed files are done whatever they say (unless cancelled), and a draft is in
* no category, so that it can't authorise even where its status could.
*/
function stateOf(status, kind, reading) {
	if (kind === "draft") return {
		name: "Draft",
		category: "unknown"
	};
	if (status === null) return {
		name: "",
		category: kind === "completed" ? "done" : "unknown"
	};
	const category = statusCategory(status, reading);
	return {
		name: status,
		category: kind === "completed" && category !== "canceled" ? "done" : category
	};
}
/** True where the policy or the backlog's configuration lists the status, or its dialect has it by itself. */
function isConfigured(status, { backlog, categories }) {
	const plain = plainStatus(status);
	if (categories?.has(plain)) return true;
	if (backlog.dialect === "toolkit" && KNOWN.has(plain)) return true;
	return backlog.statuses.some((name) => plainStatus(name) === plain);
}

Object.defineProperty(exports, "categoriesIn", {
  enumerable: true,
  get: function () {
    return categoriesIn;
  }
});
Object.defineProperty(exports, "isConfigured", {
  enumerable: true,
  get: function () {
    return isConfigured;
  }
});
Object.defineProperty(exports, "readCategories", {
  enumerable: true,
  get: function () {
    return readCategories;
  }
});
Object.defineProperty(exports, "stateOf", {
  enumerable: true,
  get: function () {
    return stateOf;
  }
});
Object.defineProperty(exports, "status_exports", {
  enumerable: true,
  get: function () {
    return status_exports;
  }
});