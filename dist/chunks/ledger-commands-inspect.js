"use strict";

const require_git = require("./git.js");
const require_ledger_ref = require("./git-ledger-ref.js");
const require_home = require("./ledgers-home.js");
const require_ledgers = require("./ledgers.js");
const require_place = require("./ledger-commands-place.js");

// src/ledger-commands/inspect.ts
/** Whether a ledger counts here and now. Throws Fault("policy") where the law names none. */
async function inspectLedger(world, named) {
	const scene = await require_place.openScene(world);
	if (named === null) {
		const answer = await require_ledgers.openLedger(scene);
		if (answer === null) throw new require_git.Fault("internal", "A law that names a ledger names none.");
		return {
			home: scene.law.ledger.from,
			answer
		};
	}
	const bytes = await bytesOf(scene, named);
	return {
		home: "rev" in named ? named.rev : "file",
		answer: await require_ledgers.verifyLedger(scene, bytes)
	};
}
/** Two ledgers of this repository, however old they are. */
async function inspectTwo(world, names) {
	const scene = await require_place.openScene(world);
	const open = async (named) => require_ledgers.openPastLedger(scene, await bytesOf(scene, named));
	return [await open(names[0]), await open(names[1])];
}
async function bytesOf(place, named) {
	if (named !== null && "bytes" in named) return named.bytes;
	const rev = named?.rev ?? "";
	const bytes = await require_ledger_ref.readLedgerRef(place.repo, rev, require_home.MOST_LEDGER_BYTES);
	if (bytes !== null) return bytes;
	throw new require_git.Fault("usage", "There is no such ledger.", {
		found: rev,
		wanted: "a file, or a revision that holds a ledger, such as refs/golden-thread/ledger",
		fix: "golden-thread ledger fetch"
	});
}
/** Brings the ledger's ref from `origin`, and says what it is. Throws Fault("repository") where origin has none. */
async function fetchLedger(world) {
	const scene = await require_place.openScene(world);
	const { from } = scene.law.ledger;
	if (!from.startsWith("refs/")) throw new require_git.Fault("usage", "Only a ledger in a ref is fetched; others are read where they are.", {
		found: from,
		wanted: "ledger.from: a ref"
	});
	if (!await require_ledger_ref.fetchRef(scene.repo, from)) throw new require_git.Fault("repository", "origin has no ledger.", {
		found: `no ${from}`,
		wanted: "a ledger that was built and pushed",
		fix: "golden-thread ledger build --push"
	});
	return inspectLedger(world, null);
}

exports.fetchLedger = fetchLedger;
exports.inspectLedger = inspectLedger;
exports.inspectTwo = inspectTwo;