"use strict";

// src/core/repository-address.ts
const ADDRESS = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]*@)?([A-Za-z0-9.-]+)(?::[0-9]+)?[:/]\/?([^?#\s]+?)(?:\.git)?\/?$/i;
/** Hosts that forges answer ssh under where its own port is closed. */
const ALIASES = {
	"ssh.github.com": "github.com",
	"altssh.gitlab.com": "gitlab.com",
	"ssh.dev.azure.com": "dev.azure.com"
};
/** Null: it is no address of a host. */
function repositoryAddress(url) {
	const [, host = "", path = ""] = ADDRESS.exec(url) ?? [];
	if (host === "" || path === "" || path.includes("..") || /^(?:[.]|file:|[a-z]:[\\/])/i.test(url)) return null;
	const small = host.toLowerCase();
	return {
		host: ALIASES[small] ?? small,
		path
	};
}
/** `org/project/_git/repo` over https, without the project where both are called the same; `v3/org/project/repo` over ssh. */
function azureRepository(path) {
	const [, organization, project, repository] = /^v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? /^([^/]+)\/(?:([^/]+)\/)?_git\/([^/]+)$/.exec(path) ?? [];
	if (organization === void 0 || repository === void 0) return null;
	return {
		organization: unescaped(organization),
		project: unescaped(project ?? repository),
		repository: unescaped(repository)
	};
}
function unescaped(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

Object.defineProperty(exports, "azureRepository", {
  enumerable: true,
  get: function () {
    return azureRepository;
  }
});
Object.defineProperty(exports, "repositoryAddress", {
  enumerable: true,
  get: function () {
    return repositoryAddress;
  }
});