"use strict";

const require_git = require("./git.js");
const require_gate = require("./gate.js");
const require_gather = require("./gather.js");
const require_claims = require("./git-claims.js");
const require_draft_state = require("./git-draft-state.js");
const require_message_config = require("./git-message-config.js");
const require_tell = require("./hook-tell.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/git/trailer.ts
/** Adds `Key: value` to a message file unless it is there, above comments and scissors (git-interpret-trailers(1)). */
async function addTrailer(repo, file, trailer) {
	const path = (0, node_path.resolve)(repo.git.cwd, file);
	const message = (0, node_fs.readFileSync)(path);
	const whole = message.length === 0 || message.at(-1) === 10 ? message : Buffer.concat([message, Buffer.from("\n")]);
	const args = [
		"-c",
		"trailer.separators=:",
		"interpret-trailers",
		...[
			"--no-divider",
			"--if-exists",
			"addIfDifferent",
			"--trailer",
			trailer
		]
	];
	const { stdout } = await repo.git.run(args, { input: whole });
	(0, node_fs.writeFileSync)(path, stdout);
}

// src/fill-trailer.ts
/** Texts that are another commit's, or that git makes of other commits. */
const OTHERS = /* @__PURE__ */ new Set([
	"merge",
	"squash",
	"commit"
]);
/** What git says it is at, in what it runs (git(1), GIT_REFLOG_ACTION): these take over other commits' messages. */
const TAKES_OVER = /^(?:revert|cherry-pick|rebase|am)\b/;
/**
* Fills the branch's ticket into a message that names none, as a trailer. Does nothing where the branch names no ticket or
* several, the message names this one, or git writes the message itself: of a merge, a rebase, a revert, a cherry-pick.
*/
async function fillTrailer(world, { file, text, source }) {
	if (source !== null && OTHERS.has(source) || TAKES_OVER.test(world.env.GIT_REFLOG_ACTION ?? "")) return;
	const gate = await require_gate.openGate(world, { place: "hook" });
	const { references } = gate.law.sections;
	if (isUnderWay(gate) || !references.in.includes("trailer")) return;
	const ticket = await ticketOfBranch(gate);
	const isEmpty = source === "message" && text.trim() === "";
	if (ticket === null || isEmpty || isOfAnother(text)) return;
	const { comment } = await require_message_config.messageConfig(gate.repo);
	if (gate.reader.scan(text, "commit-msg", { commentChar: comment ?? "#" }).some(({ provider, id }) => provider === ticket.provider && id === ticket.id)) return;
	const shown = spelled(gate, references.trailer, ticket);
	if (shown !== null) await addTrailer(gate.repo, file, `${references.trailer}: ${shown}`);
}
/**
* Autosquash finds commits by their first line, and drops the message with it; what git writes of a revert or a cherry-pick
* leads to the other commit's ticket.
*/
function isOfAnother(text) {
	const { reverts, picks, amends } = require_claims.claimsIn(text);
	return reverts.length > 0 || picks.length > 0 || amends !== null;
}
function isUnderWay({ repo }) {
	const { mergeHeads, rebase, revertHead, cherryPickHead, squash } = require_draft_state.draftState(repo);
	return mergeHeads.length > 0 || rebase !== null || revertHead !== null || cherryPickHead !== null || squash;
}
async function ticketOfBranch({ repo, reader }) {
	const { branch } = await require_git.head(repo);
	const own = require_gather.branchReferences(reader, branch ?? "").filter(({ remote }) => remote !== null);
	const [first] = own;
	return first !== void 0 && own.every(({ id }) => id === first.id) ? first : null;
}
/** The id as a message has to write it for the scanner to find it again; null: there is no such way. */
function spelled({ reader }, key, { provider, id }) {
	return [
		id.slice(id.indexOf("#")),
		id,
		`AB#${id}`,
		`CU-${id}`
	].find((form) => {
		const found = reader.scan(`x\n\n${key}: ${form}\n`, "commit");
		return found.length === 1 && found[0]?.provider === provider && found[0].id === id;
	}) ?? null;
}

// src/hook/prepare-commit-msg.ts
/** Fills the branch's ticket into the message that is about to be written. It judges nothing, so it stops no commit. */
async function prepareCommitMsg(world, args) {
	const [file, source = null, _commit, ...more] = args;
	if (file === void 0 || more.length > 0) throw new require_git.Fault("usage", "The prepare-commit-msg hook is given a file, and what its text is from.", {
		found: args.length === 0 ? "none" : args.join(" "),
		wanted: "the message file, as git hands it over",
		fix: "golden-thread hook prepare-commit-msg .git/COMMIT_EDITMSG"
	});
	try {
		const text = (0, node_fs.readFileSync)((0, node_path.resolve)(world.cwd, file), "utf8");
		await fillTrailer(world, {
			file,
			text,
			source
		});
	} catch (thrown) {
		require_tell.note(world, thrown);
	}
	return 0;
}

exports.prepareCommitMsg = prepareCommitMsg;