"use strict";

const require_fault = require("./core-fault.js");
const require_reports = require("./reports.js");

// src/cli/output.ts
/** What `--format`, `--json` and `--output` ask for. Standard output gets text where no format was sent there. */
function targetsOf(words) {
	const named = [...words.all("format"), ...words.has("json") ? ["json"] : []].map(target);
	const output = words.one("output");
	const targets = output === null ? named : sendTo(output, named);
	const open = targets.filter(({ file }) => file === null);
	if (new Set(open.map(({ format }) => format)).size > 1) throw new require_fault.Fault("usage", "Two formats can't share standard output.", {
		found: open.map(({ format }) => format).join(", "),
		wanted: "--format NAME=FILE for all but one"
	});
	return open.length > 0 ? [...targets.filter(({ file }) => file !== null), ...open.slice(0, 1)] : [...targets, {
		format: "text",
		file: null
	}];
}
function target(value) {
	const [name = "", ...rest] = value.split("=");
	const file = rest.length === 0 ? null : rest.join("=");
	if (!require_reports.isFormat(name)) throw new require_fault.Fault("usage", "There is no such format.", {
		found: name,
		wanted: require_reports.formatNames.join(", ")
	});
	if (file === "") throw new require_fault.Fault("usage", "A format names no file after its =.", { found: value });
	return {
		format: name,
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
/** Renders a report to every target: files first, so that what a reader of standard output is told exists. */
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

// src/cli/manual.ts
/** `--format` and its short form, the same for every command that answers with a report. */
const FORMAT_OPTIONS = [{
	name: "format",
	value: "NAME[=FILE]",
	values: require_reports.formatNames,
	does: "text or json, to standard output or a file; may be repeated"
}, {
	name: "json",
	does: "the same as --format json"
}];

Object.defineProperty(exports, "FORMAT_OPTIONS", {
  enumerable: true,
  get: function () {
    return FORMAT_OPTIONS;
  }
});
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