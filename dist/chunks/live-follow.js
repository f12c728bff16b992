"use strict";

const require_opening = require("./opening.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_crypto = require("node:crypto");

// src/store/moved.ts
/** Files whose prints are taken in one go: a tick of the clock is enough for so many. */
const MOST_FILES = 5e3;
/** A digest of what some revisions name now; one that names nothing counts as that. One child, which reads nothing but refs. */
async function revisionsNow({ git }, revisions) {
	const args = [
		"rev-parse",
		"--quiet",
		"--end-of-options",
		...revisions
	];
	return digestOf([await git.text(args, { codes: [
		0,
		1,
		128
	] })]);
}
/**
* A digest that changes when one of some root-relative files is written, when another comes to be beside it, or when what trackers told
* is kept anew. Nothing is read but what the file system tells of each.
*/
function filesNow({ root, commonDir }, paths) {
	const own = root === null ? [] : paths.slice(0, MOST_FILES).map((path) => (0, node_path.join)(root, path));
	const folders = own.map((path) => (0, node_path.dirname)(path)).filter((folder) => folder !== root);
	const kept = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "tickets");
	return digestOf([.../* @__PURE__ */ new Set([
		...own,
		...folders,
		kept
	])].map(require_store.printOf));
}
function digestOf(texts) {
	return (0, node_crypto.createHash)("sha256").update(texts.join("\n")).digest("hex");
}

// src/live/follow.ts
/**
* Looks once, and again whenever somebody asks and what the answer rests on has moved. Nobody waits for that: who asks gets what there is,
* and finds the new answer when asking later. A look that fails leaves the last answer in its place, and is not repeated before
* something moves again. What the first look throws is thrown.
*/
async function follow(world, { revisions, look, files }) {
	const repo = await require_opening.startOpening(world, null).repo;
	const placeOf = (refs, seen) => `${refs} ${filesNow(repo, files(seen))}`;
	const looked = async (version) => {
		const refs = await revisionsNow(repo, revisions);
		const seen = await look();
		return {
			followed: {
				seen,
				version: String(version),
				fault: null
			},
			place: placeOf(refs, seen)
		};
	};
	let current = await looked(1);
	let isLooking = false;
	const again = async (place) => {
		try {
			current = await looked(Number(current.followed.version) + 1);
		} catch (fault) {
			current = {
				followed: {
					...current.followed,
					fault
				},
				place
			};
		} finally {
			isLooking = false;
		}
	};
	return async () => {
		const place = placeOf(await revisionsNow(repo, revisions), current.followed.seen);
		if (place !== current.place && !isLooking) {
			isLooking = true;
			again(place);
		}
		return current.followed;
	};
}

exports.follow = follow;