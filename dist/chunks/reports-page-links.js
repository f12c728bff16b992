"use strict";

const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");

// src/reports/page-links.ts
/**
* Where the forge shows what an audit is about; null: the address is none of a forge whose pages are known. Only the vendors' own hosts are:
* any other name may be anybody's, and nothing tells which forge answers there.
*/
function pageLinks({ repository, tip }) {
	const address = require_escape.pageOf(repository) === null ? null : require_core.repositoryAddress(repository ?? "");
	if (address === null) return null;
	const { host, path } = address;
	switch (host) {
		case "github.com": return /^[^/]+\/[^/]+$/.test(path) ? below(`https://${host}/${path}`, "pull", tip) : null;
		case "gitlab.com": return path.includes("/") ? below(`https://${host}/${path}/-`, "merge_requests", tip) : null;
		case "dev.azure.com": return azure(path, tip);
		default: return null;
	}
}
/** The address of one part, fit to stand in a link of Markdown; null: it has none. */
function linkTo(way, part) {
	if (way === null || way === void 0 || part === void 0 || require_escape.visible(part) !== part) return null;
	return require_escape.pageOf(`${way[0]}${part.split("/").map(encodeURIComponent).join("/")}${way[1]}`);
}
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