"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_core = require("./core.js");

// src/git/machine.ts
/** Who is said to have written what a machine commits: nobody, and no person. */
const MACHINE = {
	name: "golden-thread",
	email: "golden-thread@localhost.invalid"
};

// src/git/ledger-ref.ts
var ledger_ref_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ fetchRef: () => fetchRef });
/** Name of the ledger in its commit's tree. */
const FILE = "ledger.jsonl";
/** Nobody's: what is issued by a machine names no person. */
const ISSUER = `${MACHINE.name} <${MACHINE.email}>`;
/** The ledger that a revision holds, and its commit; null: there is no such revision, or it holds none. Throws Fault("git") above `limit` bytes. */
async function readLedgerRef({ git }, rev, limit) {
	const { stdout } = await git.run(["cat-file", "--batch"], {
		input: `${rev}:${FILE}\n`,
		limit: limit + HEAD_ROOM
	});
	const end = stdout.indexOf(10);
	const [, type, size] = stdout.toString("latin1", 0, Math.max(0, end)).split(" ");
	if (type !== "blob") return null;
	return stdout.subarray(end + 1, end + 1 + Number(size));
}
const HEAD_ROOM = 1024;
/** The commit that a ref of this full name names; null: there is no such ref. `rev-parse` would take a branch or a tag that is called like it. */
async function refCommit({ git }, ref) {
	const id = await git.text([
		"show-ref",
		"--verify",
		"--hash",
		ref
	], { codes: [
		0,
		1,
		128
	] });
	return id === "" ? null : id;
}
/** What a remote has whose name is a ref's, or ends like it, by full name: git's own patterns ask for no more, and a branch may be called anything. */
async function refsLike({ git }, ref, remote) {
	const listed = await git.text([
		"ls-remote",
		remote,
		ref
	]);
	return new Map(Array.from(listed.matchAll(/^([0-9a-f]+)\t(.+)$/gm), ([, id = "", name = ""]) => [name, id]));
}
/**
* Puts a ledger in the place of the one that `before` names, as a commit without parents: history would keep every ledger that
* ever was. `at`: RFC 3339. Throws Fault("storage") where another was put there meanwhile.
*/
async function replaceLedgerRef({ git, objectFormat }, { ref, before, at }, bytes) {
	const blob = await git.text([
		"hash-object",
		"-w",
		"--stdin"
	], { input: bytes });
	const tree = await git.text(["mktree"], { input: `100644 blob ${blob}\t${FILE}\n` });
	const header = `${ISSUER} ${Math.floor(require_core.unixSeconds(at))} +0000`;
	const commit = `tree ${tree}\nauthor ${header}\ncommitter ${header}\n\nLedger of ${at}\n`;
	const id = await git.text([
		"hash-object",
		"-t",
		"commit",
		"-w",
		"--stdin"
	], { input: commit });
	const none = "0".repeat(objectFormat === "sha256" ? 64 : 40);
	const { code, stderr } = await git.run([
		"update-ref",
		ref,
		id,
		before ?? none
	], { codes: [
		0,
		1,
		128
	] });
	if (code === 0) return id;
	throw new require_git.Fault("storage", "The ledger was not replaced: its ref is no longer what it was.", {
		found: stderr.trim(),
		wanted: `${ref} at ${before ?? "nothing"}`,
		fix: "golden-thread ledger build"
	});
}
/** Brings a ref from a remote, which is right whatever is here. False: it has none there. Throws Fault("git") where git can't get it. */
async function fetchRef({ git }, ref, remote = "origin") {
	const id = (await refsLike({ git }, ref, remote)).get(ref);
	if (id === void 0) return false;
	await git.run([
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		remote,
		`+${id}:${ref}`
	]);
	return true;
}
/**
* Takes a ledger's ref to a remote, where it must still be `before`. Our own pre-push hook lets it through; what else stands in
* that hook is about work, and a ledger is none. Throws Fault("git") with git's words where it is refused.
*/
async function pushLedgerRef({ git }, { ref, before, remote }, commit) {
	const lease = `--force-with-lease=${ref}:${before ?? ""}`;
	await git.run([
		"push",
		"--quiet",
		"--no-verify",
		lease,
		remote,
		`${commit}:${ref}`
	]);
}

Object.defineProperty(exports, "MACHINE", {
  enumerable: true,
  get: function () {
    return MACHINE;
  }
});
Object.defineProperty(exports, "fetchRef", {
  enumerable: true,
  get: function () {
    return fetchRef;
  }
});
Object.defineProperty(exports, "ledger_ref_exports", {
  enumerable: true,
  get: function () {
    return ledger_ref_exports;
  }
});
Object.defineProperty(exports, "pushLedgerRef", {
  enumerable: true,
  get: function () {
    return pushLedgerRef;
  }
});
Object.defineProperty(exports, "readLedgerRef", {
  enumerable: true,
  get: function () {
    return readLedgerRef;
  }
});
Object.defineProperty(exports, "refCommit", {
  enumerable: true,
  get: function () {
    return refCommit;
  }
});
Object.defineProperty(exports, "refsLike", {
  enumerable: true,
  get: function () {
    return refsLike;
  }
});
Object.defineProperty(exports, "replaceLedgerRef", {
  enumerable: true,
  get: function () {
    return replaceLedgerRef;
  }
});