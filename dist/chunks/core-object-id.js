"use strict";

// src/core/object-id.ts
/** Whether a text is a full object id of either format, in lower-case hex. */
function isObjectId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

Object.defineProperty(exports, "isObjectId", {
  enumerable: true,
  get: function () {
    return isObjectId;
  }
});