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
		stdout: out(() => process.stdout, process.env),
		stderr: out(() => process.stderr, process.env),
		home: homeOf(fileURLToPath(import.meta.url)),
		node: process.execPath,
		now: () => /* @__PURE__ */ new Date()
	};
}
/** Sets the exit code that the process ends with once everything is written. A failure to write stands above any verdict. */
function leave(code) {
	process.exitCode ||= code;
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
	if (cause.code !== "EPIPE" && cause.code !== "ERR_STREAM_DESTROYED") process.exitCode = faultExitCode("storage");
}
/** Above `dist/`, `dist/chunks/` or `src/`, wherever this module was bundled to. */
function homeOf(file) {
	const folder = dirname(file);
	return resolve(folder, folder.endsWith("chunks") ? "../.." : "..");
}

export { leave, realWorld };