"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");

// src/reports/built-ledger.ts
/** What a build left behind, in a line; another says so where the ledger before was not gone by. */
function builtText({ header, signer, bytes, home, pushed, notice }) {
	return `${notice === null ? "" : `The ledger before was not gone by: ${require_escape.terminal(notice)}\n`}Ledger ${header.seq} of ${require_reports.plural(header.count, "ticket")} is in ${require_escape.terminal(home)}${pushed ? ", here and at origin" : ""}: ${require_reports.count(bytes)} bytes, signed by ${signerText(signer)}, for ${require_escape.terminal(header.audience)}, until ${header.expiresAt}.\n`;
}
/** Who signed a ledger. */
function signerText(signer) {
	if (signer.kind === "key") return require_escape.terminal(signer.id);
	return `${require_escape.terminal(signer.subject)} (${require_escape.terminal(signer.issuer)}, logged ${signer.at})`;
}

Object.defineProperty(exports, "builtText", {
  enumerable: true,
  get: function () {
    return builtText;
  }
});
Object.defineProperty(exports, "signerText", {
  enumerable: true,
  get: function () {
    return signerText;
  }
});