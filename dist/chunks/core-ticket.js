"use strict";

// src/core/ticket.ts
/** The key of a look-up: two remotes may both have `PROJ-1`. */
function lookupKey(remote, id) {
	return `${remote}:${id}`;
}

Object.defineProperty(exports, "lookupKey", {
  enumerable: true,
  get: function () {
    return lookupKey;
  }
});