"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/reports/audits.ts
var audits_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ auditFormats: () => auditFormats });
/** The registry of an audit's formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
const auditFormats = {
	badge: async () => (await Promise.resolve().then(() => require("./reports-badge.js"))).renderer,
	csv: async () => (await Promise.resolve().then(() => require("./reports-audit-csv.js"))).renderer,
	gitlab: async () => onReport((await Promise.resolve().then(() => require("./reports-gitlab.js"))).renderer),
	html: async () => (await Promise.resolve().then(() => require("./reports-audit-html.js"))).renderer,
	json: async () => (await Promise.resolve().then(() => require("./reports-audit-json.js"))).renderer,
	junit: async () => onReport((await Promise.resolve().then(() => require("./reports-junit.js"))).renderer),
	markdown: async () => (await Promise.resolve().then(() => require("./reports-audit-markdown.js"))).renderer,
	oscal: async () => (await Promise.resolve().then(() => require("./reports-audit-oscal.js"))).renderer,
	sarif: async () => onReport((await Promise.resolve().then(() => require("./reports-sarif.js"))).renderer),
	text: async () => (await Promise.resolve().then(() => require("./reports-audit-text.js"))).renderer,
	trace: async () => (await Promise.resolve().then(() => require("./reports-audit-trace.js"))).renderer
};
/** Every such format's name, sorted. */
const auditFormatNames = Object.keys(auditFormats).filter(isAuditFormat).sort();
/** True for the name of a format of audits. */
function isAuditFormat(name) {
	return Object.hasOwn(auditFormats, name);
}
/** Subjects that such a format is told: more of them take memory, and SARIF and GitLab show no more findings than 25,000. */
const MOST_SUBJECTS = 1e5;
/** A format of reports over an audit's own, with the subjects that the audit knows. */
function onReport(factory) {
	return (options) => (audit) => {
		const { history, report } = audit;
		const told = Math.min(history.count, MOST_SUBJECTS);
		const subjects = new Map(Array.from({ length: told }, (_, index) => [report.commits?.id(index) ?? "", history.subject(index)]));
		const subject = (id) => subjects.get(id) ?? options.subject(id);
		return factory({
			...options,
			subject
		})(report);
	};
}

Object.defineProperty(exports, "auditFormatNames", {
  enumerable: true,
  get: function () {
    return auditFormatNames;
  }
});
Object.defineProperty(exports, "auditFormats", {
  enumerable: true,
  get: function () {
    return auditFormats;
  }
});
Object.defineProperty(exports, "audits_exports", {
  enumerable: true,
  get: function () {
    return audits_exports;
  }
});
Object.defineProperty(exports, "isAuditFormat", {
  enumerable: true,
  get: function () {
    return isAuditFormat;
  }
});