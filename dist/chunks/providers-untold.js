"use strict";

// src/providers/untold.ts
/** The same answer for every id: nobody can tell. `detail`: why, as a sentence. */
function untold(ids, detail) {
	return new Map(ids.map((id) => [id, {
		status: "untold",
		detail
	}]));
}

Object.defineProperty(exports, "untold", {
  enumerable: true,
  get: function () {
    return untold;
  }
});