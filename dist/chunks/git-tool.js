"use strict";

const require_git = require("./git.js");
let node_path = require("node:path");
let node_os = require("node:os");
let node_child_process = require("node:child_process");

// src/git/tool.ts
/** More than any token, and than what a helper prints beside it. */
const MOST_OUTPUT = 65536;
/**
* Runs a program with an argument list and no shell, without a terminal to ask on. Null: it is not installed, was killed by a
* signal or took longer than `ms`, which is also all that is waited for what it started itself: a wrapper's child outlives it,
* and holds its output open. It stands at the top of the file system, since Windows looks for programs where it
* stands first, and a repository could bring one. What it prints is never logged: it may be a token.
*/
function runTool([program = "", ...args], { env, input = "", ms }) {
	return new Promise((resolve) => {
		const child = (0, node_child_process.spawn)(program, args, {
			cwd: (0, node_path.parse)((0, node_os.homedir)()).root,
			env: require_git.childEnv(env),
			stdio: [
				"pipe",
				"pipe",
				"ignore"
			],
			windowsHide: true
		});
		let stdout = "";
		const end = (code) => {
			clearTimeout(timer);
			child.stdout.destroy();
			child.stdin.destroy();
			resolve(code === null ? null : {
				code,
				stdout
			});
		};
		const timer = setTimeout(() => {
			child.kill("SIGKILL");
			child.unref();
			end(child.exitCode);
		}, ms);
		child.stdout.setEncoding("utf8").on("data", (text) => {
			if (stdout.length < MOST_OUTPUT) stdout += text;
		});
		child.stdin.on("error", () => void 0);
		child.stdin.end(input);
		child.on("error", () => end(null));
		child.on("close", end);
	});
}

Object.defineProperty(exports, "runTool", {
  enumerable: true,
  get: function () {
    return runTool;
  }
});