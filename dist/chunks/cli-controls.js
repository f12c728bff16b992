"use strict";

const require_controls = require("./controls.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/cli/controls.ts
const manual = {
	name: "controls",
	summary: "say which published controls an audit supports, and what is missing",
	forms: ["[--framework NAME] [--mapping FILE] [--json]"],
	details: "Every row says what a control asks in our words, which evidence of an audit supports it, how strongly, and what an assessor has to find elsewhere. Supports, never satisfies. What one audit really has of each stands in its report. --mapping reads a mapping of your own, in the form that --json writes, and shows it: the shipped one is not asked then.",
	options: [
		{
			name: "framework",
			value: "NAME",
			values: require_controls.frameworksOf(require_controls.MAPPING),
			does: "of that framework alone"
		},
		{
			name: "mapping",
			value: "FILE",
			does: "a mapping of your own, as JSON"
		},
		{
			name: "json",
			does: "the mapping as JSON"
		}
	],
	examples: [
		{
			run: "golden-thread controls",
			does: "lists every control",
			exit: 0
		},
		{
			run: "golden-thread controls --framework 'SOC 2' --json",
			does: "the same for programs",
			exit: 0
		},
		{
			run: "golden-thread controls --framework SOC3",
			does: "says which framework was meant",
			exit: 2
		}
	]
};
async function run(words, io) {
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "controls takes no arguments.", { found: words.positionals.join(" ") });
	const file = words.one("mapping");
	const mapping = file === null ? require_controls.MAPPING : await mappingOf(file, io);
	const wanted = words.one("framework");
	const controls = wanted === null ? mapping.items : ofFramework(wanted, mapping);
	const items = controls.map((control) => ({
		claim: "supports",
		...control
	}));
	const told = {
		...require_cli.envelope("controls"),
		mappingVersion: mapping.version,
		evidence: require_controls.EVIDENCE,
		items
	};
	io.stdout.write(words.has("json") ? `${require_escape.json(told)}\n` : controlsText(controls, io));
	return require_world.exitCode("pass");
}
async function mappingOf(file, io) {
	const { readMapping } = await Promise.resolve().then(() => require("./controls-read.js"));
	try {
		return readMapping((0, node_fs.readFileSync)((0, node_path.resolve)(io.cwd, file), "utf8"), file);
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) throw thrown;
		throw new require_git.Fault("usage", "The mapping of controls can't be read.", {
			found: file,
			cause: thrown
		});
	}
}
function ofFramework(name, mapping) {
	const names = require_controls.frameworksOf(mapping);
	const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
	if (known !== void 0) return mapping.items.filter(({ framework }) => framework === known);
	const near = require_git.nearest(name, names);
	throw new require_git.Fault("usage", `There is no framework "${name}".${near === null ? "" : ` Did you mean ${near}?`}`, {
		found: name,
		wanted: names.join(", "),
		fix: "golden-thread controls"
	});
}
function controlsText(controls, { stdout }) {
	const paint = require_paint.painter(stdout.color);
	const layout = {
		indent: 2,
		columns: stdout.columns,
		label: paint.bold
	};
	const evidence = Object.entries(require_controls.EVIDENCE).map(([label, text]) => ({
		label,
		text
	}));
	return `${[
		...[...new Set(controls.map(({ framework }) => framework))].map((name) => {
			const table = controls.filter(({ framework }) => framework === name).map((one) => ({
				label: require_escape.terminal(one.item),
				text: require_escape.terminal(`${one.asks} Supported by ${one.evidence.join(", ")} (${one.strength}). Elsewhere: ${one.missing}`)
			}));
			return [
				paint.bold(require_escape.terminal(name)),
				...require_reports.rows(table, layout),
				""
			];
		}).flat(),
		paint.bold("Evidence"),
		...require_reports.rows(evidence, layout)
	].join("\n")}\n`;
}
/** Which published controls an audit supports. */
const command = {
	manual,
	run
};

exports.command = command;