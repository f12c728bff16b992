"use strict";

// src/core/time.ts
const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** The first places on earth to see a date are 14 hours ahead of UTC. */
const EARLIEST_ZONE = 14 * HOUR;
const SHAPE = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:[Zz]|([+-])(\d\d):?(\d\d))?)?$/;
/**
* Seconds since 1970 of an RFC 3339 text; a time without a zone is UTC. A date alone, whose zone nobody knows, counts
* from the earliest moment at which that day began anywhere. Null: neither.
*/
function secondsOf(text) {
	const match = SHAPE.exec(text);
	if (match === null) return null;
	const part = (index) => Number(match[index] ?? 0);
	if (part(2) < 1 || part(2) > 12 || part(3) < 1 || part(3) > 31) return null;
	if (part(4) > 23 || part(5) > 59 || part(6) > 60) return null;
	const day = daysSinceEpoch(part(1), part(2), part(3)) * DAY;
	if (match[4] === void 0) return day - EARLIEST_ZONE;
	const offset = (part(8) * HOUR + part(9) * MINUTE) * (match[7] === "-" ? -1 : 1);
	return day + part(4) * HOUR + part(5) * MINUTE + part(6) - offset;
}
/** RFC 3339 in UTC of whole seconds since 1970. What no calendar has, as a forged commit may say, is empty. */
function timeOf(seconds) {
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return Number.isNaN(date.getTime()) ? "" : `${date.toISOString().slice(0, -5)}Z`;
}
/** Seconds since 1970, with their fraction, of a time that is known to be one; NaN where it is none. */
function unixSeconds(at) {
	return Date.parse(at) / 1e3;
}
/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; years begin in March, so that leap days come last. */
function daysSinceEpoch(year, month, day) {
	const shifted = month > 2 ? year : year - 1;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

Object.defineProperty(exports, "secondsOf", {
  enumerable: true,
  get: function () {
    return secondsOf;
  }
});
Object.defineProperty(exports, "timeOf", {
  enumerable: true,
  get: function () {
    return timeOf;
  }
});
Object.defineProperty(exports, "unixSeconds", {
  enumerable: true,
  get: function () {
    return unixSeconds;
  }
});