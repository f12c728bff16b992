"use strict";

const require_ticket = require("./core-ticket.js");

// src/core/reference.ts
/** Whether a place is part of a commit's message. */
function isOfMessage(place) {
	return place === "subject" || place === "body" || place === "trailer";
}
/** A canonical id as people write it in a message: `AB#12`, `CU-86ew42633`, `PROJ-7`. */
function writtenId(provider, id) {
	switch (provider) {
		case "azure": return `AB#${id}`;
		case "clickup": return /^[A-Z]/.test(id) ? id : `CU-${id}`;
		case "github":
		case "gitlab":
		case "jira":
		case "linear":
		case "notion":
		case "tasks": return id;
	}
}

// src/core/states.ts
/** Category names as a policy writes them; any other word in a list is a tracker's own name. */
const STATE_CATEGORIES = [
	"open",
	"in_progress",
	"done",
	"canceled",
	"unknown"
];
const DEFAULT_STATES = ["open", "in_progress"];
/** States of a remote's tickets that allow work. A remote that the policy's lists leave out keeps the default, never everything. */
function wantedStates(remote, { states }) {
	return listFor(remote, states) ?? DEFAULT_STATES;
}
/** Whether a state is among those. A category's word means the category alone, so that a tracker's state of the same name gains nothing by it. */
function isWantedState({ name, category }, wanted) {
	const isCategory = (word) => STATE_CATEGORIES.some((one) => one === word);
	return wanted.some((word) => isCategory(word) ? word === category && word !== "unknown" : isSameName(word, name));
}
/** A remote's own list; null: lists by remotes leave this one out. */
function listFor(remote, lists) {
	if (isList(lists)) return lists;
	return Object.hasOwn(lists, remote) ? lists[remote] ?? null : null;
}
function isList(lists) {
	return Array.isArray(lists);
}
/** Names in trackers are compared without case. */
function isSameName(a, b) {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}

// src/core/claims.ts
const PLACE_ORDER = [
	"subject",
	"body",
	"trailer",
	"title",
	"pr-body",
	"branch",
	"file"
];
/** References in a fixed order, whatever order they were gathered in. */
function inTextOrder(references) {
	return [...references].sort((a, b) => PLACE_ORDER.indexOf(a.place) - PLACE_ORDER.indexOf(b.place) || a.start - b.start || (a.id < b.id ? -1 : Number(a.id > b.id)));
}
/** The claims among `references`, one a ticket, in their order. `inherited`: keys that came with another commit, and whether they are excused. */
function claimsAmong(references, places, inherited = /* @__PURE__ */ new Map()) {
	const claims = /* @__PURE__ */ new Map();
	for (const { remote, id, provider, place } of references) {
		if (remote === null || !counts(place, places)) continue;
		const key = require_ticket.lookupKey(remote, id);
		if (claims.has(key)) continue;
		const excused = inherited.get(key) ?? false;
		const written = writtenId(provider, id);
		claims.set(key, {
			key,
			remote,
			id,
			written,
			place,
			inherited: inherited.has(key),
			excused
		});
	}
	return [...claims.values()];
}
/** A pull request's description is a body too. `file` is the upstream of a task that the change edits: it always counts. */
function counts(place, places) {
	if (place === "file") return true;
	return places.includes(place === "pr-body" ? "body" : place);
}

Object.defineProperty(exports, "claimsAmong", {
  enumerable: true,
  get: function () {
    return claimsAmong;
  }
});
Object.defineProperty(exports, "inTextOrder", {
  enumerable: true,
  get: function () {
    return inTextOrder;
  }
});
Object.defineProperty(exports, "isOfMessage", {
  enumerable: true,
  get: function () {
    return isOfMessage;
  }
});
Object.defineProperty(exports, "isSameName", {
  enumerable: true,
  get: function () {
    return isSameName;
  }
});
Object.defineProperty(exports, "isWantedState", {
  enumerable: true,
  get: function () {
    return isWantedState;
  }
});
Object.defineProperty(exports, "listFor", {
  enumerable: true,
  get: function () {
    return listFor;
  }
});
Object.defineProperty(exports, "wantedStates", {
  enumerable: true,
  get: function () {
    return wantedStates;
  }
});
Object.defineProperty(exports, "writtenId", {
  enumerable: true,
  get: function () {
    return writtenId;
  }
});