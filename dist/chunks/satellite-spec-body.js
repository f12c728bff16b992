"use strict";

const require_core = require("./core.js");
const require_compare_texts = require("./git-compare-texts.js");
const require_compare_block = require("./specs-compare-block.js");
const require_neutral = require("./specs-neutral.js");
const require_desk = require("./satellite-desk.js");
const require_spec_owner = require("./satellite-spec-owner.js");
const require_spec_show = require("./satellite-spec-show.js");

// src/specs/shown-spec.ts
/** The next section, or the footer; headings of a spec stand deeper. */
const END = /\n\n(?:### [^\n]*\n\nSpec: |---\n\n\| Authorisation )/;
/**
* What a body shows of a spec, and what it should: for people to compare; whether the two are the same is not said here. Null: it shows no
* text of it, or a part.
*/
function shownSpec(body, { key, path, text }) {
	const reading = require_neutral.readBlock(body);
	if (reading.status !== "found") return null;
	const { inner, entries } = reading;
	const entry = entries.find((one) => one.key === key || path !== null && one.path === path);
	if (entry === void 0 || entry.isExcerpt) return null;
	const mark = require_neutral.entryMark(entry);
	const rest = inner.slice(inner.indexOf(mark) + mark.length).replace(/^\n+/, "");
	const own = rest.slice(0, END.exec(rest)?.index ?? rest.length).trimEnd();
	const wanted = require_neutral.inertMarkdown(text, 4);
	const last = own.lastIndexOf("\n\n");
	return {
		shown: own !== wanted && last !== -1 && !wanted.endsWith(own.slice(last)) ? own.slice(0, last) : own,
		wanted
	};
}

// src/satellite/spec-body.ts
/** Compares the spec of the work tree with our block in a body. Throws Fault("usage") where nobody knows what is meant. */
async function bodySpec(world, written, body) {
	const desk = await require_desk.openDesk(world);
	const owner = await require_spec_owner.namedOwner(desk, written);
	const now = await require_spec_owner.specOf(desk, owner, desk.gate.tree);
	const said = {
		owner: require_spec_show.shownOwner(owner),
		now
	};
	const room = {
		limit: 0,
		disclose: desk.gate.law.disclose
	};
	if (now.status !== "found") {
		const verdict = now.status === "unknown" ? "undecided" : "fail";
		const reading = require_compare_block.blockOf(body, {}, room);
		const block = reading.status === "found" ? {
			...reading,
			section: null
		} : reading;
		return {
			...said,
			block,
			diff: "",
			verdict
		};
	}
	const readings = keysOf(owner).map((key) => ({
		...now.spec,
		key
	})).map((spec) => ({
		spec,
		block: inBody(body, spec, room)
	}));
	const reading = readings.find(({ block }) => block.status !== "found" || block.section !== null) ?? readings[0];
	if (reading === void 0) return {
		...said,
		block: { status: "none" },
		diff: "",
		verdict: "fail"
	};
	const { spec, block } = reading;
	const isSame = block.status === "found" && block.isIntact && block.section?.digest === spec.digest && block.section.differs === null;
	const texts = shownSpec(body, spec);
	const diff = texts === null || isSame ? "" : await require_compare_texts.diffTexts(world.env, texts.shown, texts.wanted);
	return {
		...said,
		block,
		diff,
		verdict: isSame ? "pass" : "fail"
	};
}
function inBody(body, spec, room) {
	const block = require_compare_block.blockOf(body, { own: {
		status: "found",
		spec
	} }, room);
	if (block.status !== "found") return block;
	return {
		status: "found",
		isIntact: block.isIntact,
		section: block.sections.own ?? null
	};
}
/** A task that follows a ticket stands in a body by the ticket's key. */
function keysOf({ ticket, upstream }) {
	const other = upstream === null ? [] : [require_core.writtenId(upstream.remote.grammar, upstream.id)];
	return [.../* @__PURE__ */ new Set([...other, ticket.key])];
}

exports.bodySpec = bodySpec;