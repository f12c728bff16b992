"use strict";

// src/cli/manual.ts
/** `--format` and its short form, for a command that answers with a report. `names`: the formats that it can be written in. */
function formatOptions(names) {
	const last = names.at(-1) ?? "";
	return [{
		name: "format",
		value: "NAME[=FILE]",
		values: names,
		does: `${names.slice(0, -1).join(", ")} or ${last}, to standard output or a file; may be repeated`
	}, {
		name: "json",
		does: "the same as --format json"
	}];
}

Object.defineProperty(exports, "formatOptions", {
  enumerable: true,
  get: function () {
    return formatOptions;
  }
});