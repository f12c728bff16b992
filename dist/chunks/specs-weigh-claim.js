"use strict";

const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");
const require_neutral = require("./specs-neutral.js");

// src/specs/closing.ts
/**
* The line by which a forge closes a ticket once the change is merged, in the forge's own words (GitHub, "Linking a pull request to an
* issue"; GitLab, "Default closing pattern"; Azure Boards, "Link work items" and "AB#"); a plain link where it can't, or is not to.
*/
function ticketLine(ticket, closes, place) {
	const closing = closes ? closingLine(ticket, place) : null;
	if (closing !== null) return closing;
	const { key, url } = ticket;
	return url !== null && /^https?:\/\/[^\s<>()\\"'`]+$/.test(url) ? `Ticket: [${require_escape.markdown(key)}](${url})` : `Ticket: ${require_escape.markdown(key)}`;
}
function closingLine({ kind, id }, { forge, repository }) {
	if (kind === forge) {
		const [, path, number] = /^([\w.-]+(?:\/[\w.-]+)+)#([1-9]\d*)$/.exec(id) ?? [];
		if (path === void 0 || number === void 0) return null;
		return path.toLowerCase() === repository.toLowerCase() ? `Closes #${number}` : `Closes ${path}#${number}`;
	}
	if (kind !== "azure-devops" || !/^[1-9]\d*$/.test(id)) return null;
	if (forge === "azure-repos") return `Fixes #${id}`;
	return forge === "github" ? `Fixes AB#${id}` : null;
}

// src/specs/render-block.ts
/** Excerpts of fewer units say nothing. */
const SHORTEST = 80;
/** Steps to the longest excerpts that fit: each halves what is open, and the last are lines. */
const STEPS = 12;
/** The block for these tickets. Where the whole is over the limit each spec gives way to as many of its lines as fit, digest and place. */
function renderBlock(parts, terms) {
	const longest = Math.max(0, ...parts.map(({ spec }) => spec.text.length));
	const whole = longest > terms.limit ? null : blockOf(parts, terms, Number.POSITIVE_INFINITY);
	if (whole !== null && whole.length <= terms.limit) return {
		ok: true,
		text: whole,
		isShortened: false
	};
	let best = blockOf(parts, terms, 0);
	if (best.length > terms.limit) return {
		ok: false,
		needed: best.length
	};
	let low = 0;
	let high = Math.min(longest, terms.limit);
	for (let step = 0; step < STEPS && high - low >= SHORTEST; step++) {
		const middle = Math.floor((low + high) / 2);
		const text = blockOf(parts, terms, middle);
		if (text.length > terms.limit) high = middle;
		else [low, best] = [middle, text];
	}
	return {
		ok: true,
		text: best,
		isShortened: true
	};
}
/** A body with the block for these tickets in it. `limit`: of the whole body. Null in `put`: not even the shortest block fits. */
function bodyWithBlock(body, parts, terms) {
	const reading = require_neutral.readBlock(body);
	if (reading.status === "problem") return {
		put: {
			ok: false,
			problem: reading.problem
		},
		isShortened: false
	};
	const empty = require_neutral.putBlock(body, "");
	let room = terms.limit - (empty.ok ? empty.body.length : body.length);
	for (;;) {
		const block = renderBlock(parts, {
			...terms,
			limit: room
		});
		if (!block.ok) return {
			put: null,
			isShortened: true
		};
		const put = require_neutral.putBlock(body, block.text);
		const over = put.ok ? put.body.length - terms.limit : 0;
		if (over <= 0) return {
			put,
			isShortened: block.isShortened
		};
		room = Math.min(room, block.text.length) - over;
	}
}
function blockOf(parts, terms, room) {
	const sections = parts.map((part) => sectionOf(part, terms, room));
	return require_neutral.wrapBlock([
		"## Implementation Spec",
		...sections,
		footer(parts, terms)
	].join("\n\n"));
}
function sectionOf({ spec, kind, closes }, terms, room) {
	const { key, title, path, text, digest, url } = spec;
	const some = path !== null || terms.disclose === "full" ? excerpt(text, room) : "";
	const isExcerpt = some !== text;
	const place = path !== null ? pathOf(path) : url === null ? "in its tracker" : link("in its tracker", url);
	const head = `Spec: ${place}, SHA-256 \`${digest}\` ${require_neutral.entryMark({
		key,
		path,
		digest,
		isExcerpt
	})}`;
	const name = terms.disclose === "id" || title === "" ? "" : `: ${require_escape.inertLine(title)}`;
	const rest = `*${some === "" ? "The spec is not shown here" : "The spec goes on"}: ${text.split("\n").length} lines, ${place}, with the digest above.*`;
	return [
		`### ${require_escape.markdown(key)}${name}`,
		head,
		require_neutral.inertMarkdown(some, 4),
		isExcerpt ? rest : "",
		ticketLine({
			kind,
			id: spec.id,
			key,
			url
		}, closes, terms)
	].filter((part) => part !== "").join("\n\n");
}
/** Whole lines of a text that are no longer than `room` together. */
function excerpt(text, room) {
	if (text.length <= room) return text;
	const end = text.lastIndexOf("\n", room);
	return end < SHORTEST ? "" : text.slice(0, end).trimEnd();
}
function footer(parts, { disclose }) {
	return [
		"---",
		"",
		"| Authorisation | Risk | Approval | Chain |",
		"| --- | --- | --- | --- |",
		...parts.map(({ spec, facts: { authorisation, state, risk, approval } }) => {
			const standing = disclose === "id" ? authorisation : `${authorisation} (${state})`;
			const chain = `${require_escape.markdown(spec.key)} → spec \`${spec.digest.slice(0, 12)}\` → this pull request → its commits`;
			return `| ${[
				require_escape.inertLine(standing),
				risk ?? "not told",
				require_escape.inertLine(approval),
				chain
			].join(" | ")} |`;
		})
	].join("\n");
}
/** Forges look for closing words in code too, and so do we for our markers. */
function pathOf(path) {
	return require_neutral.actsAnywhere(path) ? require_escape.inertLine(path) : require_escape.markdownCode(path);
}
function link(text, url) {
	return /^https?:\/\/[^\s<>()\\"'`]+$/.test(url) ? `[${text}](${url})` : text;
}

// src/specs/weigh-claim.ts
/** What a claim is worth, in the words of a block's footer. */
function weighClaim(claim, evidence, terms) {
	const { outcome, tickets } = require_core.standingOf(claim, evidence, terms);
	const [ticket] = tickets;
	const authorisation = WORDS[outcome];
	if (ticket === void 0) return {
		ticket: null,
		facts: {
			authorisation,
			state: "not told",
			risk: null,
			approval: "not told"
		}
	};
	const approved = require_core.approvedFor(ticket, evidence, terms);
	const approval = approved.status === "approved" ? `${require_core.accountName(approved.approval.by)}, ${approved.approval.at.slice(0, 10)}` : APPROVAL[approved.status];
	return {
		ticket,
		facts: {
			authorisation,
			state: ticket.state.name,
			risk: require_core.riskOf(ticket),
			approval
		}
	};
}
const WORDS = {
	pass: "authorised",
	fail: "not authorised",
	unknown: "not known"
};
const APPROVAL = {
	"not-needed": "not needed",
	void: "for another text",
	own: "by an author alone",
	doubtful: "perhaps by an author",
	none: "missing",
	task: "missing",
	untold: "not told"
};

Object.defineProperty(exports, "bodyWithBlock", {
  enumerable: true,
  get: function () {
    return bodyWithBlock;
  }
});
Object.defineProperty(exports, "ticketLine", {
  enumerable: true,
  get: function () {
    return ticketLine;
  }
});
Object.defineProperty(exports, "weighClaim", {
  enumerable: true,
  get: function () {
    return weighClaim;
  }
});