"use strict";

const require_spec = require("./core-spec.js");
const require_core = require("./core.js");
const require_fields = require("./policy-fields.js");

// src/policy/sections.ts
/** Weights of a rule, lightest first. */
const LEVELS = [
	"off",
	"warn",
	"enforce"
];
/** Presets, mildest first. */
const PRESETS = [
	"observe",
	"standard",
	"strict"
];
/** What an answer that could not be had does, mildest first. */
const UNKNOWNS = ["warn", "block"];
/** What may authorise, widest first. */
const AUTHORITIES = [
	"local",
	"linked",
	"upstream"
];
/** What a task file that only the change brings does, mildest first. */
const NEW_TASKS = [
	"allow",
	"warn",
	"deny"
];
/** How many references must be authorised, mildest first. */
const NEEDS = ["any", "all"];
/** How much of a ticket may be shown, most first; `auto` shows all only where the forge repository is private. */
const DISCLOSURES = [
	"full",
	"auto",
	"title",
	"id"
];
/** What may tell when a commit was decided, widest first. */
const DECISION_TIMES = ["any", "recorded"];
/** Merges that are not judged, most first. */
const MERGES = ["clean", "none"];
const STATES = [
	"open",
	"in_progress",
	"done",
	"canceled"
];
const TYPES = [
	"epic",
	"story",
	"task",
	"bug",
	"feature",
	"idea",
	"chore",
	"docs",
	"spike",
	"other"
];
/** States that authorise where a policy says nothing. */
const DEFAULT_STATES = ["open", "in_progress"];
/** Types that do: all that are not for planning. */
const DEFAULT_TYPES = TYPES.filter((type) => type !== "epic" && type !== "idea");
const PLACES = [
	"subject",
	"body",
	"trailer",
	"branch",
	"title"
];
const RISKS = [
	"low",
	"medium",
	"high",
	"critical"
];
/** Days. A waiver of more than a year is a rule of its own. */
const LONGEST_WAIVER = 366;
/** Accounts of one person: more are a team's. */
const MOST_ACCOUNTS = 16;
/** `authority`. */
function authoritySchema(z) {
	return z.enum(AUTHORITIES).describe("local: a task file on the trusted tree or a found ticket. linked: a task also needs an upstream of a configured remote. upstream: only the tracker's own answer or a ledger counts.");
}
/** `authorise:` which tickets may authorise a change. */
function authoriseSchema(z) {
	const nonEmpty = { error: "at least one entry; an empty list would allow nothing" };
	return z.strictObject({
		states: z.union([z.array(z.enum(STATES)).min(1, nonEmpty), z.record(require_fields.name(z), z.array(require_fields.name(z)).min(1, nonEmpty))]).default([...DEFAULT_STATES]).describe("States of an authorised ticket: categories for every remote, or a mapping from a remote's name to its own state names."),
		new_tasks: z.enum(NEW_TASKS).default("warn").describe("A task file that only the change itself brings."),
		types: z.union([z.array(z.enum(TYPES)).min(1, nonEmpty), z.record(require_fields.name(z), z.array(require_fields.name(z)).min(1, nonEmpty))]).optional().describe("Types of an authorised ticket: categories for every remote, or a mapping from a remote's name to categories and its own type names. Left out: any but epic and idea."),
		labels: z.array(require_fields.name(z)).default([]).describe("Labels that an authorised ticket must carry."),
		approval: z.strictObject({
			when: z.strictObject({ risk: z.array(z.enum(RISKS)).min(1, nonEmpty).describe("Risk levels of the ticket.") }).optional().describe("Tickets that need the approval. Left out: all."),
			label: require_fields.name(z).optional().describe("A label that says approved, where the tracker's history tells who set it. Left out: `golden-thread ticket approve` alone."),
			approvers: z.array(require_fields.name(z)).default([]).describe("Accounts that may approve: a tracker's id or login, or an e-mail address; digits alone are an id, `@ada` is a login. Never the change's author. Empty: nobody.")
		}).optional().describe("An approval that a ticket must have."),
		decision_time: z.enum(DECISION_TIMES).default("any").describe("What tells when a commit of a past history was decided. any: its committer's date too, where no record does. recorded: records alone; anybody can set a date.")
	});
}
/** `people:` who commits under an address, in the trackers' words. */
function peopleSchema(z) {
	const address = z.string().max(320, { error: "at most 320 characters" }).regex(/^[^\s<>@]+@[^\s<>@]+$/, { error: "an e-mail address, as git has it" });
	const accounts = z.array(require_fields.name(z)).min(1, { error: "at least one account" }).max(MOST_ACCOUNTS, { error: `at most ${MOST_ACCOUNTS} accounts` });
	return z.record(address, accounts).describe("Accounts in trackers (id, login, e-mail address or display name) by the address that the same person commits under.");
}
/** `references:` where references count and how many must be authorised. */
function referencesSchema(z) {
	return z.strictObject({
		in: z.array(z.enum(PLACES)).min(1, { error: "at least one place" }).default([...PLACES]).describe("Where a reference counts."),
		need: z.enum(NEEDS).default("any").describe("any: one authorised reference is enough. all: every reference must be authorised."),
		trailer: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, { error: "a trailer's name such as Refs" }).default("Refs").describe("Name of the trailer that holds references.")
	});
}
/** `exempt:` commits that are not judged like any other. */
function exemptSchema(z) {
	return z.strictObject({
		merges: z.enum(MERGES).default("clean").describe("clean: a merge that git itself would have made the same way. none: every merge is a change."),
		bots: z.array(require_fields.name(z)).default([]).describe("Accounts of bots, such as dependabot[bot].")
	});
}
/** `unknown:` what an answer that could not be had does, by place. */
function unknownSchema(z) {
	const weight = (where) => z.enum(UNKNOWNS).describe(`${where} warn: shown and counted. block: undecided, exit 3.`);
	return z.strictObject({
		hook: weight("In local hooks.").default("warn"),
		ci: weight("In continuous integration.").default("block"),
		server: weight("In hooks of the server.").default("block")
	});
}
/** `cache:` how long a tracker's answers are remembered. */
function cacheSchema(z) {
	return z.strictObject({
		fresh: require_fields.duration(z).default("10m").describe("Up to this age a ticket is not asked for again."),
		stale: require_fields.duration(z).default("24h").describe("Up to this age an answer stands in where the tracker gives none.")
	});
}
/** `spec:` the document that says what will be built. */
function specSchema(z) {
	return z.strictObject({
		required: z.boolean().default(false).describe("A ticket needs a spec. Where it is false, no rule looks at specs, nor at what a description shows of them."),
		paths: z.array(require_fields.treePath(z).regex(/^(?:[^{}]|\{id\})+$/, { error: "a path whose only placeholder is {id}" })).min(1, { error: "at least one path" }).default(["specs/{id}/spec.md"]).describe("Where specs are; {id} is the last part of the ticket's key."),
		inject: z.boolean().default(true).describe("Write the spec into the pull request's body."),
		sources: z.array(z.enum(require_spec.SPEC_SOURCES)).min(1, { error: "at least one source" }).default(require_spec.SPEC_SOURCES.filter((source) => source !== "upstream")).describe("Where a ticket's spec may stand, first come first; upstream: what its tracker shows."),
		...require_core.specTerms(z)
	});
}
/** `waivers:` approved exceptions. */
function waiversSchema(z) {
	return z.strictObject({
		file: require_fields.treePath(z).default("golden-thread.waivers.yml").describe("File that holds the waivers."),
		approvers: z.array(z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*(?:\[bot\])?|@[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._/-]*)$/, { error: "an account such as alice, or a team such as @org/compliance" })).default([]).describe("Accounts and teams that may approve a waiver. Empty: nobody."),
		max_days: z.number().int({ error: "whole days" }).min(1, { error: "at least 1 day" }).max(LONGEST_WAIVER, { error: `at most ${LONGEST_WAIVER} days` }).default(7).describe("Longest life of a waiver in days.")
	});
}
/** `baseline:` where judging starts. */
function baselineSchema(z) {
	return z.strictObject({ commit: require_fields.oid(z).describe("Commits reachable from it are counted, never judged.") });
}
/** `enforce_from`. */
function enforceFromSchema(z) {
	return require_fields.date(z).describe("Until this day enforced fails are shown as warnings that name it.");
}
/** A scope's globs. */
function scopePathsSchema(z) {
	return z.array(require_fields.glob(z)).min(1, { error: "at least one glob" }).describe("Globs over root-relative paths; of the scopes that match a path the last one counts.");
}

Object.defineProperty(exports, "AUTHORITIES", {
  enumerable: true,
  get: function () {
    return AUTHORITIES;
  }
});
Object.defineProperty(exports, "DECISION_TIMES", {
  enumerable: true,
  get: function () {
    return DECISION_TIMES;
  }
});
Object.defineProperty(exports, "DEFAULT_STATES", {
  enumerable: true,
  get: function () {
    return DEFAULT_STATES;
  }
});
Object.defineProperty(exports, "DEFAULT_TYPES", {
  enumerable: true,
  get: function () {
    return DEFAULT_TYPES;
  }
});
Object.defineProperty(exports, "DISCLOSURES", {
  enumerable: true,
  get: function () {
    return DISCLOSURES;
  }
});
Object.defineProperty(exports, "LEVELS", {
  enumerable: true,
  get: function () {
    return LEVELS;
  }
});
Object.defineProperty(exports, "MERGES", {
  enumerable: true,
  get: function () {
    return MERGES;
  }
});
Object.defineProperty(exports, "NEEDS", {
  enumerable: true,
  get: function () {
    return NEEDS;
  }
});
Object.defineProperty(exports, "NEW_TASKS", {
  enumerable: true,
  get: function () {
    return NEW_TASKS;
  }
});
Object.defineProperty(exports, "PRESETS", {
  enumerable: true,
  get: function () {
    return PRESETS;
  }
});
Object.defineProperty(exports, "UNKNOWNS", {
  enumerable: true,
  get: function () {
    return UNKNOWNS;
  }
});
Object.defineProperty(exports, "authoriseSchema", {
  enumerable: true,
  get: function () {
    return authoriseSchema;
  }
});
Object.defineProperty(exports, "authoritySchema", {
  enumerable: true,
  get: function () {
    return authoritySchema;
  }
});
Object.defineProperty(exports, "baselineSchema", {
  enumerable: true,
  get: function () {
    return baselineSchema;
  }
});
Object.defineProperty(exports, "cacheSchema", {
  enumerable: true,
  get: function () {
    return cacheSchema;
  }
});
Object.defineProperty(exports, "enforceFromSchema", {
  enumerable: true,
  get: function () {
    return enforceFromSchema;
  }
});
Object.defineProperty(exports, "exemptSchema", {
  enumerable: true,
  get: function () {
    return exemptSchema;
  }
});
Object.defineProperty(exports, "peopleSchema", {
  enumerable: true,
  get: function () {
    return peopleSchema;
  }
});
Object.defineProperty(exports, "referencesSchema", {
  enumerable: true,
  get: function () {
    return referencesSchema;
  }
});
Object.defineProperty(exports, "scopePathsSchema", {
  enumerable: true,
  get: function () {
    return scopePathsSchema;
  }
});
Object.defineProperty(exports, "specSchema", {
  enumerable: true,
  get: function () {
    return specSchema;
  }
});
Object.defineProperty(exports, "unknownSchema", {
  enumerable: true,
  get: function () {
    return unknownSchema;
  }
});
Object.defineProperty(exports, "waiversSchema", {
  enumerable: true,
  get: function () {
    return waiversSchema;
  }
});