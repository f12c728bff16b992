"use strict";

let node_crypto = require("node:crypto");

// src/reports/fingerprint.ts
/** Hex SHA-256 of what a finding is about and says; a second finding of the same report that says the same gets another one. */
function fingerprints() {
	const seen = /* @__PURE__ */ new Map();
	return ({ finding, commit }) => {
		const { rule, code, about, args } = finding;
		const parts = [
			rule,
			code,
			commit,
			about.kind,
			about.path,
			about.line,
			about.ticket,
			args
		];
		const name = JSON.stringify(parts);
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		return (0, node_crypto.createHash)("sha256").update(before === 0 ? name : `${name}${before}`).digest("hex");
	};
}

Object.defineProperty(exports, "fingerprints", {
  enumerable: true,
  get: function () {
    return fingerprints;
  }
});