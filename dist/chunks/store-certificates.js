"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
let node_fs = require("node:fs");

// src/store/certificates.ts
var certificates_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ moreCertificates: () => moreCertificates });
/**
* Certificates of further authorities, as PEM. The hooks move NODE_EXTRA_CA_CERTS to a variable of ours, since Node reads
* that file at every start; null: there is none. Throws Fault("usage") where the file can't be read.
*/
function moreCertificates(env) {
	const path = env.GOLDEN_THREAD_CA_CERTS;
	if (path === void 0 || path === "") return null;
	try {
		return (0, node_fs.readFileSync)(path, "utf8");
	} catch (cause) {
		throw new require_git.Fault("usage", "The file of further certificates can't be read.", {
			found: path,
			wanted: "a PEM file, as NODE_EXTRA_CA_CERTS names it",
			cause
		});
	}
}

Object.defineProperty(exports, "certificates_exports", {
  enumerable: true,
  get: function () {
    return certificates_exports;
  }
});
Object.defineProperty(exports, "moreCertificates", {
  enumerable: true,
  get: function () {
    return moreCertificates;
  }
});