"use strict";

const require_core = require("./core.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/cli/explain.ts
const manual = {
	name: "explain",
	summary: "say why a rule exists and how to satisfy it",
	forms: ["[RULE]"],
	details: "Without a rule it lists them all. What a rule weighs here is said by golden-thread config explain rules.RULE.",
	options: [{
		name: "json",
		does: "answer as JSON"
	}],
	examples: [
		{
			run: "golden-thread explain ticket-authorised",
			does: "why, how to fix, answers, options",
			exit: 0
		},
		{
			run: "golden-thread explain",
			does: "lists every rule",
			exit: 0
		},
		{
			run: "golden-thread explain change-size --json",
			does: "the same for programs",
			exit: 0
		},
		{
			run: "golden-thread explain ticket-authorized",
			does: "says which rule was meant",
			exit: 2
		}
	]
};
async function run(words, io) {
	const [id, ...more] = words.positionals;
	if (more.length > 0) throw require_cli_js.usage(manual, "explain takes one rule.", { found: words.positionals.join(" ") });
	const { rules } = await Promise.resolve().then(() => require("./rules.js")).then((n) => n.rules_exports);
	const asJson = words.has("json");
	if (id === void 0) io.stdout.write(asJson ? listJson(rules) : listText(rules, io));
	else {
		const rule = named(id, rules);
		const { ruleOptions } = await Promise.resolve().then(() => require("./policy-rule-options.js"));
		const options = await ruleOptions(rule);
		io.stdout.write(asJson ? ruleJson(rule, options) : ruleText(rule, options, io));
	}
	return require_world.exitCode("pass");
}
function named(id, rules) {
	const rule = rules.find(({ meta }) => meta.id === id);
	if (rule !== void 0) return rule;
	const ids = rules.map(({ meta }) => meta.id);
	const near = require_git.nearest(id, ids);
	const meant = near === null ? "" : ` Did you mean ${near}?`;
	throw new require_git.Fault("usage", `There is no rule "${id}".${meant}`, {
		wanted: ids.join(", "),
		fix: "golden-thread explain"
	});
}
function listJson(rules) {
	const list = rules.map(({ meta }) => ({
		id: meta.id,
		title: meta.title,
		default: meta.default
	}));
	return `${require_escape.json({
		...require_cli.envelope("rules"),
		rules: list
	})}\n`;
}
function listText(rules, { stdout }) {
	const paint = require_paint.painter(stdout.color);
	const list = rules.map(({ meta }) => ({
		label: meta.id,
		text: meta.default ? meta.title : `${meta.title} (only where the policy names it)`
	}));
	return `${require_reports.rows(list, {
		indent: 2,
		columns: stdout.columns,
		label: paint.bold
	}).join("\n")}\n`;
}
function ruleJson({ meta }, options) {
	const { id, title, why, fix, codes, on, needs, examples, controls } = meta;
	const supports = controls.map((control) => ({
		claim: "supports",
		...control
	}));
	const rule = {
		id,
		title,
		why,
		fix,
		default: meta.default,
		on,
		needs,
		codes,
		options,
		examples,
		controls: supports
	};
	return `${require_escape.json({
		...require_cli.envelope("rule"),
		rule
	})}\n`;
}
function ruleText({ meta }, options, { stdout }) {
	const paint = require_paint.painter(stdout.color);
	const block = (list, indent = 2) => require_reports.rows(list, {
		indent,
		columns: stdout.columns,
		label: paint.bold
	});
	const section = (title, list) => list.length === 0 ? [] : [
		"",
		`  ${paint.bold(title)}`,
		...block(list, 4)
	];
	return `${[
		`${paint.bold(meta.id)}  ${meta.title}`,
		"",
		...block([
			{
				label: "Why",
				text: meta.why
			},
			{
				label: "Fix",
				text: meta.fix
			},
			{
				label: "Asked",
				text: asked(meta)
			},
			{
				label: "Supports",
				text: meta.controls.map(({ framework, id }) => `${framework} ${id}`).join(" · ")
			}
		]),
		...section("Examples", meta.examples.map(({ text, code }) => ({
			label: wordFor(meta.codes[code]),
			text
		}))),
		...section("Answers", answers(meta)),
		...section("Options", options.map(({ name, takes, fallback, does }) => ({
			label: name,
			text: `${does} (${takes}; ${fallback === null ? "follows the policy's sections" : `default ${fallback}`})`
		})))
	].join("\n")}\n`;
}
function wordFor(code) {
	return code?.advisory ? "warns" : code?.outcome ?? "";
}
/** The rule's own answers, then the names of those that every rule may give. */
function answers({ codes }) {
	const own = Object.entries(codes).filter(([code]) => !Object.hasOwn(require_core.COMMIT_CODES, code));
	const shared = Object.keys(codes).filter((code) => Object.hasOwn(require_core.COMMIT_CODES, code));
	const list = own.map(([code, { outcome, message }]) => ({
		label: code,
		text: `${outcome}: ${message}`
	}));
	return shared.length === 0 ? list : [...list, {
		label: "as every rule",
		text: shared.join(", ")
	}];
}
const KINDS = {
	"commit-message": "a commit message",
	commits: "commits",
	"pull-request": "a pull request"
};
function asked({ on, default: standard }) {
	return `of ${on.map((kind) => KINDS[kind]).join(", ")}; ${standard ? "by every preset" : "only where the policy names the rule"}`;
}
/** Why a rule exists, how to satisfy it, what it answers, and its options. */
const command = {
	manual,
	run
};

exports.command = command;