"use strict";

const require_ask_many = require("./providers-ask-many.js");

// src/providers/code-url.ts
/** Where forges show what: GitHub, GitLab, Bitbucket, Azure Repos. Groups: repository, then the thing itself. */
const PLACES = [
	["pull-request", /^\/([^/]+\/[^/]+)\/pull\/(\d+)(?:\/|$)/],
	["pull-request", /^\/(.+?)\/-\/merge_requests\/(\d+)(?:\/|$)/],
	["pull-request", /^\/([^/]+\/[^/]+)\/pull-requests\/(\d+)(?:\/|$)/],
	["pull-request", /^\/(?:[^/]+\/)*?([^/]+\/_git\/[^/]+)\/pullrequest\/(\d+)(?:\/|$)/i],
	["commit", /^\/([^/]+\/[^/]+)\/commits?\/([0-9a-f]{7,64})(?:\/|$)/],
	["commit", /^\/(.+?)\/-\/commit\/([0-9a-f]{7,64})(?:\/|$)/],
	["commit", /^\/(?:[^/]+\/)*?([^/]+\/_git\/[^/]+)\/commit\/([0-9a-f]{7,64})(?:\/|$)/i],
	["build", /^\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)(?:\/|$)/],
	["build", /^\/(.+?)\/-\/(?:pipelines|jobs)\/(\d+)(?:\/|$)/],
	["branch", /^\/(.+?)\/-\/tree\/(.+?)\/?$/],
	["branch", /^\/([^/]+\/[^/]+)\/tree\/(.+?)\/?$/],
	["path", /^\/(.+?)\/-\/blob\/[^/]+\/(.+)$/],
	["path", /^\/([^/]+\/[^/]+)\/blob\/[^/]+\/(.+)$/]
];
/** Addresses in running text; what commonly stands behind one is left out. */
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`\\]{1,2000}/g;
/** What an address of a forge leads to, by its shape; anything else is `other`. Null: it is no address for people. */
function codeUrl(address, title = null) {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
	const { href, pathname, username, password } = new URL(address);
	if (username !== "" || password !== "") return null;
	const rest = {
		title: title === null ? null : require_ask_many.cleanLine(title),
		relation: "mentions"
	};
	for (const [kind, place] of PLACES) {
		const [, repository, ref] = place.exec(pathname) ?? [];
		if (repository !== void 0 && ref !== void 0) return {
			kind,
			ref: plain(ref),
			repository: plain(repository).replace("/_git/", "/"),
			url: href,
			...rest
		};
	}
	return {
		kind: "other",
		ref: href,
		repository: null,
		url: href,
		...rest
	};
}
/** Every address in a text that leads to something of a forge, each once. */
function codeUrlsIn(text) {
	return [...new Set([...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.,;:!?*_]+$/, "")))].flatMap((address) => {
		const link = codeUrl(address);
		return link === null || link.kind === "other" ? [] : [link];
	});
}
function plain(part) {
	try {
		return require_ask_many.cleanLine(decodeURIComponent(part));
	} catch {
		return require_ask_many.cleanLine(part);
	}
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