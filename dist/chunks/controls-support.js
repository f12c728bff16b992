"use strict";

const require_controls = require("./controls.js");

// src/controls/support.ts
/** Each control of a mapping, with how much of its evidence is there. */
function supportsOf(evidence, { items } = require_controls.MAPPING) {
	const states = new Map(evidence.map(({ id, state }) => [id, state]));
	return items.map((control) => {
		const told = control.evidence.map((id) => states.get(id) ?? "absent");
		return {
			...control,
			claim: "supports",
			state: stateOf(told)
		};
	});
}
function stateOf(told) {
	if (told.length > 0 && told.every((one) => one === "present")) return "present";
	return told.some((one) => one !== "absent") ? "partial" : "absent";
}

Object.defineProperty(exports, "supportsOf", {
  enumerable: true,
  get: function () {
    return supportsOf;
  }
});