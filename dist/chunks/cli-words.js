import { Fault } from "./core-fault.js";
import { nearest } from "./core-nearest.js";
import { parseArgs } from "node:util";

// src/cli/words.ts
/** Words from what a parser found: for each option its values, an empty list for a switch. */
function wordsOf(positionals, options) {
	return {
		positionals,
		all: (option) => options.get(option) ?? [],
		one: (option) => options.get(option)?.at(-1) ?? null,
		has: (option) => options.has(option)
	};
}
/** Reads the arguments of a command strictly, by its manual. Throws `Fault("usage")` with what was meant. */
function readWords(manual, args) {
	const options = Object.fromEntries(manual.options.map((option) => [option.name, {
		type: typeOf(option),
		multiple: true
	}]));
	const { tokens, positionals } = parseArgs({
		args: [...args],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const found = /* @__PURE__ */ new Map();
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		const option = known(manual, token.name, token.rawName);
		const value = givenValue(manual, option, token.value, token.inlineValue === true);
		found.set(option.name, [...found.get(option.name) ?? [], ...value === null ? [] : [value]]);
	}
	return wordsOf(positionals, found);
}
/** A usage error that says where to read on. */
function usage(manual, message, details = {}) {
	return new Fault("usage", message, {
		...details,
		fix: `golden-thread ${manual.name} --help`
	});
}
function typeOf(option) {
	return option.value === void 0 ? "boolean" : "string";
}
function known(manual, name, raw) {
	const option = manual.options.find((one) => one.name === name);
	if (option !== void 0) return option;
	const near = nearest(name, manual.options.map((one) => one.name));
	const meant = near === null ? "" : ` Did you mean --${near}?`;
	throw usage(manual, `${manual.name} has no option ${raw}.${meant}`);
}
/** Null for a switch. A next option is no value: `--format --json` forgot one. */
function givenValue(manual, option, value, inline) {
	if (option.value === void 0) {
		if (value === void 0) return null;
		throw usage(manual, `--${option.name} takes no value.`, { found: value });
	}
	if (value === void 0 || value === "" || !inline && value.length > 1 && value.startsWith("-")) throw usage(manual, `--${option.name} needs a value.`, { wanted: option.value });
	return value;
}

export { readWords, usage, wordsOf };