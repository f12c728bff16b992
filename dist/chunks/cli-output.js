"use strict";

const require_git = require("./git.js");
const require_reports = require("./reports2.js");

// src/cli/output.ts
/**
* What `--format`, `--json` and `--output` ask for. Standard output gets text where no format was sent there. `names`: the formats that
* the command can answer in.
*/
function targetsOf(words, names) {
	const named = [...words.all("format"), ...words.has("json") ? ["json"] : []].map((value) => target(value, names));
	const output = words.one("output");
	const targets = output === null ? named : sendTo(output, named);
	const open = targets.filter(({ file }) => file === null);
	if (new Set(open.map(({ format }) => format)).size > 1) throw new require_git.Fault("usage", "Two formats can't share standard output.", {
		found: open.map(({ format }) => format).join(", "),
		wanted: "--format NAME=FILE for all but one"
	});
	return open.length > 0 ? [...targets.filter(({ file }) => file !== null), ...open.slice(0, 1)] : [...targets, {
		format: "text",
		file: null
	}];
}
function target(value, names) {
	const [name = "", ...rest] = value.split("=");
	const file = rest.length === 0 ? null : rest.join("=");
	const format = names.find((one) => one === name);
	if (format === void 0) throw new require_git.Fault("usage", "There is no such format.", {
		found: name,
		wanted: names.join(", ")
	});
	if (file === "") throw new require_git.Fault("usage", "A format names no file after its =.", { found: value });
	return {
		format,
		file
	};
}
/** `--output FILE` is where the format without a file goes: text, if none was named. */
function sendTo(file, named) {
	const open = named.filter((one) => one.file === null);
	const format = open[0]?.format ?? "text";
	return [
		...named.filter((one) => one.file !== null),
		...open.slice(1),
		{
			format,
			file
		}
	];
}
/** Renders a report to every target: files first, so that what a reader of standard output is told exists. `report`: as it may be shown. */
async function writeReport(io, report, targets, options) {
	await writeTargets(io, targets, async ({ format, ...how }) => {
		return (await require_reports.formats[format]())({
			...options,
			...how
		})(report).body;
	});
}
/** Writes what `render` makes for each target, in their order. Files are for programs and have no colours. */
async function writeTargets(io, targets, render) {
	for (const { format, file } of targets) {
		const body = await render({
			format,
			color: file === null && io.stdout.color,
			columns: io.stdout.columns
		});
		if (file !== null) await io.writeFile(file, body);
		else for (const text of body) io.stdout.write(text);
	}
}

Object.defineProperty(exports, "targetsOf", {
  enumerable: true,
  get: function () {
    return targetsOf;
  }
});
Object.defineProperty(exports, "writeReport", {
  enumerable: true,
  get: function () {
    return writeReport;
  }
});
Object.defineProperty(exports, "writeTargets", {
  enumerable: true,
  get: function () {
    return writeTargets;
  }
});