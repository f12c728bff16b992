"use strict";

const require_controls = require("./controls.js");
const require_support = require("./controls-support.js");
const require_core = require("./core.js");
const require_audit_rows = require("./reports-audit-rows.js");
const require_escape = require("./reports-escape.js");
let node_crypto = require("node:crypto");

// src/reports/uuid.ts
/** The name space of URLs (RFC 9562, "6.6. Namespace ID Usage and Allocation"). */
const URLS = "6ba7b8119dad11d180b400c04fd430c8";
/** The UUID of version 5 of a URL: the same for the same text, everywhere and always. */
function uuidOf(url) {
	const hex = (0, node_crypto.createHash)("sha1").update(Buffer.from(URLS, "hex")).update(url, "utf8").digest().toString("hex", 0, 16);
	const variant = (Number.parseInt(hex.slice(16, 18), 16) & 63 | 128).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`5${hex.slice(13, 16)}`,
		`${variant}${hex.slice(18, 20)}`,
		hex.slice(20, 32)
	].join("-");
}

// src/reports/audit-oscal.ts
/** The edition of NIST's model that this is written in. */
const OSCAL = "1.2.1";
/** Whose names the properties are. */
const NS = `${require_core.REPOSITORY}/ns/oscal`;
/**
* OSCAL assessment results: what was observed, never a finding unless the user maps a control to an objective, since whether one is
* satisfied is an assessor's word. Identifiers are of version 5 and follow from what is said, so the same audit is the same bytes.
*/
const renderer = (options) => (audit) => ({
	name: "assessment-results.oscal.json",
	mediaType: "application/oscal+json",
	body: [`${require_escape.json(documentOf(audit, options))}\n`]
});
function documentOf(audit, options) {
	const { asOf, report, scope } = audit;
	const id = identity(audit);
	const plan = uuidOf(`${id}#plan`);
	const title = `golden-thread audit of ${line(scope.repository ?? "this repository")}`;
	return { "assessment-results": {
		uuid: uuidOf(id),
		metadata: {
			title,
			"last-modified": asOf,
			version: scope.tip ?? "none",
			"oscal-version": OSCAL,
			props: [prop("tool-version", report.tool.version), prop("policy-digest", report.policyDigest)]
		},
		"import-ap": {
			href: `#${plan}`,
			remarks: "There is no assessment plan: the policy in force is the plan."
		},
		results: [resultOf(audit, options, id)],
		"back-matter": { resources: resourcesOf(audit, id, plan) }
	} };
}
/** What the audit is about and when: other questions have other identifiers. */
function identity({ asOf, scope, report, ledger }) {
	const { repository, ref, tip, behind, since } = scope;
	const parts = [
		repository,
		ref,
		tip,
		behind,
		since,
		asOf,
		report.policyDigest,
		ledger?.digest,
		report.tool.version
	];
	return `${NS}/audit/${encodeURIComponent(JSON.stringify(parts))}`;
}
function resultOf(audit, options, id) {
	const evidence = require_controls.auditEvidence(audit, options.proofs);
	const supports = require_support.supportsOf(evidence, options.controls);
	const named = observations(audit, evidence, supports).map(({ name, ...observation }) => ({
		uuid: uuidOf(`${id}#${name}`),
		...observation,
		methods: ["TEST"],
		collected: audit.asOf,
		"relevant-evidence": [{
			href: `#${uuidOf(`${id}#report`)}`,
			description: "The audit's own report."
		}]
	}));
	const findings = findingsOf(supports, options, id);
	const { word, sentence } = require_audit_rows.auditHeadline(audit);
	return {
		uuid: uuidOf(`${id}#result`),
		title: `Authorisation and traceability of changes: ${word}`,
		description: sentence,
		start: audit.asOf,
		end: audit.asOf,
		props: [prop("verdict", audit.report.verdict), ...Object.entries(audit.coverage.commits).flatMap(([name, value]) => typeof value === "number" ? [prop(`commits-${name}`, String(value))] : [])],
		"reviewed-controls": { "control-selections": selections(supports) },
		observations: named,
		...findings.length === 0 ? {} : { findings },
		remarks: "Observations support controls; none of them says that one is satisfied."
	};
}
/** One selection for each framework, which has ids of its own. */
function selections(supports) {
	return [...new Set(supports.map(({ framework }) => framework))].map((framework) => ({
		description: `${line(framework)}: supported, not satisfied alone`,
		"include-controls": supports.filter((one) => one.framework === framework).map((one) => ({ "control-id": controlId(one) }))
	}));
}
/** A token begins with a letter and holds letters, digits, dots and dashes. */
function controlId({ framework, item }) {
	return token(/^\p{L}/u.test(item) ? item : `${framework}-${item}`);
}
function token(text) {
	const clean = text.replace(/[^\p{L}\p{N}.-]+/gu, "-").replace(/^[^\p{L}]+|-+$/gu, "");
	return clean === "" ? "none" : clean;
}
/** A value may not be empty, nor begin or end with white space. */
function prop(name, value, more = {}) {
	return {
		name: token(name),
		ns: NS,
		value: line(value),
		...more
	};
}
function line(text) {
	return require_escape.visible(text).trim() || "-";
}
/** Prose from outside, which OSCAL reads as Markdown. */
function inert(text) {
	return require_escape.inertLine(text).trim() || "-";
}
function observations(audit, evidence, supports) {
	return [
		...evidence.map((one) => ofEvidence(one, supports)),
		...require_audit_rows.gapRows(audit).map(({ code, title, number, examples }) => ({
			name: `gap/${code}`,
			title,
			description: `${title}: ${number}. For example: ${examples.map(({ text }) => inert(text)).join("; ") || "-"}`,
			props: [prop("gap", code), prop("number", String(number))]
		})),
		...require_audit_rows.waiverRows(audit).map(({ waiver, state, lifted }) => ({
			name: `waiver/${waiver.id}`,
			title: `Waiver ${line(waiver.id)}`,
			description: `${inert(waiver.reason)} Until ${inert(waiver.expires)}; approved by ${inert(waiver.approver)}.`,
			props: [
				prop("waiver", waiver.id),
				prop("state", state),
				prop("lifted", String(lifted))
			]
		})),
		...require_audit_rows.unseenRows(audit).map(({ name, state, why }) => ({
			name: `part/${name}`,
			title: `Not evaluated: ${name}`,
			description: why === "" ? `It is ${state}.` : inert(why),
			props: [prop("part", name), prop("state", state)]
		}))
	];
}
function ofEvidence({ id, name, state, said }, supports) {
	const controls = supports.filter((one) => one.evidence.includes(id));
	return {
		name: `evidence/${id}`,
		title: `${id}: ${name}`,
		description: inert(said),
		props: [
			prop("evidence", id),
			prop("state", state),
			...controls.map((one) => prop("supports", `${one.framework} ${one.item}`, { class: one.strength }))
		]
	};
}
/** Only for what the user mapped: `objectives` says which objective an item is. */
function findingsOf(supports, { objectives }, id) {
	if (objectives === void 0) return [];
	return supports.flatMap((one) => {
		const objective = objectives.get(one.item);
		if (objective === void 0) return [];
		const isMet = one.state === "present";
		return [{
			uuid: uuidOf(`${id}#finding/${one.framework}/${one.item}`),
			title: `${line(one.framework)} ${line(one.item)}`,
			description: `${inert(one.asks)} Not shown here: ${inert(one.missing)}`,
			target: {
				type: "objective-id",
				"target-id": token(objective),
				status: {
					state: isMet ? "satisfied" : "not-satisfied",
					reason: isMet ? "pass" : "other"
				}
			},
			"related-observations": one.evidence.map((kind) => ({ "observation-uuid": uuidOf(`${id}#evidence/${kind}`) }))
		}];
	});
}
function resourcesOf({ report }, id, plan) {
	return [{
		uuid: plan,
		title: "The policy in force",
		description: `Its sources: ${report.policySources.map(inert).join(", ") || "built in"}.`,
		props: [prop("policy-digest", report.policyDigest)]
	}, {
		uuid: uuidOf(`${id}#report`),
		title: "The audit's report",
		rlinks: [{
			href: "./report.json",
			"media-type": "application/json"
		}]
	}];
}

exports.renderer = renderer;