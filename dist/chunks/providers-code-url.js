"use strict";

const require_code_link = require("./providers-code-link.js");
const require_text = require("./providers-text.js");

// src/providers/code-url.ts
/** Addresses in running text; what commonly stands around one is left out. */
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`\\]{1,2000}/g;
/** What an address that somebody wrote into a ticket leads to. Null: it leads nowhere, or holds a password. */
function codeUrl(address, title = null) {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
	const { href, username, password } = new URL(address);
	if (username !== "" || password !== "") return null;
	const link = require_code_link.codeLink(href, title === null ? null : require_text.cleanLine(title), "mentions");
	return {
		...link,
		ref: require_text.cleanLine(link.ref)
	};
}
/** Every address in a text that leads to something of a forge, each once. */
function codeUrlsIn(text) {
	return [...new Set([...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.,;:!?*_]+$/, "")))].flatMap((address) => {
		const link = codeUrl(address);
		return link === null || link.kind === "other" ? [] : [link];
	});
}

Object.defineProperty(exports, "codeUrl", {
  enumerable: true,
  get: function () {
    return codeUrl;
  }
});
Object.defineProperty(exports, "codeUrlsIn", {
  enumerable: true,
  get: function () {
    return codeUrlsIn;
  }
});