"use strict";

const require_core = require("./core.js");
const require_lines = require("./ledger-lines.js");
const require_members = require("./ledger-members.js");

// src/ledger/diff.ts
/** Everything that differs between two ledgers, by id. Rows are compared by what they mean, not by their places in tables. */
function* ledgerChanges(before, after) {
	const [left, right] = [before.rows()[Symbol.iterator](), after.rows()[Symbol.iterator]()];
	let [one, other] = [left.next(), right.next()];
	while (one.done !== true || other.done !== true) {
		const order = one.done === true ? 1 : other.done === true ? -1 : require_lines.byRowKey(require_lines.rowKey(one.value.id), require_lines.rowKey(other.value.id));
		const old = order <= 0 && one.done !== true ? one.value : null;
		const fresh = order >= 0 && other.done !== true ? other.value : null;
		const change = changeOf(old, fresh, before, after);
		if (change !== null) yield change;
		if (old !== null) one = left.next();
		if (fresh !== null) other = right.next();
	}
}
function changeOf(old, fresh, before, after) {
	const from = old === null ? null : stateOf(old, before);
	const to = fresh === null ? null : stateOf(fresh, after);
	if (old === null) return fresh === null ? null : {
		id: fresh.id,
		change: "added",
		from,
		to,
		members: []
	};
	if (fresh === null) return {
		id: old.id,
		change: "removed",
		from,
		to,
		members: []
	};
	const [was, is] = [toldBy(old, before), toldBy(fresh, after)];
	const members = [.../* @__PURE__ */ new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => require_core.canonical(was[name] ?? null) !== require_core.canonical(is[name] ?? null));
	return members.length === 0 ? null : {
		id: old.id,
		change: "changed",
		from,
		to,
		members
	};
}
function stateOf(row, { header }) {
	return header.states[require_members.wholeRow(row).state]?.name ?? "";
}
/** A row with its places in tables filled in. */
function toldBy(told, { header }) {
	const row = require_members.wholeRow(told);
	const { states, types, people } = header;
	const person = (place) => place == null ? null : people[place] ?? null;
	return {
		...row,
		state: states[row.state],
		type: row.type === null ? null : types[row.type],
		spans: row.spans.map(([from, lasted, state, by]) => [
			from,
			lasted,
			states[state],
			person(by)
		]),
		author: person(row.author),
		assignees: row.assignees?.map(person),
		vouchers: row.vouchers?.map(person),
		approvals: row.approvals?.map((one) => ({
			...one,
			by: person(one.by)
		}))
	};
}

exports.ledgerChanges = ledgerChanges;