"use strict";

const require_ask_many = require("./providers-ask-many.js");

// src/providers/past-of.ts
/**
* The states of a ticket from when it was made. `first`: the one that it began with; `now`: the one that it has. A record
* that does not lead from its making to its present state has holes, and tells nothing.
*/
function pastOf(remote, { createdAt, first, moves, now }) {
	if (createdAt === null) return {
		status: "untold",
		detail: `${remote} does not tell when it was made.`
	};
	const steps = [{
		at: createdAt,
		by: null,
		to: first
	}, ...require_ask_many.oldestFirst(moves)];
	if ((steps[1]?.at ?? createdAt) < createdAt || !isAlike(steps.at(-1)?.to ?? first, now)) return {
		status: "untold",
		detail: `${remote} has a gap in its record of the ticket's states.`
	};
	return {
		status: "told",
		spans: joined(steps.map(({ at, by, to }, index) => {
			const next = steps[index + 1];
			return {
				from: at,
				until: next?.at ?? null,
				by,
				state: next === void 0 ? now : to
			};
		}).filter(({ from, until }) => from !== until))
	};
}
/** Some trackers tell only that work has ended, not how. */
function isAlike(one, other) {
	const isEnd = ({ category }) => category === "done" || category === "canceled";
	return one.category === other.category || isEnd(one) && isEnd(other);
}
/** A move into the state that it had already changed nothing. */
function joined(spans) {
	const whole = [];
	for (const span of spans) {
		const last = whole.at(-1);
		const isSame = last?.state.name === span.state.name && last.state.category === span.state.category;
		if (last !== void 0 && isSame) whole[whole.length - 1] = {
			...last,
			until: span.until
		};
		else whole.push(span);
	}
	return whole;
}
/** What any answer but "found" says of a ticket's past. */
function untoldBy(remote, id, lookup) {
	switch (lookup.status) {
		case "forbidden":
		case "credentials":
		case "unavailable": return {
			status: "untold",
			detail: lookup.detail
		};
		case "absent":
		case "found":
		case "claimed": return {
			status: "untold",
			detail: `${remote} has no record of ${id}.`
		};
	}
}

Object.defineProperty(exports, "pastOf", {
  enumerable: true,
  get: function () {
    return pastOf;
  }
});
Object.defineProperty(exports, "untoldBy", {
  enumerable: true,
  get: function () {
    return untoldBy;
  }
});