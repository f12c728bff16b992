"use strict";

// src/providers/oldest-change-first.ts
/** Milliseconds that a listing goes back for each page: whether a vendor means "since" or "after" then makes no difference. */
const STEP_BACK = 1e3;
/**
* Pages by oldest change first, each asked for from the last change of the one before it: what is changed meanwhile goes
* to the end, and would pull what follows out of pages that are counted. It comes again then, as it is now. Only the pages
* of one moment, such as that of an import, have to be counted: they are gone through until nothing new is found.
*/
async function* oldestChangeFirst({ since, page, mark }) {
	const seen = /* @__PURE__ */ new Set();
	const freshOf = (items) => items.filter((item) => {
		const key = JSON.stringify(mark(item));
		return !seen.has(key) && seen.add(key);
	});
	const timeOf = (item) => Date.parse(mark(item).at);
	let place = {
		from: since,
		number: 0,
		found: null
	};
	for (;;) {
		const { items, more } = await page(place.from, place.number);
		const end = place.from === void 0 ? Number.NEGATIVE_INFINITY : Date.parse(place.from) + STEP_BACK;
		const fresh = freshOf(place.found !== null ? items.filter((item) => timeOf(item) <= end) : items);
		yield fresh;
		const later = items.map(timeOf).filter((time) => time > end);
		const next = nextPlace(place, {
			found: fresh.length,
			later,
			more
		});
		if (next === null) return;
		place = next;
	}
}
/** `later`: times beyond the moment, in milliseconds. Null: all is read. */
function nextPlace({ from, number, found: before }, { found, later, more }) {
	const [first] = later;
	const last = later.at(-1);
	if (before === null) {
		if (!more) return null;
		return last === void 0 ? {
			from,
			number: 1,
			found
		} : beginAt(last);
	}
	const all = before + found;
	if (first === void 0 && more) return {
		from,
		number: number + 1,
		found: all
	};
	if (all > 0) return {
		from,
		number: 0,
		found: 0
	};
	return first === void 0 ? null : beginAt(first);
}
function beginAt(time) {
	return {
		from: (/* @__PURE__ */ new Date(time - STEP_BACK)).toISOString(),
		number: 0,
		found: null
	};
}

Object.defineProperty(exports, "oldestChangeFirst", {
  enumerable: true,
  get: function () {
    return oldestChangeFirst;
  }
});