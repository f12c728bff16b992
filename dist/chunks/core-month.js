"use strict";

// src/core/month.ts
const DAY = 86400;
/** The last day that a calendar date can be told of; broken clocks write later ones. */
const LAST_DAY = 1e8;
/** Whole days since 1970 of seconds since then: far fewer than commits, so each is made a month once. */
function dayOf(seconds) {
	return Math.max(-1e8, Math.min(LAST_DAY, Math.floor(seconds / DAY)));
}
/** `YYYY-MM` in UTC of a day; years that four digits can't write have a sign and six (ISO 8601). */
function monthOf(day) {
	return (/* @__PURE__ */ new Date(day * DAY * 1e3)).toISOString().replace(/-\d\dT.*$/u, "");
}

Object.defineProperty(exports, "dayOf", {
  enumerable: true,
  get: function () {
    return dayOf;
  }
});
Object.defineProperty(exports, "monthOf", {
  enumerable: true,
  get: function () {
    return monthOf;
  }
});