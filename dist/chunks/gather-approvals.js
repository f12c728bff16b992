"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_p_limit = require("./p-limit.js");
const require_core = require("./core.js");
const require_git = require("./git.js");
const require_snapshot = require("./gather-snapshot.js");

// src/core/label-approval.ts
/**
* The approval that a label gives, by a ticket's history: whoever set it last, and what was changed since. Null: the history does not tell
* who set it, or tells that it was taken away.
*/
function labelApproval(label, history) {
	const events = [...history].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
	const isIt = (name) => name !== null && require_core.isSameName(name, label);
	const last = events.findLast(({ field, from, to }) => field === "labels" && isIt(from) !== isIt(to));
	if (last === void 0 || last.by === null || !isIt(last.to)) return null;
	const { at, by } = last;
	const later = events.filter((event) => Date.parse(event.at) >= Date.parse(at) && isChange(event));
	return {
		by,
		at,
		of: {
			kind: "label",
			label,
			changed: require_core.SNAPSHOT_FIELDS.filter((part) => later.some(({ field }) => field === part))
		}
	};
}
/** A ticked box is none, where the tracker tells both texts. Two that are the same here differ in what was cut out of them. */
function isChange({ from, to }) {
	return from === to || from === null || to === null || require_core.normalised(from) !== require_core.normalised(to);
}

// src/gather/approvals.ts
var approvals_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ approving: () => approving });
/** How many tickets of one tracker are asked about at once; the same few as providers ask. */
const WIDTH = 5;
/**
* A source whose tickets bring the approvals that a law may ask of them. Nothing more is asked where no law needs one. What can't be had is
* told as such: it never hides the ticket.
*/
function approving(source, open, laws) {
	if (laws.length === 0) return source;
	return {
		...source,
		async many(ids) {
			const answers = await source.many(ids);
			const told = await require_p_limit.pLimit(WIDTH).map(answers, async ([id, lookup]) => {
				const needed = lookup.status === "found" ? laws.filter((one) => require_core.needsApproval(lookup.ticket, one)) : [];
				return [id, needed.length === 0 ? lookup : await withApprovals(lookup, open, needed)];
			});
			return new Map(told);
		}
	};
}
async function withApprovals(lookup, open, laws) {
	if (lookup.status !== "found" || lookup.source !== "api") return lookup;
	const whole = lookup.ticket.untold?.includes("snapshot") ? await (await open()).one(lookup.ticket.id) : lookup;
	if (whole.status !== "found") return lookup;
	return {
		...lookup,
		ticket: await approvedTicket(whole.ticket, open, laws)
	};
}
/** The ticket with its snapshot and everybody's approvals. */
async function approvedTicket(ticket, open, laws) {
	const snapshot = require_snapshot.snapshotOf(ticket);
	const parts = [byComments(ticket, open), ...labelsOf(laws).map((label) => byLabel(ticket, open, label))];
	const told = await Promise.all(parts.map((part) => part.catch(asUntold)));
	const approvals = told.flatMap((one) => one.approvals).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
	const [untoldWhy] = [...snapshot === null ? ["its description is longer than is read here."] : [], ...told.flatMap(({ untold }) => untold ?? [])];
	return {
		...ticket,
		approvals,
		...snapshot === null ? {} : { snapshot },
		...untoldWhy === void 0 ? {} : {
			untoldWhy,
			untold: [...ticket.untold ?? [], "approvals"]
		}
	};
}
async function byComments(ticket, open) {
	const found = (await (await open()).comments(ticket.id)).flatMap((comment) => approvalOf(comment));
	const doubtful = found.some(({ edited }) => edited === null);
	return {
		approvals: found.filter(({ edited }) => edited === false).map(({ approval }) => approval),
		untold: doubtful ? "the tracker does not tell whether a comment was edited after it was posted." : null
	};
}
function approvalOf({ by, at, text, edited }) {
	const snapshot = require_core.approvalIn(text);
	if (snapshot === null || by === null) return [];
	return [{
		approval: {
			by,
			at,
			of: {
				kind: "comment",
				snapshot
			}
		},
		edited
	}];
}
async function byLabel(ticket, open, label) {
	if (!ticket.labels.some((one) => require_core.isSameName(one, label))) return {
		approvals: [],
		untold: null
	};
	const port = await open();
	if (!port.recordsText) return {
		approvals: [],
		untold: `the tracker keeps no record of who set the label ${label}.`
	};
	const approval = labelApproval(label, await port.history(ticket.id));
	if (approval !== null) return {
		approvals: [approval],
		untold: null
	};
	return {
		approvals: [],
		untold: `its history does not tell who set the label ${label}.`
	};
}
function labelsOf(laws) {
	return [...new Set(laws.flatMap(({ label }) => label ?? []))];
}
function asUntold(thrown) {
	if (!(thrown instanceof require_git.Fault)) throw thrown;
	const { message, found } = thrown;
	return {
		approvals: [],
		untold: found === void 0 ? message : `${message} Found: ${found}`
	};
}

Object.defineProperty(exports, "approvals_exports", {
  enumerable: true,
  get: function () {
    return approvals_exports;
  }
});
Object.defineProperty(exports, "approving", {
  enumerable: true,
  get: function () {
    return approving;
  }
});