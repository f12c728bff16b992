"use strict";

// src/core/audit.ts
/** Every standing, best first. */
const STANDINGS = [
	"authorised",
	"exempt",
	"unauthorised",
	"unreferenced",
	"unknown"
];

Object.defineProperty(exports, "STANDINGS", {
  enumerable: true,
  get: function () {
    return STANDINGS;
  }
});