"use strict";

const require_notes = require("./git-notes.js");
const require_git = require("./git.js");

// src/verify/notes.ts
/** The ref that records are kept in where nobody names another. */
const NOTES_REF = "refs/notes/golden-thread";
/**
* The records that a server keeps as notes, and the commit whose whole history since the first of them they have to tell. Throws
* Fault("usage") where there are none, Fault("repository") for a revision that git does not know.
*/
async function readRecords(repo, { rev, ref }) {
	const through = await require_git.resolveCommit(repo, rev);
	const name = ref ?? NOTES_REF;
	const lines = (await require_notes.readNotes(repo, name)).flatMap((text) => text.split("\n")).filter((line) => line !== "");
	const ordered = inOrder(lines).map((line) => `${line}\n`);
	if (lines.length > 0) return {
		name,
		bytes: Buffer.from(ordered.join("")),
		through
	};
	throw new require_git.Fault("usage", "There are no records of what was judged.", {
		found: `no notes in ${name}`,
		wanted: "a file, a folder, or a ref with records",
		fix: `git fetch origin ${name}:${name}`
	});
}
/** Notes have no order; what their records say of it is judged like everything else. A claim stays behind its record. */
function inOrder(lines) {
	let seq = 0;
	return lines.map((line, index) => {
		seq = require_notes.placeIn(line)?.seq ?? seq;
		return {
			line,
			seq,
			index
		};
	}).sort((a, b) => a.seq - b.seq || a.index - b.index).map(({ line }) => line);
}

exports.readRecords = readRecords;