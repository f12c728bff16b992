import { faultExitCode } from "./core-verdict.js";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// src/world.ts
/** Columns assumed where a stream is no terminal. */
const DEFAULT_COLUMNS = 100;
/** The process as it is: the one place, beside the hook's fast path, that reads `process.*` and the clock. */
function realWorld() {
	return {
		cwd: process.cwd(),
		env: process.env,
		argv: process.argv.slice(2),
		get stdin() {
			return process.stdin;
		},
		stdout: out(process.stdout, process.env),
		stderr: out(process.stderr, process.env),
		home: homeOf(fileURLToPath(import.meta.url)),
		node: process.execPath,
		now: () => /* @__PURE__ */ new Date()
	};
}
/** Sets the exit code that the process ends with once everything is written. A failure to write stands above any verdict. */
function leave(code) {
	process.exitCode ||= code;
}
/** Colours only on a terminal; `NO_COLOR` and `FORCE_COLOR` are honoured as their conventions say. */
function out(stream, env) {
	const wanted = env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "";
	const refused = env.NO_COLOR !== void 0 && env.NO_COLOR !== "";
	stream.on("error", lost);
	return {
		write: (text) => void stream.write(text),
		color: !refused && (wanted || stream.isTTY === true && env.TERM !== "dumb"),
		columns: stream.columns ?? DEFAULT_COLUMNS
	};
}
/** A reader that has gone (`| head`) wants no more; anything else, a full disk say, means that the answer did not arrive. */
function lost(cause) {
	if (cause.code !== "EPIPE" && cause.code !== "ERR_STREAM_DESTROYED") process.exitCode = faultExitCode("storage");
}
/** Above `dist/`, `dist/chunks/` or `src/`, wherever this module was bundled to. */
function homeOf(file) {
	const folder = dirname(file);
	return resolve(folder, folder.endsWith("chunks") ? "../.." : "..");
}

export { leave, realWorld };