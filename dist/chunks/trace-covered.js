"use strict";

// src/trace/covered.ts
/** Whether somebody found the ticket: what a text names is a claim until then. */
function isThere({ status }) {
	return status === "found";
}
/** Whether a ticket that exists leads to a file: it stands in it, or the commits that made the file name it. */
function isCovered(files, tickets, index) {
	const leads = (number) => {
		const ticket = tickets[number];
		return ticket !== void 0 && isThere(ticket);
	};
	return files.named(index).some(({ ticket }) => leads(ticket)) || (files.through(index)?.some(leads) ?? false);
}
/** Whether a commit, a file or a line leads to a ticket. */
function isLinked({ commits, files, live }) {
	return commits + files + (live ?? 0) > 0;
}

Object.defineProperty(exports, "isCovered", {
  enumerable: true,
  get: function () {
    return isCovered;
  }
});
Object.defineProperty(exports, "isLinked", {
  enumerable: true,
  get: function () {
    return isLinked;
  }
});
Object.defineProperty(exports, "isThere", {
  enumerable: true,
  get: function () {
    return isThere;
  }
});