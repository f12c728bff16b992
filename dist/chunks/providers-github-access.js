"use strict";

// src/providers/github/access.ts
/** Seconds that GitHub asks for at least where its secondary limit comes without a Retry-After. */
const SECONDARY_WAIT = 60;
const OWN_HOST = /(?:^|\.)(?:github\.com|ghe\.com)$/i;
/** github.com and GHE.com have an API host of their own; an Enterprise Server has its API below `/api/v3`. */
const access = {
	base({ url = "https://github.com" }) {
		const { origin, protocol, host, pathname } = new URL(url);
		if (/^api\./i.test(host)) return `${origin}${pathname.replace(/\/+$/, "")}`;
		return isOwn(host) ? `${protocol}//api.${host}` : `${origin}${pathname.replace(/\/+$/, "")}/api/v3`;
	},
	isVendor: isOwn,
	/** The order in which `gh` looks, which keeps a github.com token from an Enterprise Server. */
	variables: (settings) => ({ token: isOwn(hostOf(settings)) ? ["GH_TOKEN", "GITHUB_TOKEN"] : ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"] }),
	command: (settings) => [
		"gh",
		"auth",
		"token",
		"--hostname",
		hostOf(settings)
	],
	gitHost: hostOf,
	headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
	anonymous: true,
	limited({ status, headers, text }) {
		if (status === 200) return /"type"\s*:\s*"RATE_LIMITED"/.test(text) ? SECONDARY_WAIT : null;
		if (status !== 403 && status !== 429) return null;
		const isLimit = headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0;
		return status === 429 || isLimit || /rate limit/i.test(text) ? SECONDARY_WAIT : null;
	}
};
/** Address of GraphQL for a REST base. */
function graphqlAddress(base) {
	return base.endsWith("/api/v3") ? `${base.slice(0, -3)}/graphql` : `${base}/graphql`;
}
function isOwn(host) {
	return OWN_HOST.test(host);
}
/** The host that people and `gh` know: without `api.`. */
function hostOf({ url = "https://github.com" }) {
	return new URL(url).host.replace(/^api\./i, "");
}

Object.defineProperty(exports, "access", {
  enumerable: true,
  get: function () {
    return access;
  }
});
Object.defineProperty(exports, "graphqlAddress", {
  enumerable: true,
  get: function () {
    return graphqlAddress;
  }
});