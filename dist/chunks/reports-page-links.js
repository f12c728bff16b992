"use strict";

const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");

// src/reports/page-links.ts
/**
* Where the forge shows what an audit is about; null: the address is none of a forge whose pages are known. Those of the
* vendors' own hosts are, and of the server that the policy names: any other name may be anybody's, and nothing tells which forge answers there.
*/
function pageLinks({ repository, forge, tip }) {
	const address = require_escape.pageOf(repository) === null ? null : require_core.repositoryAddress(repository ?? "");
	if (address === null) return null;
	const { host, path } = address;
	if (forge !== void 0) return require_escape.pageOf(forge.site) === null ? null : FORGES[forge.kind](forge.site, path, tip);
	switch (host) {
		case "github.com": return FORGES.github(`https://${host}`, path, tip);
		case "gitlab.com": return FORGES.gitlab(`https://${host}`, path, tip);
		case "dev.azure.com": return azure(path, tip);
		default: return null;
	}
}
/** The address of one part, fit to stand in a link of Markdown; null: it has none. */
function linkTo(way, part) {
	if (way === null || way === void 0 || part === void 0 || require_escape.visible(part) !== part) return null;
	return require_escape.pageOf(`${way[0]}${part.split("/").map(encodeURIComponent).join("/")}${way[1]}`);
}
const FORGES = {
	github: (site, path, tip) => /^[^/]+\/[^/]+$/.test(path) ? below(`${site}/${path}`, "pull", tip) : null,
	gitlab: (site, path, tip) => path.includes("/") ? below(`${site}/${path}/-`, "merge_requests", tip) : null
};
/** docs.github.com, "Getting permanent links to files"; docs.gitlab.com, "Repository files". */
function below(page, changes, tip) {
	return {
		commit: [`${page}/commit/`, ""],
		change: [`${page}/${changes}/`, ""],
		file: tip === null ? null : [`${page}/blob/${tip}/`, ""]
	};
}
/** Azure Repos names a file's version `GC` and a commit's id; its ssh addresses stand for the same pages. */
function azure(path, tip) {
	const found = require_core.azureRepository(path);
	if (found === null) return null;
	const [organization, project, repository] = [
		found.organization,
		found.project,
		found.repository
	].map(encodeURIComponent);
	const page = `https://dev.azure.com/${organization}/${project}/_git/${repository}`;
	return {
		commit: [`${page}/commit/`, ""],
		change: [`${page}/pullrequest/`, ""],
		file: tip === null ? null : [`${page}?path=/`, `&version=GC${tip}`]
	};
}

Object.defineProperty(exports, "linkTo", {
  enumerable: true,
  get: function () {
    return linkTo;
  }
});
Object.defineProperty(exports, "pageLinks", {
  enumerable: true,
  get: function () {
    return pageLinks;
  }
});