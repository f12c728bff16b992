"use strict";

const require_git = require("./git.js");

// src/cli/io.ts
/** Above this a text from standard input is refused: no message, task or list of rows comes near it. */
const STDIN_LIMIT = 268435456;
/** The whole of standard input. Throws `Fault("usage")` above `limit` bytes. */
async function readStdin(stdin, limit = STDIN_LIMIT) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stdin) {
		size += chunk.byteLength;
		if (size > limit) throw new require_git.Fault("usage", "Standard input is too long.", { wanted: `at most ${limit} bytes` });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}
/** The bytes of a file, or of standard input for `-`. */
async function readInput(io, path) {
	return path === "-" ? readStdin(io.stdin) : io.readFile(path);
}

Object.defineProperty(exports, "readInput", {
  enumerable: true,
  get: function () {
    return readInput;
  }
});
Object.defineProperty(exports, "readStdin", {
  enumerable: true,
  get: function () {
    return readStdin;
  }
});