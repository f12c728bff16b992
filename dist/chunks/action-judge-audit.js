"use strict";

const require_audit = require("./audit.js");
const require_evidence_context = require("./evidence-context.js");
const require_gate = require("./gate.js");
const require_perform = require("./action-perform.js");

// src/action/judge-audit.ts
/** What needs no content of a file: where there is no clone each would be asked for alone. */
const WITHOUT_CONTENTS = /* @__PURE__ */ new Set(["messages", "tickets"]);
/** Audits everything that is reachable from a revision, under the law of the commit that the workflow runs for. */
async function judgeAudit(scene, revision) {
	const { job, ground, options, world } = scene;
	const gate = await require_gate.openGate(world, {
		...options,
		haste: "command",
		policyRef: job.sha
	});
	const whole = await require_audit.audit(world, {
		range: revision,
		ref: null,
		since: null,
		asOf: null,
		parts: ground.hasClone ? null : WITHOUT_CONTENTS,
		policyRef: job.sha,
		place: options.place,
		terms: options,
		refName: job.ref,
		isPrivate: await require_perform.isPrivate(scene, gate.forge)
	});
	const { report, scope } = whole;
	return {
		report,
		audit: whole,
		render: await require_perform.renderOf(scene, gate, report, { range: null }),
		pull: null,
		context: await require_evidence_context.evidenceContext(gate, report, {
			...require_perform.judgedHere(scene),
			phase: "audit",
			targetRef: job.ref,
			since: null,
			commits: {
				include: scope.tip === null ? [] : [scope.tip],
				exclude: scope.behind
			}
		}),
		signer: await require_perform.evidenceSignerFor(scene, gate),
		notes: null
	};
}

exports.judgeAudit = judgeAudit;