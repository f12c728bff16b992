"use strict";

// src/cli/completions/fish.ts
/** A completion script for fish 3.0 or later. */
function fish(commands) {
	const first = commands.map(({ name, summary }) => line([
		"-n",
		"__fish_use_subcommand",
		"-f",
		"-a",
		name
	], summary));
	return [
		"# fish completion for golden-thread. Load it with:  golden-thread completion fish | source",
		line([
			"-n",
			"__fish_use_subcommand",
			"-l",
			"help"
		], "print the help"),
		line([
			"-n",
			"__fish_use_subcommand",
			"-l",
			"version"
		], "print the version"),
		...first,
		...commands.flatMap(commandLines),
		""
	].join("\n");
}
function commandLines({ name, words, options }) {
	const after = ["-n", `__fish_seen_subcommand_from ${name}`];
	return [...words.map((word) => line([
		...after,
		"-a",
		word
	], "")), ...options.map((option) => line([...after, ...optionParts(option)], option.does))];
}
/** `-x`: a value that is no file; `-r`: a value that may be one. */
function optionParts({ name, values }) {
	if (values === null) return ["-l", name];
	return values.length === 0 ? [
		"-l",
		name,
		"-r"
	] : [
		"-l",
		name,
		"-x",
		"-a",
		values.join(" ")
	];
}
function line(parts, does) {
	const told = does === "" ? [] : ["-d", does];
	return `complete -c golden-thread ${[...parts, ...told].map(quoted).join(" ")}`;
}
function quoted(text) {
	return /^[\w-]+$/u.test(text) ? text : `'${text.replace(/[\\']/gu, "\\$&")}'`;
}

exports.fish = fish;