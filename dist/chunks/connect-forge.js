"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_home_url = require("./core-home-url.js");
const require_core = require("./core.js");
const require_forge = require("./forge.js");
const require_gate = require("./gate.js");

// src/connect/forge.ts
var forge_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	dialForge: () => dialForge,
	dialHome: () => dialHome,
	forgeSpot: () => forgeSpot
});
/**
* The forge of the repository that `origin` points to, asked as trackers are: a remote of the policy that names this very repository,
* else the vendor's own service by the address alone. Null: there is none, or no credential that may go there.
*/
async function dialForge(origin, { remotes }, options) {
	const spot = forgeSpot(origin, remotes);
	return spot === null ? null : dialSpot(spot, options);
}
/**
* The forge of the repository that a run of CI is one of. The runner says where it lies, so no law need be trusted for that; a remote
* of the law that names this very repository lends its name. Null: there is no credential.
*/
async function dialHome(home, { remotes }, options) {
	return dialSpot(homeSpot(home, remotes), {
		...options,
		home,
		lawIsTrusted: true
	});
}
function homeSpot(home, remotes) {
	const { kind, repository, site } = home;
	const url = require_home_url.homeUrl(home);
	const settings = {
		kind,
		repo: repository,
		...url === null ? {} : { url }
	};
	return {
		kind,
		repository,
		remote: {
			name: remotes.find((remote) => require_gate.isOfHome(remote, home) && String(remote.settings.repo).toLowerCase() === repository.toLowerCase())?.name ?? new URL(site).host,
			kind,
			grammar: "github",
			settings
		}
	};
}
async function dialSpot({ kind, repository, remote }, options) {
	const { http, origins, credential } = await (await require_gate.dial(remote, options)).line();
	if (origins.doubtful !== null || await credential() === null) return null;
	return (await require_forge.forges[kind]())({
		remote: remote.name,
		repository
	}, http);
}
/** Which repository of which forge an address means; null: of none that can be asked. */
function forgeSpot(origin, remotes) {
	const address = require_core.repositoryAddress(origin);
	if (address === null) return null;
	const { host, path } = address;
	return namedBy(remotes, address) ?? vendors(host, path);
}
/**
* A server's host may go by other names in an address for git, so the repository's own name tells. A vendor's service is nobody else's, or a
* policy could have another server speak for it.
*/
function namedBy(remotes, { host, path }) {
	const vendor = VENDORS.get(host);
	for (const remote of remotes) {
		const { kind, settings } = remote;
		if (kind !== "github" && kind !== "gitlab") continue;
		if (vendor !== void 0 && (kind !== vendor || !isAt(settings.url, host))) continue;
		const named = kind === "github" ? settings.repo : settings.project;
		if (typeof named === "string" && named.toLowerCase() === path.toLowerCase()) return {
			kind,
			repository: named,
			remote
		};
	}
	return null;
}
/** Left out: the vendor's own. */
function isAt(url, host) {
	return url === void 0 || typeof url === "string" && require_core.repositoryAddress(`${url}/-`)?.host === host;
}
/** Hosts of vendors' own services, and whose they are. */
const VENDORS = /* @__PURE__ */ new Map([
	["github.com", "github"],
	["gitlab.com", "gitlab"],
	["dev.azure.com", "azure-repos"]
]);
/** The vendors' own services, to which a token may always go. */
function vendors(host, path) {
	switch (host) {
		case "github.com": {
			const remote = {
				name: "github.com",
				kind: "github",
				grammar: "github",
				settings: {
					kind: "github",
					repo: path
				}
			};
			return /^[\w-]+\/[\w.-]+$/.test(path) ? {
				kind: "github",
				repository: path,
				remote
			} : null;
		}
		case "gitlab.com": {
			const remote = {
				name: "gitlab.com",
				kind: "gitlab",
				grammar: "gitlab",
				settings: {
					kind: "gitlab",
					project: path
				}
			};
			return /^[\w.-]+(?:\/[\w.-]+)+$/.test(path) ? {
				kind: "gitlab",
				repository: path,
				remote
			} : null;
		}
		case "dev.azure.com": return azureRepos(path);
		default: return null;
	}
}
function azureRepos(path) {
	const found = require_core.azureRepository(path);
	if (found === null) return null;
	const { organization, project, repository } = found;
	const remote = {
		name: "dev.azure.com",
		kind: "azure-devops",
		grammar: "azure",
		settings: {
			kind: "azure-devops",
			organization,
			project
		}
	};
	return {
		kind: "azure-repos",
		repository: `${project}/${repository}`,
		remote
	};
}

Object.defineProperty(exports, "dialHome", {
  enumerable: true,
  get: function () {
    return dialHome;
  }
});
Object.defineProperty(exports, "forgeSpot", {
  enumerable: true,
  get: function () {
    return forgeSpot;
  }
});
Object.defineProperty(exports, "forge_exports", {
  enumerable: true,
  get: function () {
    return forge_exports;
  }
});