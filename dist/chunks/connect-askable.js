"use strict";

const require_git = require("./git.js");
const require_gate = require("./gate.js");

// src/connect/askable.ts
/**
* A remote's tracker for a command that can do nothing without it. Throws what stands against asking it: Fault("credentials" |
* "forbidden" | "unavailable").
*/
async function askableTracker(remote, options) {
	const dialed = await require_gate.dial(remote, options);
	const refusal = await dialed.deaf?.(1) ?? null;
	if (refusal === null) return (await dialed.line()).tracker;
	const { name } = remote;
	const fix = `golden-thread remote check ${name}`;
	switch (refusal.status) {
		case "credentials": throw new require_git.Fault("credentials", `${name} can't be asked: ${refusal.detail}`, { fix: refusal.fix ?? fix });
		case "forbidden":
		case "unavailable": throw new require_git.Fault(refusal.status, `${name} can't be asked: ${refusal.detail}`, { fix });
		case "found":
		case "claimed":
		case "absent": throw new require_git.Fault("internal", "An answer about one ticket is none about all of them.", { found: name });
	}
}

Object.defineProperty(exports, "askableTracker", {
  enumerable: true,
  get: function () {
    return askableTracker;
  }
});