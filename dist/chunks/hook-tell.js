"use strict";

const require_error = require("./reports-error.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports2.js");

// src/hook/tell.ts
/** Writes a report on standard error, as text or, where GOLDEN_THREAD_FORMAT asks for it, as JSON. */
async function tell(world, report, telling) {
	const load = await require_reports.formats[asJson(world) ? "json" : "text"]();
	const { color, columns } = world.stderr;
	for (const text of load({
		...telling,
		color,
		columns
	})(report).body) world.stderr.write(text);
}
/** Something that somebody should read: not accepted, accepted with an objection, or waived. */
function hasNews({ findings, keys, verdict }) {
	const all = [...findings, ...keys.flatMap((key) => key.findings)];
	return verdict !== "pass" || all.some((finding) => !isQuiet(finding));
}
function isQuiet({ outcome, waiver }) {
	return (outcome === "pass" || outcome === "skip") && waiver === void 0;
}
/** Whether machines read what the hook says. */
function asJson({ env }) {
	return env.GOLDEN_THREAD_FORMAT === "json";
}
/** What can't be written must not decide about a commit. */
function quietly(world, write) {
	try {
		return write();
	} catch (thrown) {
		note(world, thrown);
		return null;
	}
}
/** Says what went wrong beside the verdict. */
function note(world, thrown) {
	if (!asJson(world)) world.stderr.write(`golden-thread: note: ${require_escape.terminal(noteOf(thrown))}\n`);
}
/** One line about what was thrown. */
function noteOf(thrown) {
	const { message, found } = require_error.faultOf(thrown);
	return found === void 0 ? message : `${message} ${found}`;
}

Object.defineProperty(exports, "asJson", {
  enumerable: true,
  get: function () {
    return asJson;
  }
});
Object.defineProperty(exports, "hasNews", {
  enumerable: true,
  get: function () {
    return hasNews;
  }
});
Object.defineProperty(exports, "note", {
  enumerable: true,
  get: function () {
    return note;
  }
});
Object.defineProperty(exports, "noteOf", {
  enumerable: true,
  get: function () {
    return noteOf;
  }
});
Object.defineProperty(exports, "quietly", {
  enumerable: true,
  get: function () {
    return quietly;
  }
});
Object.defineProperty(exports, "tell", {
  enumerable: true,
  get: function () {
    return tell;
  }
});