"use strict";

// src/trace/covered.ts
/** Whether somebody found the ticket: what a text names is a claim until then. */
function isThere({ status }) {
	return status === "found";
}
/** Whether a ticket that exists leads to a file: it stands in it, or the commits that made the file name it. */
function isCovered(files, tickets, index) {
	return isLedTo(files, index, (number) => tickets[number]?.status === "found");
}
/** The same of a ticket that may exist: nobody could say that there is none. */
function mayBeCovered(files, tickets, index) {
	return isLedTo(files, index, (number) => tickets[number] !== void 0 && tickets[number].status !== "absent");
}
function isLedTo(files, index, counts) {
	return files.named(index).some(({ ticket }) => counts(ticket)) || (files.through(index)?.some(counts) ?? false);
}
/** Whether a commit, a file or a line leads to a ticket. */
function isLinked({ commits, files, live }) {
	return commits + files + (live ?? 0) > 0;
}
/** Only a whole history can say that there is no commit. */
function isWholeHistory({ complete, since, behind }) {
	return complete && since === null && behind.length === 0;
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
Object.defineProperty(exports, "isWholeHistory", {
  enumerable: true,
  get: function () {
    return isWholeHistory;
  }
});
Object.defineProperty(exports, "mayBeCovered", {
  enumerable: true,
  get: function () {
    return mayBeCovered;
  }
});