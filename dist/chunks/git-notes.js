"use strict";

const require_git = require("./git.js");
const require_ledger_ref = require("./git-ledger-ref.js");

// src/attest/log-place.ts
/** The place that a line's record gives itself, whoever signed it and whether that holds; null: it has none. */
function placeIn(line) {
	const [, payload] = /"payload":"([A-Za-z0-9+/=]*)"/.exec(line) ?? [];
	const text = payload === void 0 ? line : Buffer.from(payload, "base64").toString("utf8");
	const [, logId] = /"logId":"([0-9a-f]{64})"/.exec(text) ?? [];
	const [, seq] = /"seq":([0-9]{1,9})[,}]/.exec(text) ?? [];
	return logId === void 0 || seq === void 0 ? null : {
		logId,
		seq: Number(seq)
	};
}

// src/git/notes.ts
/** A job's runner, or a server's account, has no name that git would take for a commit. */
const AS_MACHINE = [
	"-c",
	`user.name=${require_ledger_ref.MACHINE.name}`,
	"-c",
	`user.email=${require_ledger_ref.MACHINE.email}`
];
/** Largest blob of notes that is read: records of all refs that moved to one commit. */
const MOST_BYTES = 67108864;
/** The texts of all notes of a ref; none: there is no such ref. */
async function readNotes({ git }, ref) {
	const { code, stdout } = await git.run([
		"ls-tree",
		"-r",
		"-z",
		"--end-of-options",
		ref
	], { codes: [0, 128] });
	if (code !== 0) return [];
	const blobs = stdout.toString("latin1").split("\0").flatMap((entry) => /^100644 blob ([0-9a-f]+)\t/.exec(entry)?.[1] ?? []);
	const texts = [];
	for (const blob of blobs) texts.push(await readBlob({ git }, blob));
	return texts;
}
async function readBlob({ git }, id) {
	const { stdout } = await git.run([
		"cat-file",
		"blob",
		id
	], { limit: MOST_BYTES });
	return stdout.toString("utf8");
}
/**
* The note that was written last to a ref that only this program writes, and the ref's commit; null: there is none. `text` is empty where that
* commit did not write exactly one.
*/
async function lastNote({ git }, ref) {
	const commit = await require_ledger_ref.refCommit({ git }, ref);
	if (commit === null) return null;
	const [blob, ...others] = writtenIn(await git.text([
		"diff-tree",
		"--root",
		"-r",
		"--no-commit-id",
		"--no-renames",
		commit
	]));
	return {
		commit,
		text: blob === void 0 || others.length > 0 ? "" : await readBlob({ git }, blob)
	};
}
/** A growing tree is laid out anew now and then: what comes under one name and goes from another was there before. */
function writtenIn(changed) {
	const gone = new Set(idsIn(changed, /^:\d+ \d+ ([0-9a-f]+) 0+ D\t/gm));
	return idsIn(changed, /^:\d+ 100644 [0-9a-f]+ ([0-9a-f]+) [AM]\t/gm).filter((id) => !gone.has(id));
}
function idsIn(changed, row) {
	return [...changed.matchAll(row)].map(([, id = ""]) => id);
}
/**
* Adds lines to a commit's note, byte for byte, where the ref still is what it was (`before`; null: it is not there). False: it is not, and
* nothing was written. Throws Fault("storage") where the note holds something else than JSON lines.
*/
async function addNote({ git, objectFormat }, { ref, before, commit }, lines) {
	const blobId = await git.text([
		"hash-object",
		"-w",
		"--stdin"
	], { input: lines });
	const own = `${ref}.${blobId.slice(0, 16)}`;
	const none = "0".repeat(objectFormat === "sha256" ? 64 : 40);
	if (before !== null) await git.run([
		"update-ref",
		own,
		before
	]);
	try {
		const { code, stdout } = await git.run([
			"notes",
			`--ref=${own}`,
			"show",
			commit
		], { codes: [0, 1] });
		const old = code === 0 ? stdout.toString("utf8") : "";
		if (old !== "" && !(old.endsWith("\n") && old.startsWith("{"))) throw notOurs(ref, commit);
		const blob = old === "" ? blobId : await git.text([
			"hash-object",
			"-w",
			"--stdin"
		], { input: old + lines });
		await git.run([
			...AS_MACHINE,
			"notes",
			`--ref=${own}`,
			"add",
			"-f",
			"-C",
			blob,
			commit
		]);
		const after = await git.text([
			"rev-parse",
			"--verify",
			own
		]);
		return (await git.run([
			"update-ref",
			ref,
			after,
			before ?? none
		], { codes: [
			0,
			1,
			128
		] })).code === 0;
	} finally {
		await git.run([
			"update-ref",
			"-d",
			own
		], { codes: [
			0,
			1,
			128
		] });
	}
}
function notOurs(ref, commit) {
	return new require_git.Fault("storage", "A note holds something else than records.", {
		found: `${ref}, the note of ${commit}`,
		wanted: "a ref that nothing else writes to",
		fix: "golden-thread config explain evidence.notes"
	});
}

Object.defineProperty(exports, "addNote", {
  enumerable: true,
  get: function () {
    return addNote;
  }
});
Object.defineProperty(exports, "lastNote", {
  enumerable: true,
  get: function () {
    return lastNote;
  }
});
Object.defineProperty(exports, "placeIn", {
  enumerable: true,
  get: function () {
    return placeIn;
  }
});
Object.defineProperty(exports, "readNotes", {
  enumerable: true,
  get: function () {
    return readNotes;
  }
});