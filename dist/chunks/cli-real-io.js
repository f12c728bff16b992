import { Fault } from "./core-fault.js";
import { resolve } from "node:path";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";

// src/cli/real-io.ts
/** The process's own io, for one command. */
function ioOf(world, args) {
	return {
		args,
		cwd: world.cwd,
		env: world.env,
		get stdin() {
			return world.stdin;
		},
		stdout: world.stdout,
		stderr: world.stderr,
		now: () => world.now(),
		async readFile(path) {
			try {
				return readFileSync(resolve(world.cwd, path));
			} catch (cause) {
				throw new Fault("usage", "A file can't be read.", {
					found: reason(cause),
					wanted: "a file that exists",
					cause
				});
			}
		},
		async writeFile(path, body) {
			try {
				fill(resolve(world.cwd, path), body);
			} catch (cause) {
				throw new Fault("storage", "A file can't be written.", {
					found: reason(cause),
					cause
				});
			}
		}
	};
}
/** A file appears whole, under its name; what is no file (a pipe, `/dev/null`) is written to as it is. */
function fill(path, body) {
	const there = statSync(path, { throwIfNoEntry: false });
	if (there !== void 0 && !there.isFile()) {
		writeAll(openSync(path, "w"), body);
		return;
	}
	const fresh = `${path}.golden-thread-new`;
	try {
		rmSync(fresh, { force: true });
		writeAll(openSync(fresh, "wx"), body);
		renameSync(fresh, path);
	} finally {
		rmSync(fresh, { force: true });
	}
}
function writeAll(file, body) {
	try {
		for (const text of body) {
			const bytes = Buffer.from(text, "utf8");
			for (let done = 0; done < bytes.byteLength;) done += writeSync(file, bytes, done);
		}
	} finally {
		closeSync(file);
	}
}
function reason(cause) {
	return cause instanceof Error ? cause.message : String(cause);
}

export { ioOf };