"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
let node_path = require("node:path");
let node_process = require("node:process");
node_process = require_rolldown_runtime.__toESM(node_process, 1);
let node_url = require("node:url");

// src/core/verdict.ts
/** Folds findings: fail before undecided before pass. Nothing found is undecided: silence is no pass. */
function decide(findings) {
	let verdict = null;
	for (const { outcome, blocking } of findings) {
		if (blocking && outcome === "fail") return "fail";
		if (blocking && outcome === "unknown") verdict = "undecided";
		else verdict ??= "pass";
	}
	return verdict ?? "undecided";
}
/** Fail before undecided before pass; nothing judged is a pass. */
function worst(verdicts) {
	return SEVERITY.find((verdict) => verdicts.includes(verdict)) ?? "pass";
}
const SEVERITY = [
	"fail",
	"undecided",
	"pass"
];
/** 0 pass · 1 fail · 3 undecided. The only place, with `faultExitCode`, that knows exit codes. */
function exitCode(verdict) {
	switch (verdict) {
		case "pass": return 0;
		case "fail": return 1;
		case "undecided": return 3;
	}
}
/** 2 the user's set-up or usage · 3 nobody could be asked · 4 the gate itself could not work. */
function faultExitCode(code) {
	switch (code) {
		case "usage":
		case "policy":
		case "repository":
		case "absent":
		case "forbidden":
		case "credentials": return 2;
		case "unavailable": return 3;
		case "git":
		case "storage":
		case "internal": return 4;
	}
}

// src/world.ts
/** Columns assumed where a stream is no terminal. */
const DEFAULT_COLUMNS = 100;
/** The process as it is: the one place, beside the hook's fast path, that reads `process.*` and the clock. */
function realWorld() {
	return {
		cwd: node_process.default.cwd(),
		env: node_process.default.env,
		argv: node_process.default.argv.slice(2),
		get stdin() {
			return node_process.default.stdin;
		},
		stdout: out(() => node_process.default.stdout, node_process.default.env),
		stderr: out(() => node_process.default.stderr, node_process.default.env),
		home: homeOf((0, node_url.fileURLToPath)(require("url").pathToFileURL(__filename).href)),
		get interactive() {
			const { stdin, stdout, env } = node_process.default;
			return stdin.isTTY === true && stdout.isTTY === true && stdout.columns > 0 && env.TERM !== "dumb";
		},
		node: node_process.default.execPath,
		now: () => /* @__PURE__ */ new Date()
	};
}
/** Sets the exit code that the process ends with once everything is written. A failure to write stands above any verdict. */
function leave(code) {
	node_process.default.exitCode ||= code;
}
/** Ends the process with an exit code once everything is written, whatever connection is still open. */
function leaveNow(code) {
	node_process.default.stdout.write("", () => node_process.default.exit(node_process.default.exitCode || code));
}
/** Opens the stream when it is first asked for: what Node loads for a pipe or a terminal takes as long as a short check. */
function out(open, env) {
	let opened = null;
	const stream = () => {
		opened ??= open().on("error", lost);
		return opened;
	};
	return {
		write: (text) => void stream().write(text),
		get color() {
			return isColored(stream(), env);
		},
		get columns() {
			return stream().columns ?? DEFAULT_COLUMNS;
		}
	};
}
/** Colours only on a terminal; `NO_COLOR` and `FORCE_COLOR` are honoured as their conventions say. */
function isColored(stream, env) {
	if (env.NO_COLOR !== void 0 && env.NO_COLOR !== "") return false;
	if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "") return true;
	return stream.isTTY === true && env.TERM !== "dumb";
}
/** A reader that has gone (`| head`) wants no more; anything else, a full disk say, means that the answer did not arrive. */
function lost(cause) {
	if (cause.code !== "EPIPE" && cause.code !== "ERR_STREAM_DESTROYED") node_process.default.exitCode = faultExitCode("storage");
}
/** Above `dist/`, `dist/chunks/` or `src/`, wherever this module was bundled to. */
function homeOf(file) {
	const folder = (0, node_path.dirname)(file);
	return (0, node_path.resolve)(folder, folder.endsWith("chunks") ? "../.." : "..");
}

Object.defineProperty(exports, "decide", {
  enumerable: true,
  get: function () {
    return decide;
  }
});
Object.defineProperty(exports, "exitCode", {
  enumerable: true,
  get: function () {
    return exitCode;
  }
});
Object.defineProperty(exports, "faultExitCode", {
  enumerable: true,
  get: function () {
    return faultExitCode;
  }
});
Object.defineProperty(exports, "leave", {
  enumerable: true,
  get: function () {
    return leave;
  }
});
Object.defineProperty(exports, "leaveNow", {
  enumerable: true,
  get: function () {
    return leaveNow;
  }
});
Object.defineProperty(exports, "realWorld", {
  enumerable: true,
  get: function () {
    return realWorld;
  }
});
Object.defineProperty(exports, "worst", {
  enumerable: true,
  get: function () {
    return worst;
  }
});