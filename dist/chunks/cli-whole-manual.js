"use strict";

const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_program = require("./cli-program.js");

// src/cli/whole-manual.ts
/** Columns that a manual's text stands in from its headings. */
const INDENT = 4;
/** What of the environment golden-thread itself asks for. */
const ENVIRONMENT = [
	{
		label: "GOLDEN_THREAD_FORMAT=json",
		text: "hooks answer, and every command tells an error, as one JSON document (schema/report.schema.json)"
	},
	{
		label: "GOLDEN_THREAD_DEBUG=1",
		text: "an error comes with where in golden-thread it was met"
	},
	{
		label: "CI",
		text: "check and simulate judge as in CI, unless --place says otherwise"
	},
	{
		label: "NO_COLOR, FORCE_COLOR",
		text: "colours off, or on where standard output is no terminal"
	}
];
/** Every command with all its forms, options and examples, laid out as a manual page is. */
function* wholeManual(description, manuals, { color, columns }) {
	const paint = require_paint.painter(color);
	const block = (title, lines) => `${paint.bold(title)}\n${lines.map((line) => `${" ".repeat(INDENT)}${line}`.trimEnd()).join("\n")}\n\n`;
	const prose = (text) => require_reports.wrap(text, require_reports.proseWidth(columns) - INDENT);
	const table = (list) => require_reports.rows(list, {
		indent: 0,
		columns: columns - INDENT,
		label: (text) => text
	});
	yield block("NAME", prose(`golden-thread: ${description}`));
	yield block("SYNOPSIS", manuals.flatMap(synopsis));
	for (const manual of manuals) {
		const { name, summary, details, options } = manual;
		const does = options.map((option) => ({
			label: require_program.flagsOf(option),
			text: option.does
		}));
		const parts = [
			[...prose(summary)],
			[...synopsis(manual)],
			[...prose(details)],
			[...table(does)],
			["Examples, each after its exit code:", ...require_program.examplesOf(manual, columns - INDENT)]
		].filter((part) => part.length > 0);
		yield block(`COMMAND ${name}`, parts.flatMap((part, index) => index === 0 ? part : ["", ...part]));
	}
	yield block("ENVIRONMENT", table(ENVIRONMENT));
	yield block("EXIT STATUS", prose("\nExit codes: 0 pass · 1 fail · 2 usage or set-up · 3 undecided (could not know) · 4 the gate itself failed\n\nHelp for one command: golden-thread COMMAND --help\nThe whole manual:     golden-thread --help --all\nWhat to try first:    golden-thread demo".trim().split("\n", 1)[0] ?? ""));
}
function synopsis({ name, forms }) {
	return forms.map((form) => `golden-thread ${name} ${form}`.trimEnd());
}

exports.wholeManual = wholeManual;