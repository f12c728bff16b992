"use strict";

const require_git = require("./git.js");
const require_place = require("./cli-place.js");
const require_cli_js = require("../cli.js");

// src/cli/config.ts
const manual = {
	name: "config",
	summary: "check the policy, explain it, or make one from another tool's configuration",
	forms: [
		"validate [--strict]",
		"explain [KEY]",
		"import [--from FILE] [--write]",
		"schema"
	],
	details: "validate names every problem of policy and waivers at once, with its place. explain says where a value comes from: a file, the preset, detection or a default. import reads .coderag.yaml, backlog.config.json and the remotes of a Backlog.md config.yml; tokens are never copied. schema prints the JSON Schema of the policy, for editors.",
	options: [
		{
			name: "strict",
			does: "validate: hold the other tools' configurations to their formats too"
		},
		{
			name: "from",
			value: "FILE",
			does: "import: read this file alone (default: all that are found)"
		},
		{
			name: "write",
			does: "import: write golden-thread.yml, where there is no policy yet"
		},
		{
			name: "place",
			value: "PLACE",
			values: require_place.PLACES,
			does: "explain: hook, ci or server (default: hook)"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [
		{
			run: "golden-thread config validate",
			does: "says whether the policy can be used",
			exit: 0
		},
		{
			run: "golden-thread config explain waivers.max_days",
			does: "says where the value comes from",
			exit: 0
		},
		{
			run: "golden-thread config explain rules --place ci",
			does: "says what every rule weighs in CI",
			exit: 0
		},
		{
			run: "golden-thread config explain waivers.maxdays",
			does: "says which key was meant",
			exit: 2
		},
		{
			run: "golden-thread config schema",
			does: "prints the JSON Schema",
			exit: 0
		},
		{
			run: "golden-thread config import --from no-such-file",
			does: "says what can be imported",
			exit: 2
		}
	]
};
/** What `config` can do; each is loaded when it is asked for. */
const SUBCOMMANDS = {
	validate: async () => (await Promise.resolve().then(() => require("./cli-config-validate.js"))).configValidate,
	explain: async () => (await Promise.resolve().then(() => require("./cli-config-explain.js"))).configExplain,
	import: async () => (await Promise.resolve().then(() => require("./cli-config-import.js"))).configImport,
	schema: async () => (await Promise.resolve().then(() => require("./cli-config-schema.js"))).configSchema
};
/** Options that only some subcommands take. */
const OPTIONS = {
	validate: ["strict", "json"],
	explain: ["place", "json"],
	import: [
		"from",
		"write",
		"json"
	],
	schema: ["json"]
};
async function run(words, io, world) {
	const [name = "", ...rest] = words.positionals;
	if (!isSubcommand(name)) {
		const near = require_git.nearest(name, Object.keys(SUBCOMMANDS));
		const meant = near === null ? "" : ` Did you mean ${near}?`;
		const message = name === "" ? "config needs to be told what." : `config knows no "${name}".${meant}`;
		throw require_cli_js.usage(manual, message, { wanted: Object.keys(SUBCOMMANDS).join(", ") });
	}
	const stray = manual.options.find((option) => words.has(option.name) && !OPTIONS[name].includes(option.name));
	if (stray !== void 0) throw require_cli_js.usage(manual, `config ${name} has no option --${stray.name}.`);
	if (rest.length > (name === "explain" ? 1 : 0)) throw require_cli_js.usage(manual, `config ${name} takes fewer words.`, { found: rest.join(" ") });
	return (await SUBCOMMANDS[name]())(words, io, world);
}
function isSubcommand(name) {
	return Object.hasOwn(SUBCOMMANDS, name);
}
/** The policy: is it right, where does each value come from, and how to get a first one. */
const command = {
	manual,
	run
};

exports.command = command;