"use strict";

// src/git/machine.ts
/** Who is said to have written what a machine commits: nobody, and no person. */
const MACHINE = {
	name: "golden-thread",
	email: "golden-thread@localhost.invalid"
};

Object.defineProperty(exports, "MACHINE", {
  enumerable: true,
  get: function () {
    return MACHINE;
  }
});