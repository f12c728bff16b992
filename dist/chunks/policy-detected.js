"use strict";

// src/policy/detected.ts
/** `remotes:` as a policy would write them, by detection alone: task folders, and the public forge of `origin`. */
function detectedRemotes({ tasks, originUrl }) {
	const forge = originUrl === null ? null : forgeOf(originUrl);
	return {
		...tasks === null ? {} : { tasks: { kind: "markdown" } },
		...forge
	};
}
function forgeOf(url) {
	const [, host = "", path = ""] = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]*@)?([A-Za-z0-9.-]+)(?::[0-9]+)?[:/]\/?([^?#\s]+?)(?:\.git)?\/?$/.exec(url) ?? [];
	switch (host.toLowerCase()) {
		case "github.com":
		case "ssh.github.com": return /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(path) ? { github: {
			kind: "github",
			repo: path
		} } : null;
		case "gitlab.com":
		case "altssh.gitlab.com": return /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/.test(path) ? { gitlab: {
			kind: "gitlab",
			project: path
		} } : null;
		case "dev.azure.com":
		case "ssh.dev.azure.com": return azure(path);
		default: return null;
	}
}
/** `org/project/_git/repo` over https, `v3/org/project/repo` over ssh. */
function azure(path) {
	const [, organization, project] = /^([^/]+)\/([^/]+)\/_git\//.exec(path) ?? /^v3\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
	if (organization === void 0 || project === void 0) return null;
	return { boards: {
		kind: "azure-devops",
		organization,
		project: unescaped(project)
	} };
}
function unescaped(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

Object.defineProperty(exports, "detectedRemotes", {
  enumerable: true,
  get: function () {
    return detectedRemotes;
  }
});