"use strict";

const require_fault = require("./core-fault.js");
const require_ticket = require("./core-ticket.js");

// src/gather/found-ticket.ts
/** The ticket of an answer, for a command that can do nothing without it. Throws Fault("absent" | "forbidden" | "credentials" | "unavailable"). */
function foundTicket(remote, id, lookup = require_ticket.SILENT) {
	const fix = `golden-thread remote check ${remote}`;
	switch (lookup.status) {
		case "found":
		case "claimed": return lookup.ticket;
		case "absent": throw new require_fault.Fault("absent", `${remote} has no such ticket.`, {
			found: lookup.detail === void 0 ? id : `${id}: ${lookup.detail}`,
			wanted: "a ticket that is there, and that this account may see",
			fix
		});
		case "forbidden":
		case "credentials":
		case "unavailable": throw new require_fault.Fault(lookup.status, `${remote} does not show the ticket.`, {
			found: `${id}: ${lookup.detail}`,
			fix
		});
	}
}

Object.defineProperty(exports, "foundTicket", {
  enumerable: true,
  get: function () {
    return foundTicket;
  }
});