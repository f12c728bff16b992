"use strict";

const require_git = require("./git.js");
const require_gate = require("./gate.js");

// src/ledger-commands/place.ts
/** What a person at a work tree goes by: its own policy, which sends no token where it alone says. */
const AT_HAND = {
	place: "hook",
	haste: "command"
};
/** Opens the repository around `world.cwd`. Throws Fault("policy") where its law names no ledger. */
async function openScene(world, options = null) {
	const { env, now } = world;
	const { home, policyRef } = options ?? AT_HAND;
	const { repo, tree, law } = await require_gate.openGate(world, options ?? AT_HAND);
	if (law.ledger === null) throw new require_git.Fault("policy", "The policy names no ledger.", {
		found: law.sources.length === 0 ? "no policy file" : law.sources.join(", "),
		wanted: "a ledger section, such as: ledger: { keys: [{ id: NAME, spki: \"PUBLIC KEY\" }] }",
		fix: "golden-thread key new"
	});
	const asking = {
		lawIsTrusted: policyRef !== void 0,
		...home === void 0 ? {} : { home }
	};
	return {
		repo,
		tree,
		law: {
			...law,
			ledger: law.ledger
		},
		env,
		now,
		haste: "command",
		asking
	};
}

Object.defineProperty(exports, "openScene", {
  enumerable: true,
  get: function () {
    return openScene;
  }
});