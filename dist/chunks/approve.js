"use strict";

const require_askable = require("./connect-askable.js");
const require_core = require("./core.js");
const require_git = require("./git.js");
const require_gate = require("./gate.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_snapshot = require("./gather-snapshot.js");

// src/approve.ts
/**
* Approves a ticket from the credential's own account, by a comment that is bound to what the ticket says. Whatever nobody would count is
* refused before it is posted: Fault("usage" | "forbidden"), and what the tracker's answers give. A ticket that changes after it was shown
* gets an approval of what was shown, which counts for nothing else.
*/
async function approveTicket(world, ref, consent) {
	const { expect } = consent;
	if (expect !== null) refuseNoDigest(expect);
	const { tracker, ...shown } = await readTicket(world, ref);
	const { ticket, snapshot, by } = shown;
	const answer = {
		...shown,
		changed: [],
		url: null,
		doubt: null
	};
	const changed = expect === null ? [] : require_snapshot.unexpectedFields(expect, snapshot);
	if (changed.length > 0) return {
		...answer,
		outcome: "other",
		changed
	};
	const before = await tracker.comments(ticket.id);
	const known = newestOf(by, before);
	if (known !== null && isSame(known.snapshot, snapshot)) return {
		...answer,
		outcome: "already",
		url: known.url,
		doubt: doubtOf(known)
	};
	if (consent.dryRun) return {
		...answer,
		outcome: "shown"
	};
	if (!await consent.agree(shown)) return {
		...answer,
		outcome: "declined"
	};
	return {
		...answer,
		outcome: "approved",
		...await post(tracker, ticket, {
			by,
			snapshot,
			before
		})
	};
}
/** Everything there is to be seen before anybody approves it. */
async function readTicket(world, ref) {
	const gate = await require_gate.openGate(world, {
		place: "hook",
		haste: "command"
	});
	const { remote, id } = await require_named_ticket.namedTicket(gate, ref, REFUSAL);
	const { env, now } = world;
	const tracker = await require_askable.askableTracker(remote, {
		commonDir: null,
		env,
		lawIsTrusted: false,
		haste: "command",
		now
	});
	const ticket = require_named_ticket.foundTicket(remote.name, id, await tracker.one(id));
	const laws = lawsFor(gate.law, ticket);
	const by = await tracker.identity();
	refuseStranger(by, laws);
	const snapshot = require_snapshot.snapshotOf(ticket);
	if (snapshot === null) throw new require_git.Fault("usage", "The ticket's description is too long to be read to its end, so nobody can approve it.", {
		found: ticket.key,
		wanted: "a description that is read in whole",
		fix: "move parts of it into documents that it links to"
	});
	return {
		ticket,
		snapshot,
		digest: require_snapshot.snapshotDigest(snapshot),
		by,
		tracker
	};
}
function refuseNoDigest(text) {
	if (require_snapshot.isSnapshotDigest(text)) return;
	throw new require_git.Fault("usage", "This is no digest of a ticket's text.", {
		found: text,
		wanted: "what a dry run shows as expect",
		fix: "golden-thread ticket approve TICKET --dry-run"
	});
}
/** Whoever approves what nobody asks them to approve would think that it counts. */
function lawsFor(law, ticket) {
	const laws = require_core.approvalLaws(law);
	const needed = laws.filter((one) => require_core.needsApproval(ticket, one));
	if (needed.length > 0) return needed;
	const risks = laws.flatMap(({ risk }) => risk ?? []);
	throw new require_git.Fault("usage", "The policy asks nobody to approve this ticket, so an approval would count for nothing.", {
		found: ticket.key,
		wanted: laws.length === 0 ? "authorise.approval in the policy" : `a ticket of risk ${risks.join(" or ")}`,
		fix: "golden-thread config explain authorise.approval"
	});
}
function refuseStranger(by, laws) {
	const person = {
		...by,
		email: by.email ?? ""
	};
	if (laws.some((law) => require_core.isApprover(person, law))) return;
	const approvers = [...new Set(laws.flatMap((law) => law.approvers))].join(", ");
	const own = [
		by.login,
		by.email,
		by.account
	].filter((one) => one !== void 0 && one !== null && one !== "");
	throw new require_git.Fault("forbidden", "This account is none of those that may approve, so nobody would count it.", {
		found: `${by.name} (${[...new Set(own)].join(", ")})`,
		wanted: approvers === "" ? "an account under authorise.approval.approvers, which is empty" : approvers,
		fix: "golden-thread config explain authorise.approval"
	});
}
/** Posts it, and looks at what the tracker then shows of it: that is what the gate will see. */
async function post(tracker, { id }, { by, snapshot, before }) {
	const own = before.filter((comment) => comment.by?.account === by.account);
	const mark = `approval-${require_snapshot.snapshotName(snapshot)}-${own.length + 1}`;
	const posted = await tracker.comment(id, `${SENTENCE}\n\n${require_core.approvalLine(snapshot)}`, mark);
	const seen = newestOf(by, await tracker.comments(id));
	if (seen === null || !isSame(seen.snapshot, snapshot)) return {
		url: posted.url,
		doubt: "the tracker does not show the comment as it was posted."
	};
	return {
		url: posted.url,
		doubt: doubtOf(seen)
	};
}
const REFUSAL = {
	message: "A task of this repository can't be approved: its file proves nobody's account.",
	fix: (upstream) => upstream === null ? "golden-thread config explain authorise.approval" : `golden-thread ticket approve ${upstream}`
};
const SENTENCE = "I approve this ticket as it stands now: its title, its description and its acceptance criteria.";
/** This account's newest approval that was not edited, as far as the tracker tells. */
function newestOf(by, comments) {
	return comments.flatMap((comment) => {
		const snapshot = require_core.approvalIn(comment.text);
		const counts = comment.by?.account === by.account && comment.edited !== true;
		return snapshot === null || !counts ? [] : [{
			...comment,
			snapshot
		}];
	}).at(-1) ?? null;
}
function doubtOf({ edited }) {
	return edited === false ? null : "the tracker does not tell whether the comment was edited afterwards.";
}
function isSame(one, other) {
	return require_core.differingFields(one, other).length === 0;
}

exports.approveTicket = approveTicket;