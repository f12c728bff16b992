"use strict";

let node_crypto = require("node:crypto");

// src/specs/digest.ts
/** Hex SHA-256 of a text's UTF-8. */
function sha256(text) {
	return (0, node_crypto.createHash)("sha256").update(text).digest("hex");
}
/** Bytes as a spec's text is kept: LF line ends, no byte-order mark, no blank lines at its ends. */
function specText(text) {
	return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
/** The digest of a spec: of its text as `specText` gives it, and one LF behind it. */
function specDigest(text) {
	return sha256(`${text}\n`);
}

Object.defineProperty(exports, "sha256", {
  enumerable: true,
  get: function () {
    return sha256;
  }
});
Object.defineProperty(exports, "specDigest", {
  enumerable: true,
  get: function () {
    return specDigest;
  }
});
Object.defineProperty(exports, "specText", {
  enumerable: true,
  get: function () {
    return specText;
  }
});