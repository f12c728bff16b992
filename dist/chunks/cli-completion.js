"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_cli_js = require("../cli.js");

// src/cli/completion.ts
/** The shells that there is a script for. */
const SHELLS = {
	bash: async () => (await Promise.resolve().then(() => require("./cli-completions-bash.js"))).bash,
	zsh: async () => (await Promise.resolve().then(() => require("./cli-completions-zsh.js"))).zsh,
	fish: async () => (await Promise.resolve().then(() => require("./cli-completions-fish.js"))).fish
};
const NAMES = Object.keys(SHELLS);
const manual = {
	name: "completion",
	summary: "print a script by which a shell completes commands, options and their values",
	forms: [NAMES.join("|")],
	details: "bash: eval \"$(golden-thread completion bash)\", in ~/.bashrc. zsh: source <(golden-thread completion zsh), in ~/.zshrc after compinit. fish: golden-thread completion fish > ~/.config/fish/completions/golden-thread.fish.",
	options: [],
	examples: [
		{
			run: "golden-thread completion bash",
			does: "prints the script for bash",
			exit: 0
		},
		{
			run: "golden-thread completion fish > golden-thread.fish",
			does: "keeps the one for fish",
			exit: 0
		},
		{
			run: "golden-thread completion bsh",
			does: "says which shell was meant",
			exit: 2
		}
	]
};
/** `completion`: everything in its scripts comes from the manuals of all commands, which the registry hands in. */
function completion(manuals) {
	return {
		manual,
		run: (words, io) => print(words, io, manuals)
	};
}
async function print({ positionals }, io, manuals) {
	const [name = "", ...more] = positionals;
	if (more.length > 0) throw require_cli_js.usage(manual, "completion takes one shell.", { found: positionals.join(" ") });
	if (!isShell(name)) throw unknownShell(name);
	const [script, { grammarOf }] = await Promise.all([SHELLS[name](), Promise.resolve().then(() => require("./cli-completions-grammar.js"))]);
	io.stdout.write(script(grammarOf(await manuals())));
	return require_world.exitCode("pass");
}
function isShell(name) {
	return Object.hasOwn(SHELLS, name);
}
function unknownShell(name) {
	const near = require_git.nearest(name, NAMES);
	const meant = near === null ? "" : ` Did you mean ${near}?`;
	const message = name === "" ? "Which shell?" : `There is no script for the shell "${name}".${meant}`;
	return require_cli_js.usage(manual, message, { wanted: NAMES.join(", ") });
}

exports.completion = completion;