"use strict";

const require_world = require("./chunks/world.js");
const require_error = require("./chunks/reports-error.js");
const require_escape = require("./chunks/reports-escape.js");
const require_usual_formats = require("./chunks/audit-folder-usual-formats.js");
const require_git = require("./chunks/git.js");
const require_core = require("./chunks/core.js");
let node_fs = require("node:fs");

// src/action/audit-formats.ts
/** What the audit's folder can hold, in the order in which it is written. */
const AUDIT_FORMATS = [
	"json",
	"html",
	"csv",
	"intoto",
	"sarif",
	"junit"
];

// src/action/inputs.ts
/** Every input, with the words that it takes and what stands in for it; action.yml says the same, and a test holds them equal. */
const INPUTS = {
	"github-token": {
		words: null,
		fallback: ""
	},
	policy: {
		words: null,
		fallback: ""
	},
	preset: {
		words: [
			"observe",
			"standard",
			"strict"
		],
		fallback: ""
	},
	spec: {
		words: ["auto", "off"],
		fallback: "auto"
	},
	comment: {
		words: [
			"on-failure",
			"always",
			"off"
		],
		fallback: "on-failure"
	},
	check: {
		words: [
			"auto",
			"always",
			"off"
		],
		fallback: "auto"
	},
	label: {
		words: null,
		fallback: ""
	},
	formats: {
		words: null,
		fallback: require_usual_formats.USUAL_FORMATS.join(",")
	},
	"artifact-name": {
		words: null,
		fallback: "golden-thread-audit"
	},
	sign: {
		words: ["auto", "off"],
		fallback: "auto"
	},
	record: {
		words: ["off", "on"],
		fallback: "off"
	},
	ledger: {
		words: [
			"read",
			"refresh",
			"refresh-keyless"
		],
		fallback: "read"
	},
	range: {
		words: null,
		fallback: ""
	},
	ticket: {
		words: null,
		fallback: ""
	}
};
/**
* What an artifact's name may not have: characters that the service refuses (actions/toolkit, artifact), and the beginning of a command, since
* the toolkit logs the name as it is.
*/
const NO_NAME = /["':<>|*?\r\n\\/]|##\[/;
/** The step's inputs. Throws Fault("usage") for one that there is not, and for a word that it does not take. */
function readInputs(env) {
	demandKnown(env);
	const artifact = text$1(env, "artifact-name");
	if (NO_NAME.test(artifact)) throw unusable("artifact-name", artifact, `none of " ' : < > | * ? \\ / ##[ in it`);
	return {
		token: text$1(env, "github-token"),
		policy: orNull(text$1(env, "policy")),
		preset: wordOrNull(env, "preset"),
		spec: word(env, "spec"),
		comment: word(env, "comment"),
		check: word(env, "check"),
		label: orNull(text$1(env, "label")),
		formats: formatsOf(text$1(env, "formats")),
		artifact: orNull(artifact),
		sign: word(env, "sign"),
		record: word(env, "record"),
		ledger: word(env, "ledger"),
		range: orNull(text$1(env, "range")),
		ticket: orNull(text$1(env, "ticket"))
	};
}
/** A misspelt input would silently do nothing, which in a gate is a hole. The runner only warns. */
function demandKnown(env) {
	const names = Object.keys(INPUTS);
	const known = new Set(names.map(variable));
	for (const key of Object.keys(env)) {
		if (!key.startsWith("INPUT_") || known.has(key)) continue;
		const found = key.slice(6).toLowerCase();
		const near = require_git.nearest(found, names);
		throw new require_git.Fault("usage", `There is no input ${found}.${near === null ? "" : ` Did you mean ${near}?`}`, {
			found,
			wanted: names.join(", "),
			fix: "mend the `with:` of this step"
		});
	}
}
/** The runner's own way from an input's name to its variable: upper case, blanks as underscores, dashes as they are. */
function variable(name) {
	return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
function text$1(env, name) {
	return (env[variable(name)] ?? INPUTS[name].fallback).trim();
}
function word(env, name) {
	const found = wordOrNull(env, name);
	if (found !== null) return found;
	throw unusable(name, "", (INPUTS[name].words ?? []).join(", "));
}
function wordOrNull(env, name) {
	const found = text$1(env, name);
	const words = INPUTS[name].words ?? [];
	const known = words.find((one) => one === found);
	if (known === void 0 && found !== "") throw unusable(name, found, words.join(", "));
	return known ?? null;
}
function formatsOf(list) {
	const names = list.split(/[\s,]+/).filter((name) => name !== "");
	const unknown = names.find((name) => !AUDIT_FORMATS.some((one) => one === name));
	if (unknown !== void 0) throw unusable("formats", unknown, AUDIT_FORMATS.join(", "));
	return AUDIT_FORMATS.filter((name) => names.includes(name));
}
function orNull(value) {
	return value === "" ? null : value;
}
function unusable(name, found, wanted) {
	return new require_git.Fault("usage", `The input ${name} can't be used.`, {
		found: found === "" ? "nothing" : found,
		wanted,
		fix: "mend the `with:` of this step"
	});
}

// src/action/event.ts
/** Events that the Action knows, as workflows name them. */
const EVENTS = [
	"pull_request",
	"pull_request_target",
	"merge_group",
	"push",
	"schedule",
	"workflow_dispatch",
	"workflow_run"
];
/** Reads an event's payload (GitHub, "Webhook events and payloads"). Throws Fault("usage") for one that the Action does not know. */
function eventOf(name, payload) {
	const event = object(payload);
	switch (EVENTS.find((known) => known === name)) {
		case "pull_request":
		case "pull_request_target": return pullRequest(event, name === "pull_request_target");
		case "merge_group": return mergeGroup(object(event.merge_group));
		case "push": return push(event);
		case "schedule": return { kind: "schedule" };
		case "workflow_dispatch": return { kind: "dispatch" };
		case "workflow_run": return {
			kind: "workflow-run",
			head: commit(object(event.workflow_run).head_sha, "workflow_run.head_sha")
		};
		case void 0: throw new require_git.Fault("usage", `The event ${name} says nothing that could be judged.`, {
			found: name,
			wanted: EVENTS.join(", "),
			fix: "mend the `on:` of this workflow"
		});
	}
}
function pullRequest(event, isTarget) {
	const pull = object(event.pull_request);
	const { number } = pull;
	if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) throw lacking("pull_request.number");
	return {
		kind: "pull-request",
		number,
		base: commit(object(pull.base).sha, "pull_request.base.sha"),
		head: commit(object(pull.head).sha, "pull_request.head.sha"),
		action: text(event.action, "action"),
		isTarget
	};
}
function mergeGroup(group) {
	return {
		kind: "merge-group",
		base: commit(group.base_sha, "merge_group.base_sha"),
		head: commit(group.head_sha, "merge_group.head_sha"),
		ref: text(group.head_ref, "merge_group.head_ref"),
		into: text(group.base_ref, "merge_group.base_ref")
	};
}
function push(event) {
	return {
		kind: "push",
		before: orNone(event.before, "before"),
		after: orNone(event.after, "after"),
		ref: text(event.ref, "ref"),
		defaultBranch: text(object(event.repository).default_branch, "repository.default_branch")
	};
}
/** Zeros stand for a ref that is not there. */
function orNone(value, place) {
	return typeof value === "string" && /^0+$/.test(value) ? null : commit(value, place);
}
function commit(value, place) {
	if (typeof value === "string" && require_core.isObjectId(value)) return value;
	throw lacking(place);
}
function text(value, place) {
	if (typeof value === "string" && value !== "") return value;
	throw lacking(place);
}
function object(value) {
	return typeof value === "object" && value !== null ? { ...value } : {};
}
function lacking(place) {
	return new require_git.Fault("usage", "The event's payload can't be used.", {
		found: `no usable ${place}`,
		wanted: "a payload as GitHub sends it"
	});
}

// src/action/job.ts
/** Reads the runner's variables and the event's payload. Throws Fault("usage") where this is no job of Actions, and for an event that is not known. */
function readJob(env) {
	const name = demanded(env, "GITHUB_EVENT_NAME");
	const repository = demanded(env, "GITHUB_REPOSITORY");
	const site = demanded(env, "GITHUB_SERVER_URL").replace(/\/+$/, "");
	return {
		event: eventOf(name, payloadIn(demanded(env, "GITHUB_EVENT_PATH"))),
		eventName: name,
		home: {
			kind: "github",
			repository,
			api: demanded(env, "GITHUB_API_URL").replace(/\/+$/, ""),
			site
		},
		workspace: demanded(env, "GITHUB_WORKSPACE"),
		temp: demanded(env, "RUNNER_TEMP"),
		run: `${site}/${repository}/actions/runs/${demanded(env, "GITHUB_RUN_ID")}`,
		attempt: Number(env.GITHUB_RUN_ATTEMPT ?? "1"),
		job: env.GITHUB_JOB ?? "",
		actor: env.GITHUB_ACTOR ?? "",
		sha: demanded(env, "GITHUB_SHA"),
		ref: demanded(env, "GITHUB_REF")
	};
}
function demanded(env, name) {
	const value = env[name];
	if (value !== void 0 && value !== "") return value;
	throw new require_git.Fault("usage", "This is no job of GitHub Actions.", {
		found: `no ${name}`,
		wanted: "the variables that its runner sets",
		fix: "golden-thread check ci"
	});
}
function payloadIn(file) {
	try {
		return JSON.parse((0, node_fs.readFileSync)(file, "utf8"));
	} catch (cause) {
		throw new require_git.Fault("usage", "The event's payload can't be read.", {
			found: file,
			wanted: "the JSON that the runner wrote there",
			cause
		});
	}
}

// src/action/act.ts
/**
* One step of a workflow, and the exit code that the runner judges it by. Never throws: what goes wrong is an annotation. Nothing but
* this and what reads the step's own environment is loaded before it is known that there is something to judge.
*/
async function act(world) {
	try {
		const inputs = readInputs(world.env);
		const job = readJob(world.env);
		const { perform } = await Promise.resolve().then(() => require("./chunks/action-perform.js"));
		return await perform(world, inputs, job);
	} catch (thrown) {
		return tell(thrown, world);
	}
}
function tell(thrown, { stdout, env }) {
	const fault = require_error.faultOf(thrown);
	const { found, wanted, fix, problems } = fault;
	const facts = Object.entries({
		found,
		wanted,
		fix
	}).flatMap(([name, text]) => text === void 0 ? [] : [`${name}: ${text}`]);
	for (const problem of problems.slice(0, MOST_PLACES)) {
		const { sentence, facts } = require_error.problemWords(problem);
		const place = `file=${require_escape.commandProperty(problem.file)},line=${problem.line}`;
		stdout.write(`::error ${place},title=golden-thread::${data([sentence, facts])}\n`);
	}
	stdout.write(`::error title=golden-thread::${data([fault.message, ...facts])}\n`);
	if (env.RUNNER_DEBUG === "1" && thrown instanceof Error) stdout.write(`::debug::${data([thrown.stack ?? ""])}\n`);
	return require_world.faultExitCode(fault.code);
}
/** The runner shows ten annotations of a level in a step, and the last is the sentence. */
const MOST_PLACES = 9;
function data(lines) {
	return require_escape.commandData(lines.filter((line) => line !== "").join("\n"));
}

// src/action/main.ts
act(require_world.realWorld()).then(require_world.leaveNow);
