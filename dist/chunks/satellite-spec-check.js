"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_desk = require("./satellite-desk.js");
const require_edit_file = require("./satellite-edit-file.js");
const require_spec_owner = require("./satellite-spec-owner.js");
const require_spec_show = require("./satellite-spec-show.js");

// src/satellite/spec-check.ts
/** Weighs specs as the work tree has them. Throws Fault("usage") for a name that nobody knows, and what editing a file throws. */
async function checkSpecs(world, { names, write }) {
	const desk = await require_desk.openDesk(world);
	const owners = [];
	for (const name of names) owners.push(await require_spec_owner.namedOwner(desk, name));
	if (names.length === 0) owners.push(...desk.all.filter(isOpen).map((one) => require_spec_owner.taskOwner(desk, one)));
	const isWanted = names.length > 0 || desk.gate.law.spec.required;
	const checked = [];
	for (const owner of owners) checked.push(await weighed(desk, owner, {
		isWanted,
		write
	}));
	return checked;
}
function isOpen({ task }) {
	const category = task.ticket?.state.category;
	return task.kind === "active" && category !== "done" && category !== "canceled";
}
async function weighed(desk, owner, { isWanted, write }) {
	const said = {
		owner: require_spec_show.shownOwner(owner),
		isWanted
	};
	const answer = await require_spec_owner.specOf(desk, owner, desk.gate.tree);
	if (answer.status !== "found") return {
		...said,
		answer,
		state: null,
		doubt: null,
		seals: [],
		verdict: withoutSpec(answer, isWanted)
	};
	const { spec } = answer;
	const type = await kindOf(desk, owner);
	if (type.detail !== null) return {
		...said,
		answer,
		state: null,
		doubt: type.detail,
		seals: [],
		verdict: "undecided"
	};
	const state = require_core.specState(spec.text, type.kind, desk.gate.law.spec);
	const seals = [];
	for (const task of owner.tasks) seals.push(write && isFile(spec) ? await sealed(desk, task, spec) : sealOf(task, spec));
	const isSealed = seals.every((one) => one.state !== "stale");
	return {
		...said,
		answer,
		state,
		doubt: null,
		seals,
		verdict: state.gaps.length === 0 && isSealed ? "pass" : "fail"
	};
}
function withoutSpec({ status }, isWanted) {
	if (status === "unknown") return "undecided";
	return status === "none" && !isWanted ? "pass" : "fail";
}
/** The kind decides only where the law has headings for some kinds alone. */
async function kindOf({ gate }, owner) {
	if (!Object.keys(gate.law.spec.headings).some((type) => type !== "default")) return {
		kind: null,
		detail: null
	};
	try {
		return {
			kind: await owner.kind(),
			detail: null
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		return {
			kind: null,
			detail: thrown.message
		};
	}
}
/** A path that names the task itself would be wrong as soon as the file moves. */
function isFile({ source }) {
	return source !== "body" && source !== "upstream";
}
function sealOf({ id, path, task }, { digest }) {
	const checksum = task.spec?.checksum ?? null;
	const isSame = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(checksum ?? "")?.[1]?.toLowerCase() === digest;
	return {
		task: id,
		path,
		checksum,
		state: checksum === null ? "none" : isSame ? "same" : "stale",
		written: null,
		approvedBy: task.compliance?.approvedBy ?? []
	};
}
async function sealed(desk, work, spec) {
	const before = sealOf(work, spec);
	const checksum = before.state === "same" ? before.checksum : `sha256:${spec.digest}`;
	const wanted = {
		path: spec.path,
		checksum
	};
	const edits = FIELDS.flatMap((field) => {
		const value = wanted[field];
		return value === null || work.task.spec?.[field] === value ? [] : [{
			kind: "field",
			key: "spec",
			field,
			value
		}];
	});
	if (!(edits.length > 0 && await require_edit_file.editFile(desk, work, edits))) return before;
	return {
		...before,
		checksum,
		state: "same",
		written: before.state === "same" ? "path" : "digest"
	};
}
const FIELDS = ["path", "checksum"];

exports.checkSpecs = checkSpecs;