"use strict";

// src/core/quietly.ts
/** Writes what is only remembered: a disk that is full or read-only costs the memory, never the answer. */
function quietly(write) {
	try {
		write();
	} catch {}
}

Object.defineProperty(exports, "quietly", {
  enumerable: true,
  get: function () {
    return quietly;
  }
});