"use strict";

const require_core = require("./core.js");

// src/ledger/audience.ts
/** `host/owner/repo` of a repository's address, the same by https and by ssh; null: it is no address of a host. */
function audienceOf(url) {
	const address = require_core.repositoryAddress(url);
	if (address === null) return null;
	const { host, path } = address;
	const plain = host === "dev.azure.com" ? path.replace(/^v3\//, "").replace("/_git/", "/") : path;
	return `${host}${webPort(url)}/${plain}`.toLowerCase();
}
/** A server at a port of its own is another one than its neighbour; a port of ssh tells nothing of where its pages are. */
function webPort(url) {
	const port = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).port : "";
	return port === "" ? "" : `:${port}`;
}
/** Two names of the same repository; forges compare them without case. */
function isSameAudience(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}

Object.defineProperty(exports, "audienceOf", {
  enumerable: true,
  get: function () {
    return audienceOf;
  }
});
Object.defineProperty(exports, "isSameAudience", {
  enumerable: true,
  get: function () {
    return isSameAudience;
  }
});