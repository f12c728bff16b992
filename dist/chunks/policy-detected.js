"use strict";

const require_home_url = require("./core-home-url.js");
const require_core = require("./core.js");

// src/policy/detected.ts
/** `remotes:` as a policy would write them, by detection alone: task folders, and the public forge of `origin`. */
function detectedRemotes({ tasks, originUrl, home = null }) {
	const forge = home !== null ? homeOf(home) : originUrl === null ? null : forgeOf(originUrl);
	return {
		...tasks === null ? {} : { tasks: { kind: "markdown" } },
		...forge
	};
}
function homeOf(home) {
	const { kind, repository } = home;
	const url = require_home_url.homeUrl(home);
	return { [kind]: {
		kind,
		repo: repository,
		...url === null ? {} : { url }
	} };
}
function forgeOf(url) {
	const { host, path } = require_core.repositoryAddress(url) ?? {
		host: "",
		path: ""
	};
	switch (host) {
		case "github.com": return /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(path) ? { github: {
			kind: "github",
			repo: path
		} } : null;
		case "gitlab.com": return /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/.test(path) ? { gitlab: {
			kind: "gitlab",
			project: path
		} } : null;
		case "dev.azure.com": return azure(path);
		default: return null;
	}
}
function azure(path) {
	const found = require_core.azureRepository(path);
	if (found === null) return null;
	const { organization, project } = found;
	return { boards: {
		kind: "azure-devops",
		organization,
		project
	} };
}

Object.defineProperty(exports, "detectedRemotes", {
  enumerable: true,
  get: function () {
    return detectedRemotes;
  }
});