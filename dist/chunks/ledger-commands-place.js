"use strict";

const require_fault = require("./core-fault.js");
const require_gate = require("./gate.js");

// src/ledger-commands/place.ts
/** Opens the repository around `world.cwd`. Throws Fault("policy") where its law names no ledger. */
async function openScene(world) {
	const { env, now } = world;
	const { repo, tree, law } = await require_gate.openGate(world, {
		place: "hook",
		haste: "command"
	});
	if (law.ledger === null) throw new require_fault.Fault("policy", "The policy names no ledger.", {
		found: law.sources.length === 0 ? "no policy file" : law.sources.join(", "),
		wanted: "a ledger section, such as: ledger: { keys: [{ id: NAME, spki: \"PUBLIC KEY\" }] }",
		fix: "golden-thread key new"
	});
	return {
		repo,
		tree,
		law: {
			...law,
			ledger: law.ledger
		},
		env,
		now,
		haste: "command"
	};
}

Object.defineProperty(exports, "openScene", {
  enumerable: true,
  get: function () {
    return openScene;
  }
});