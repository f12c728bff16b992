"use strict";

const require_trouble = require("./providers-trouble.js");

// src/providers/present.ts
/** The ticket that was found; any other answer is thrown as the Fault that it is. */
function ticketIn(remote, id, lookup) {
	switch (lookup?.status) {
		case "found":
		case "claimed": return lookup.ticket;
		case "absent": throw require_trouble.trouble("absent", `${remote} has no ${id}.`, lookup.detail ? { found: lookup.detail } : {});
		case "forbidden": throw require_trouble.trouble("forbidden", `${remote} refuses ${id}.`, { found: lookup.detail });
		case "credentials":
		case "unavailable": throw require_trouble.trouble(lookup.status, lookup.detail);
		case void 0: throw require_trouble.trouble("unavailable", `${remote} did not answer for ${id}.`);
	}
}

Object.defineProperty(exports, "ticketIn", {
  enumerable: true,
  get: function () {
    return ticketIn;
  }
});