"use strict";

const require_quietly = require("./core-quietly.js");
const require_core = require("./core.js");

// src/gather/remember.ts
/**
* A source that remembers what tickets were found. Absences and refusals are never remembered: whoever has just mended
* one would be told the old answer. They make what was found before forgotten. Memory that can't be written is no reason
* not to answer.
*/
function remembering(source, memory) {
	return {
		...source,
		many: (ids) => manyOf(source, memory, ids),
		pasts: (ids) => pastsOf(source, memory, ids)
	};
}
/** A tracker that gave no answer a moment ago is not waited for again. */
async function pastsOf(source, { breaker, now }, ids) {
	const pause = breaker.pause(now());
	if (pause === null && source.pasts !== void 0) return source.pasts(ids);
	const detail = pause === null ? "Nothing here asks this tracker for the past of a ticket." : paused(source, pause);
	return new Map(ids.map((id) => [id, {
		status: "untold",
		detail
	}]));
}
async function manyOf(source, { cache, breaker, terms, law, now }, ids) {
	const began = now();
	const told = cache.read();
	const ageOf = ({ at }) => began - Date.parse(at);
	const within = (id, ms) => {
		const known = told.get(id);
		if (known === void 0 || !(ageOf(known) >= 0 && ageOf(known) <= ms)) return null;
		return known.ledger === void 0 || counts(known.ledger, law, began) ? known : null;
	};
	const asked = [...new Set(ids)].filter((id) => within(id, terms.freshMs) === null);
	const answers = asked.length === 0 ? NOTHING : await askUnlessPaused(source, breaker, asked, began);
	keepTold(cache, answers, began, law);
	return new Map([...new Set(ids)].map((id) => {
		const answer = answers.get(id) ?? null;
		if (answer !== null && answer.status !== "unavailable") return [id, answer];
		const kept = within(id, answer === null ? terms.freshMs : terms.staleMs);
		const known = answer !== null && kept?.ledger !== void 0 ? null : kept;
		return [id, known === null ? answer ?? require_core.SILENT : remembered(known, answer !== null)];
	}));
}
/** What a ledger told counts no longer than it does, and under the law that named it. */
function counts({ until, law }, now, at) {
	return law === now && at <= Date.parse(until);
}
const NOTHING = /* @__PURE__ */ new Map();
/** A ledger has an end of its own, so what it told is no answer once it has to be asked again. */
function remembered({ at, ticket, ledger }, stale) {
	if (ledger !== void 0) return {
		status: "found",
		ticket,
		source: "ledger",
		asOf: ledger.asOf,
		until: ledger.until
	};
	const found = {
		status: "found",
		ticket,
		source: "api",
		asOf: at
	};
	return stale ? {
		...found,
		stale: true
	} : found;
}
async function askUnlessPaused(source, breaker, ids, now) {
	const pause = breaker.pause(now);
	if (pause !== null) {
		const detail = paused(source, pause);
		return new Map(ids.map((id) => [id, {
			status: "unavailable",
			detail
		}]));
	}
	const answers = await source.many(ids);
	const own = [...answers.values()].filter((answer) => !isOfLedger(answer));
	if (own.length === 0) return answers;
	const silent = own.every(({ status }) => status === "unavailable");
	require_quietly.quietly(() => silent ? breaker.trip(now) : breaker.reset());
	return answers;
}
/** It says nothing of whether the tracker is there. */
function isOfLedger(answer) {
	return answer.status === "found" && answer.source === "ledger";
}
function paused({ remote }, { since, until }) {
	return `${remote} gave no answer at ${clockTime(since)}; it is asked again at ${clockTime(until)} (UTC)`;
}
function clockTime(at) {
	return at.slice(11, 19);
}
function keepTold(cache, answers, now, law) {
	const at = new Date(now).toISOString();
	const found = /* @__PURE__ */ new Map();
	for (const [id, answer] of answers) {
		if (answer.status !== "found") continue;
		const { ticket, source, asOf, until } = answer;
		if (source !== "ledger" && asOf === void 0) found.set(id, {
			at,
			ticket
		});
		if (source === "ledger" && asOf !== void 0 && until !== void 0) found.set(id, {
			at,
			ticket,
			ledger: {
				asOf,
				until,
				law
			}
		});
	}
	const gone = [...answers].flatMap(([id, { status }]) => status === "absent" || status === "forbidden" ? [id] : []);
	require_quietly.quietly(() => cache.keep(found, gone));
}

exports.remembering = remembering;