"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_disclosed = require("./reports-disclosed.js");

// src/reports/disclosed-audit.ts
var disclosed_audit_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ disclosedAudit: () => disclosedAudit });
/**
* An audit as it may be shown: its report by the same terms, and of tickets that are not open no date and no criteria either. That a
* ticket is not there and that it is not shown are one gap, so that neither tells of the other.
*/
function disclosedAudit(audit, terms) {
	if (terms.disclosure === "full") return audit;
	const tickets = audit.tickets.map((ticket) => ticketOf(ticket, terms));
	return {
		...audit,
		report: require_disclosed.disclosed(audit.report, terms),
		tickets,
		gaps: gapsOf(audit, tickets)
	};
}
function ticketOf(ticket, terms) {
	if (require_disclosed.isOpenTicket(ticket, terms)) return ticket;
	return {
		...ticket,
		...require_disclosed.disclosedTicket(ticket, terms),
		createdAt: null,
		criteria: null,
		risk: null
	};
}
function gapsOf({ gaps }, tickets) {
	const gone = tickets.flatMap(({ status, commits }, index) => status === "absent" && commits > 0 ? [index] : []);
	if (gone.length === 0) return gaps;
	const merged = {
		code: "ticket-not-found",
		of: "ticket",
		indexes: Uint32Array.from(gone)
	};
	return gaps.some(({ code }) => code === merged.code) ? gaps.map((gap) => gap.code === merged.code ? merged : gap) : [...gaps, merged];
}

Object.defineProperty(exports, "disclosedAudit", {
  enumerable: true,
  get: function () {
    return disclosedAudit;
  }
});
Object.defineProperty(exports, "disclosed_audit_exports", {
  enumerable: true,
  get: function () {
    return disclosed_audit_exports;
  }
});