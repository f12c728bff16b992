"use strict";

// src/core/fault.ts
/** Thrown for what the gate can't do: what was found, what was wanted, and the command that mends it. */
var Fault = class extends Error {
	name = "Fault";
	code;
	found;
	wanted;
	fix;
	problems;
	constructor(code, message, details = {}) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.code = code;
		this.found = details.found;
		this.wanted = details.wanted;
		this.fix = details.fix;
		this.problems = details.problems ?? [];
	}
};

Object.defineProperty(exports, "Fault", {
  enumerable: true,
  get: function () {
    return Fault;
  }
});