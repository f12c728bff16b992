"use strict";

// src/providers/code-link.ts
/** Addresses of the customary forges: GitHub, GitLab, Bitbucket (Cloud and Data Center), Azure Repos, Gitea. */
const SHAPES = [
	["pull-request", /^\/(.+?)(?:\/-)?\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d+)(?:\/|$)/],
	["commit", /^\/(.+?)(?:\/-)?\/(?:commit|commits)\/([0-9a-f]{7,64})(?:\/|$)/i],
	["branch", /^\/(.+?)(?:\/-)?\/(?:tree|branch)\/(.+?)\/?$/]
];
/** What an address leads to, told by its shape alone; one that has none of the shapes is `other`. */
function codeLink(url, title, relation) {
	const path = URL.canParse(url) ? new URL(url).pathname : "";
	for (const [kind, shape] of SHAPES) {
		const [, repository, ref] = shape.exec(path) ?? [];
		if (repository !== void 0 && ref !== void 0) return {
			kind,
			ref: decoded(ref),
			repository: repositoryOf(repository),
			url,
			title,
			relation
		};
	}
	return {
		kind: "other",
		ref: url,
		repository: null,
		url,
		title,
		relation
	};
}
/** `projects/KEY/repos/NAME` (Bitbucket Data Center) and `org/project/_git/name` (Azure) name a repository by its parts. */
function repositoryOf(path) {
	return decoded(path.replace(/^projects\/([^/]+)\/repos\//, "$1/").replace("/_git/", "/"));
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

Object.defineProperty(exports, "codeLink", {
  enumerable: true,
  get: function () {
    return codeLink;
  }
});