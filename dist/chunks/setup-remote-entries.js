"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_json = require("./policy-json.js");
const require_remotes = require("./policy-remotes.js");
const require_scan_config = require("./policy-scan-config.js");

// src/setup/remote-entries.ts
var remote_entries_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	QUESTIONS: () => QUESTIONS,
	besides: () => besides,
	checked: () => checked,
	entryFrom: () => entryFrom,
	readRemotes: () => readRemotes,
	remoteLaws: () => remoteLaws
});
const PROJECTS = {
	key: "projects",
	text: "Keys of the projects that count, with commas (empty: any)",
	example: "PROJ, OPS",
	list: true,
	optional: true
};
/** By kind, what its entry needs. */
const QUESTIONS = {
	github: [{
		key: "repo",
		text: "Repository whose issues count",
		example: "owner/repo"
	}],
	gitlab: [{
		key: "project",
		text: "Project whose issues count",
		example: "group/project"
	}],
	jira: [{
		key: "site",
		text: "Host of the Jira site",
		example: "company.atlassian.net"
	}, PROJECTS],
	linear: [{
		key: "teams",
		text: "Keys of the teams that count, with commas",
		example: "ENG, OPS",
		list: true
	}],
	"azure-devops": [{
		key: "organization",
		text: "Organization",
		example: "my-org"
	}, {
		key: "project",
		text: "Project",
		example: "my-project"
	}],
	clickup: [{
		key: "team",
		text: "Number of the workspace",
		example: "12345678"
	}],
	notion: [{
		key: "data_source",
		text: "Id of the data source or database",
		example: "0123456789abcdef0123456789abcdef"
	}]
};
/**
* Remotes as the command line writes them: `NAME: { KEY: VALUE, … }`, as in the policy; `kind` may be left out where the
* name is one. Throws Fault("usage") for what the policy would not take.
*/
async function readRemotes(texts) {
	const { parse } = await Promise.resolve().then(() => require("./yaml.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	const entries = {};
	for (const text of texts) Object.assign(entries, withKinds(parsed(parse, text)));
	return checked(entries);
}
/** An entry that a person's answers make. Empty answers are left out. */
function entryFrom(kind, answers) {
	const entry = { kind };
	for (const { key, list } of QUESTIONS[kind]) {
		const answer = answers.get(key)?.trim() ?? "";
		if (answer === "") continue;
		entry[key] = list === true ? answer.split(/[\s,]+/).filter(Boolean) : answer;
	}
	return { [kind]: entry };
}
/** The entries, as the policy takes them. Throws Fault("usage") with everything that it would refuse. */
async function checked(entries) {
	const { z } = await Promise.resolve().then(() => require("./zod.js")).then((n) => n.zod_exports);
	const result = require_remotes.remotesSchema(z).safeParse(entries);
	if (result.success) return unambiguous(result.data);
	const wrong = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
	throw new require_git.Fault("usage", "A remote can't be written like this.", {
		found: wrong.join("; "),
		wanted: "an entry as the policy has it, such as jira: { site: company.atlassian.net, projects: [PROJ] }",
		fix: "golden-thread init --help"
	});
}
/** A policy in which two trackers claim one id can't be used, and a policy that can't be used stops every commit. */
function unambiguous(entries) {
	const [clash] = require_scan_config.clashes(remoteLaws(entries));
	if (clash === void 0) return entries;
	const { remote, other, claimed } = clash;
	throw new require_git.Fault("usage", `${remote} and ${other} claim the same ids, so nobody could tell whose they are.`, {
		found: claimed,
		wanted: "each id in one remote; projects: and teams: say whose keys they are",
		fix: "golden-thread init --help"
	});
}
/** What was detected, without what would claim an id that a named entry claims: detection is a guess. */
function besides(named, detected) {
	const own = remoteLaws(named);
	const isFree = (name, entry) => require_json.isMapping(entry) && require_scan_config.clashes([...own, ...remoteLaws({ [name]: entry })]).length === 0;
	return Object.fromEntries(Object.entries(detected).filter(([name, entry]) => isFree(name, entry)));
}
/** The same entries as look-ups take them. */
function remoteLaws(entries) {
	return Object.entries(entries).flatMap(([name, settings]) => {
		const kind = kindOf(settings.kind);
		return kind === null ? [] : [{
			name,
			kind,
			grammar: require_remotes.GRAMMARS[kind],
			settings
		}];
	});
}
function kindOf(value) {
	return isKind(value) ? value : null;
}
function isKind(value) {
	return typeof value === "string" && Object.hasOwn(require_remotes.GRAMMARS, value);
}
function parsed(parse, text) {
	const value = quietly(() => parse(text));
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
	throw new require_git.Fault("usage", "This is no remote.", {
		found: text,
		wanted: "NAME: { KEY: VALUE }, such as jira: { site: company.atlassian.net }",
		fix: "golden-thread init --help"
	});
}
function quietly(read) {
	try {
		return read();
	} catch {
		return null;
	}
}
function withKinds(entries) {
	const kinds = Object.entries(entries).map(([name, entry]) => {
		return [name, typeof entry === "object" && entry !== null && !("kind" in entry) && isKind(name) ? {
			kind: name,
			...entry
		} : entry];
	});
	return Object.fromEntries(kinds);
}

Object.defineProperty(exports, "QUESTIONS", {
  enumerable: true,
  get: function () {
    return QUESTIONS;
  }
});
Object.defineProperty(exports, "besides", {
  enumerable: true,
  get: function () {
    return besides;
  }
});
Object.defineProperty(exports, "checked", {
  enumerable: true,
  get: function () {
    return checked;
  }
});
Object.defineProperty(exports, "entryFrom", {
  enumerable: true,
  get: function () {
    return entryFrom;
  }
});
Object.defineProperty(exports, "remote_entries_exports", {
  enumerable: true,
  get: function () {
    return remote_entries_exports;
  }
});