"use strict";

// src/policy/scan-config.ts
/** Prefix of Backlog.md's task ids where no folder says another. */
const DEFAULT_PREFIXES = ["TASK"];
/** What the scanner looks for. `prefixes`: those of the task folders that were found. */
function scanConfig(remotes, prefixes) {
	const of = (kind) => remotes.filter((remote) => remote.kind === kind);
	const [github] = of("github");
	const [gitlab] = of("gitlab");
	const jira = of("jira");
	const linear = of("linear").flatMap((remote) => texts(remote.settings.teams));
	const generic = jira.some((remote) => remote.settings.projects === void 0);
	const tasks = of("markdown").flatMap((remote) => taskPrefixes(remote, prefixes));
	return {
		...github === void 0 ? {} : { github: String(github.settings.repo) },
		...gitlab === void 0 ? {} : { gitlab: String(gitlab.settings.project) },
		...jira.length === 0 ? {} : { jira: generic ? true : jira.flatMap((remote) => texts(remote.settings.projects)) },
		...linear.length === 0 ? {} : { linear },
		...of("azure-devops").length === 0 ? {} : { azure: true },
		...of("clickup").length === 0 ? {} : { clickup: true },
		...of("notion").length === 0 ? {} : { notion: true },
		...tasks.length === 0 ? {} : { tasks: [...new Set(tasks)] }
	};
}
function taskPrefixes({ settings }, detected) {
	const named = texts(settings.prefixes);
	return (named.length > 0 ? named : detected.length > 0 ? detected : DEFAULT_PREFIXES).map((prefix) => prefix.toUpperCase());
}
function texts(value) {
	return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
/** Ids that two remotes claim. A key that tasks and Jira share is no clash: the task wins. */
function clashes(remotes) {
	return remotes.flatMap((remote, index) => remotes.slice(0, index).flatMap((other) => {
		const claimed = shared(remote, other);
		return claimed === null ? [] : [{
			remote: remote.name,
			other: other.name,
			claimed
		}];
	}));
}
function shared(a, b) {
	const kinds = /* @__PURE__ */ new Set([a.kind, b.kind]);
	if (kinds.has("github") && kinds.has("gitlab")) return "#1";
	if (isKeyed(a) && isKeyed(b)) return sharedKey(keysOf(a), keysOf(b));
	if (a.kind !== b.kind) return null;
	switch (a.kind) {
		case "github": return sameName(a.settings.repo, b.settings.repo);
		case "gitlab": return sameName(a.settings.project, b.settings.project);
		case "azure-devops": return "AB#1";
		case "clickup": return "CU-1a2b3c";
		case "notion": return "pages";
		case "markdown": return "task files";
		case "jira":
		case "linear": return null;
	}
}
function isKeyed({ kind }) {
	return kind === "jira" || kind === "linear";
}
/** Null: every key of the right shape. */
function keysOf({ settings }) {
	return settings.projects === void 0 && settings.teams === void 0 ? null : [...texts(settings.projects), ...texts(settings.teams)];
}
function sharedKey(a, b) {
	if (a === null) return b?.[0] ?? "every key";
	if (b === null) return a[0] ?? "every key";
	return a.find((key) => b.includes(key)) ?? null;
}
function sameName(a, b) {
	return String(a).toLowerCase() === String(b).toLowerCase() ? String(a) : null;
}

Object.defineProperty(exports, "clashes", {
  enumerable: true,
  get: function () {
    return clashes;
  }
});
Object.defineProperty(exports, "scanConfig", {
  enumerable: true,
  get: function () {
    return scanConfig;
  }
});