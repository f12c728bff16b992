"use strict";

// src/core/ticket.ts
/** Parts of a ticket that an approval is bound to. State and assignees are none: work changes them. */
const SNAPSHOT_FIELDS = [
	"title",
	"description",
	"criteria"
];
/** The answer for an id that an answer left out. */
const SILENT = {
	status: "unavailable",
	detail: "the tracker's answer left this id out"
};
/** The key of a look-up: two remotes may both have `PROJ-1`. */
function lookupKey(remote, id) {
	return `${remote}:${id}`;
}

Object.defineProperty(exports, "SILENT", {
  enumerable: true,
  get: function () {
    return SILENT;
  }
});
Object.defineProperty(exports, "SNAPSHOT_FIELDS", {
  enumerable: true,
  get: function () {
    return SNAPSHOT_FIELDS;
  }
});
Object.defineProperty(exports, "lookupKey", {
  enumerable: true,
  get: function () {
    return lookupKey;
  }
});