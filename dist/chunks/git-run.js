"use strict";

const require_fault = require("./core-fault.js");
const require_env = require("./git-env.js");
let node_fs = require("node:fs");
let node_child_process = require("node:child_process");

// src/git/run.ts
/** One answer in memory: far above any listing of a large repository, far below what a Buffer can hold. */
const OUTPUT_LIMIT = 268435456;
/** Of git's complaints the beginning is enough, and an endless one must not fill memory. */
const COMPLAINT_LIMIT = 65536;
/** A file watcher named in the repository's configuration is a program that we would start. */
const ALWAYS = ["-c", "core.fsmonitor=false"];
/** Opens git for one folder and environment; starts nothing yet. */
function openGit(options) {
	const { cwd, env } = options;
	const git = {
		cwd,
		env,
		run: (args, how = {}) => collect(start(options, args, how.input === void 0 ? "ignore" : "pipe"), args, how),
		async text(args, how) {
			const { stdout } = await git.run(args, how);
			return stdout.toString("utf8").replace(/\r?\n$/, "");
		},
		spawn: (args, how = {}) => stream(start(options, args, how.stdin ?? "ignore"), args, how.codes ?? [0]),
		withEnv: (more) => openGit({
			...options,
			env: {
				...env,
				...more
			}
		})
	};
	return git;
}
function start(options, args, stdin) {
	const { cwd, env, signal } = options;
	signal?.throwIfAborted();
	if (args.some((arg) => arg.includes("\0"))) throw new require_fault.Fault("usage", "A name handed to git holds a NUL character.", { found: args.join(" ") });
	const child = (0, node_child_process.spawn)("git", [...ALWAYS, ...args], {
		cwd,
		env: require_env.childEnv(env),
		stdio: [
			stdin,
			"pipe",
			"pipe"
		],
		windowsHide: true,
		...signal ? { signal } : {}
	});
	if (!child.stdout || !child.stderr) throw new require_fault.Fault("internal", "A git child has no output pipes.");
	let stderr = "";
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (stderr.length < COMPLAINT_LIMIT) stderr += text;
	});
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => {
			stop(child);
			reject(signal?.aborted ? signal.reason : startFault(cause, cwd));
		});
		child.on("close", (code) => resolve({
			code: code ?? -1,
			stderr
		}));
	});
	ended.catch(() => void 0);
	child.stdin?.on("error", () => void 0);
	return {
		child,
		stdout: child.stdout,
		ended,
		options
	};
}
async function collect(started, args, how) {
	const { child, stdout, ended } = started;
	const limit = how.limit ?? OUTPUT_LIMIT;
	const chunks = [];
	let size = 0;
	stdout.on("data", (chunk) => {
		size += chunk.length;
		if (size <= limit) chunks.push(chunk);
		else stop(child);
	});
	if (how.input !== void 0) child.stdin?.end(how.input);
	const { code, stderr } = await ended;
	if (size > limit) throw new require_fault.Fault("git", `git ${args[0]} gave more than ${limit} bytes.`, { wanted: `at most ${limit} bytes` });
	if (!(how.codes ?? [0]).includes(code)) throw failure(args, code, stderr, started.options.cwd);
	return {
		code,
		stdout: Buffer.concat(chunks),
		stderr
	};
}
function stream(started, args, codes) {
	const { child, stdout, ended, options } = started;
	let killed = false;
	const done = ended.then(({ code, stderr }) => {
		if (killed || codes.includes(code)) return code;
		throw failure(args, code, stderr, options.cwd);
	});
	done.catch(() => void 0);
	const kill = () => {
		killed = true;
		stop(child);
	};
	const hold = (on) => {
		if (on) child.ref();
		else child.unref();
		for (const pipe of [
			child.stdin,
			child.stdout,
			child.stderr
		]) holdPipe(pipe, on);
	};
	return {
		stdin: child.stdin,
		stdout,
		done,
		kill,
		hold
	};
}
/** Ends a child, and lets go of its output: what it started itself may hold the other end open. */
function stop(child) {
	child.kill();
	child.stdout?.destroy();
	child.stderr?.destroy();
}
/** A child's pipes are sockets, which wait like the child itself; the type of `ChildProcess` does not say so. */
function holdPipe(pipe, on) {
	if (pipe === null || !("ref" in pipe && "unref" in pipe)) return;
	const act = on ? pipe.ref : pipe.unref;
	if (typeof act === "function") act.call(pipe);
}
function startFault(cause, cwd) {
	if (!(0, node_fs.existsSync)(cwd)) return new require_fault.Fault("repository", "The folder to work in does not exist.", {
		found: cwd,
		cause
	});
	if ("code" in cause && cause.code === "ENOENT") return new require_fault.Fault("git", "git is not installed, or not on PATH.", {
		wanted: "git 2.31 or later",
		fix: "Install git (apt install git, brew install git, or https://git-scm.com/downloads) and see that it is on PATH.",
		cause
	});
	return new require_fault.Fault("git", "git could not be started.", {
		found: cause.message,
		cause
	});
}
/** What git says when the repository, not git, is the matter. The words are those of LC_ALL=C. */
const UNREADABLE = /bad (?:object|revision|source|tree)|unknown revision|ambiguous argument|[Nn]ot a valid (?:object|commit|tree|ref)|could not get object info|unable to (?:read|find|parse)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty)|[Cc]ould not (?:read|parse)|does not have any commits|invalid object|remote did not send all|promisor remote/;
/** Turns a failed child into the Fault that names its cause; git's words stand in `found`. */
function failure(args, code, stderr, cwd) {
	const found = stderr.trim() || `exit code ${code}`;
	if (/detected dubious ownership|unsafe repository/.test(stderr)) {
		const printed = /^\s*(git config --global --add safe\.directory .+)$/m.exec(stderr)?.[1];
		const folder = /unsafe repository \('(.+)' is/.exec(stderr)?.[1] ?? cwd;
		return new require_fault.Fault("repository", "git refuses this repository: it belongs to another user.", {
			found,
			fix: printed ?? `git config --global --add safe.directory ${quoted(folder)}`
		});
	}
	if (/not a git repository/.test(stderr)) {
		const named = /not a git repository: '(.+)'/.exec(stderr)?.[1];
		return new require_fault.Fault("repository", "Not in a git repository.", {
			found: named ?? cwd,
			wanted: "a folder in a git repository",
			fix: named === void 0 ? "git init" : "unset GIT_DIR"
		});
	}
	if (/safe\.bareRepository/.test(stderr)) {
		const fix = `git --git-dir=${quoted(cwd)} …, or export GIT_DIR=${quoted(cwd)}`;
		return new require_fault.Fault("repository", "git takes a bare repository only where it is named.", {
			found,
			fix
		});
	}
	if (/unknown repository extension|[Ee]xpected git repo version/.test(stderr)) return new require_fault.Fault("git", "The repository needs a newer git.", {
		found,
		fix: "Install a newer git."
	});
	if (/bad (?:[a-z]+ )?config/.test(stderr)) return new require_fault.Fault("repository", "git's configuration can't be read.", { found });
	if (/must be run in a work tree/.test(stderr)) return new require_fault.Fault("repository", "This needs a work tree, and there is none here.", { found });
	if (UNREADABLE.test(stderr)) {
		const fix = LACKING.test(stderr) ? { fix: "git fetch --refetch --no-filter" } : {};
		return new require_fault.Fault("repository", `git ${commandIn(args)} could not read an object.`, {
			found,
			...fix
		});
	}
	return new require_fault.Fault("git", `git ${commandIn(args)} failed with exit code ${code}.`, { found });
}
/** What a fetch of everything brings, where a remote has it. */
const LACKING = /unable to (?:read|find)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty)|[Cc]ould not read|promisor remote/;
/** The command behind options that take a word each. */
function commandIn(args) {
	let at = 0;
	while (args[at] === "-c" || args[at] === "-C") at += 2;
	return args[at] ?? "";
}
function quoted(path) {
	return /^[\w./@%+:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

Object.defineProperty(exports, "openGit", {
  enumerable: true,
  get: function () {
    return openGit;
  }
});