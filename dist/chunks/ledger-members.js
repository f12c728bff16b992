"use strict";

// src/ledger/members.ts
/** What a row says where it leaves a member out. The writer leaves out exactly what these tell. */
function impliedBy({ spans }) {
	const last = spans.at(-1);
	const end = last === void 0 ? null : endOf(last);
	return {
		state: last === void 0 || end !== null ? null : last[2],
		at: last === void 0 ? null : end ?? last[0],
		created: spans[0]?.[0] ?? null
	};
}
/** A row with all of those. `state` is -1, which no table has, where nothing tells it. */
function wholeRow(row) {
	const implied = impliedBy(row);
	return {
		...row,
		state: row.state ?? implied.state ?? -1,
		type: row.type === void 0 ? 0 : row.type,
		at: row.at === void 0 ? implied.at : row.at,
		created: row.created === void 0 ? implied.created : row.created
	};
}
/** When a span ended, in seconds since 1970; null: it goes on. */
function endOf([from, lasted]) {
	return lasted === null ? null : from + lasted;
}

Object.defineProperty(exports, "endOf", {
  enumerable: true,
  get: function () {
    return endOf;
  }
});
Object.defineProperty(exports, "impliedBy", {
  enumerable: true,
  get: function () {
    return impliedBy;
  }
});
Object.defineProperty(exports, "wholeRow", {
  enumerable: true,
  get: function () {
    return wholeRow;
  }
});