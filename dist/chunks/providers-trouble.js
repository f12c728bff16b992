"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");

// src/providers/trouble.ts
/** Longest part of a server's own words that is handed on. */
const LONGEST_WORDS = 300;
/** A fault that a tracker's answer is; `found`: the server's own words, `fix`: what mends it. */
function trouble(code, message, details = {}) {
	const found = details.found === void 0 ? void 0 : words(details.found);
	return new require_git.Fault(code, message, {
		...details,
		found
	});
}
/** A server's words in one line, shortened, without tokens and control characters. */
function words(text) {
	const line = require_core.redact(text.slice(0, LONGEST_WORDS * 4)).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
	return line.length <= LONGEST_WORDS ? line : `${line.slice(0, LONGEST_WORDS)}…`;
}
/** A fault as the answer for one id. Anything else that was thrown is a defect, and goes on. */
function asLookup(thrown) {
	if (!(thrown instanceof require_git.Fault)) throw thrown;
	const { message, found, fix } = thrown;
	const isCommand = fix?.startsWith("golden-thread ") ?? false;
	const advice = isCommand ? void 0 : fix;
	const detail = [
		message,
		found && `Found: ${found}${advice ? ";" : ""}`,
		advice && `fix: ${advice}`
	].filter((part) => typeof part === "string" && part !== "").join(" ");
	switch (thrown.code) {
		case "absent": return { status: "absent" };
		case "credentials": return {
			status: thrown.code,
			detail,
			...isCommand && fix !== void 0 ? { fix } : {}
		};
		case "forbidden":
		case "unavailable": return {
			status: thrown.code,
			detail
		};
		case "usage": return {
			status: "unavailable",
			detail
		};
		default: throw thrown;
	}
}

Object.defineProperty(exports, "asLookup", {
  enumerable: true,
  get: function () {
    return asLookup;
  }
});
Object.defineProperty(exports, "trouble", {
  enumerable: true,
  get: function () {
    return trouble;
  }
});