"use strict";

const require_core = require("./core.js");

// src/attest/statement.ts
/** in-toto's Statement v1 (in-toto/attestation, spec/v1/statement.md). */
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** The type of our facts, the same for every user. Its last part is a major version: a field may be added to it, none may change its meaning. */
const FACTS_TYPE = `${require_core.REPOSITORY}/attestation/change-authorization/v0.1`;
/** in-toto's Simple Verification Result (spec/predicates/svr.md, 0.2). */
const CLAIM_TYPE = "https://in-toto.io/attestation/svr/v0.2";
/** Who says so: this gate, with the major version of how it judges. */
const GATE_ID = `${require_core.REPOSITORY}/gate/v0`;
/** Names a commit by all names that verifiers look for: `sha1` too, where that is what its repository's ids are. */
function commitDigest(id) {
	return id.length === SHA1_DIGITS ? {
		gitCommit: id,
		sha1: id
	} : { gitCommit: id };
}
const SHA1_DIGITS = 40;

Object.defineProperty(exports, "CLAIM_TYPE", {
  enumerable: true,
  get: function () {
    return CLAIM_TYPE;
  }
});
Object.defineProperty(exports, "FACTS_TYPE", {
  enumerable: true,
  get: function () {
    return FACTS_TYPE;
  }
});
Object.defineProperty(exports, "GATE_ID", {
  enumerable: true,
  get: function () {
    return GATE_ID;
  }
});
Object.defineProperty(exports, "STATEMENT_TYPE", {
  enumerable: true,
  get: function () {
    return STATEMENT_TYPE;
  }
});
Object.defineProperty(exports, "commitDigest", {
  enumerable: true,
  get: function () {
    return commitDigest;
  }
});