"use strict";

const require_context = require("./attest-context.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_gate = require("./gate.js");
const require_audience = require("./ledger-audience.js");

// src/verify/law.ts
/** Works laws out of the trees that records name, as this very version reads them. */
function lawReader(world, { repo }) {
	const known = /* @__PURE__ */ new Map();
	const here = require_core.once(async () => {
		const origin = await require_git.originUrl(repo);
		return origin === null ? null : require_audience.audienceOf(origin);
	});
	return async ({ gate, policy, change, evaluatedAt }) => {
		const { commit } = policy.annotations;
		if (commit === void 0 || gate.version["golden-thread"] !== "0.1.0") return null;
		const told = change.repository.replace(/^git\+/, "");
		if ((told === "urn:golden-thread:repository-without-address" ? null : require_audience.audienceOf(told)) !== await here()) return null;
		const day = evaluatedAt.slice(0, 10);
		const name = `${commit} ${gate.place} ${day}`;
		const now = () => new Date(evaluatedAt);
		const read = known.get(name) ?? digestAt({
			...world,
			now
		}, {
			commit,
			place: gate.place
		});
		known.set(name, read);
		return read;
	};
}
async function digestAt(world, { commit, place }) {
	try {
		return (await require_gate.openGate(world, {
			place,
			haste: "command",
			policyRef: commit
		})).law.digest;
	} catch (thrown) {
		if (thrown instanceof require_git.Fault && thrown.code !== "internal") return null;
		throw thrown;
	}
}
/** Holds each record's law against the tree that it names. */
async function judgeLaws(lines, lawOf) {
	const findings = [];
	for (const { facts, line } of lines) {
		if (facts === null) continue;
		const digest = await lawOf(facts);
		if (digest === null) findings.push({
			code: "policy-unread",
			line,
			about: ""
		});
		else if (digest !== facts.policy.digest.sha256) findings.push({
			code: "policy-differs",
			line,
			about: facts.policy.annotations.commit ?? ""
		});
	}
	return findings;
}

Object.defineProperty(exports, "judgeLaws", {
  enumerable: true,
  get: function () {
    return judgeLaws;
  }
});
Object.defineProperty(exports, "lawReader", {
  enumerable: true,
  get: function () {
    return lawReader;
  }
});