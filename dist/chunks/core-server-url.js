"use strict";

const require_loopback = require("./core-loopback.js");

// src/core/server-url.ts
/** Whether a text is the address of a server: https, or plain http on this machine alone. */
function isServerUrl(text) {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	return protocol === "https:" || protocol === "http:" && require_loopback.LOOPBACK.has(hostname);
}

Object.defineProperty(exports, "isServerUrl", {
  enumerable: true,
  get: function () {
    return isServerUrl;
  }
});