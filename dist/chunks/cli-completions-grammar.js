"use strict";

// src/cli/completions/grammar.ts
/** A word that is typed as it stands, not a placeholder, an option or something in brackets. */
const WORD = /^[a-z][a-z-]*$/u;
/** Reads the grammar of all commands from their manuals; `--help` belongs to every one. */
function grammarOf(manuals) {
	return manuals.map(({ name, summary, forms, options }) => ({
		name,
		summary,
		words: [...new Set(forms.flatMap(firstWords))],
		options: [...options.map(({ name: option, does, value, values = [] }) => ({
			name: option,
			does,
			values: value === void 0 ? null : values
		})), {
			name: "help",
			does: "print its help",
			values: null
		}]
	}));
}
/** `range A..B|REV` begins with `range`; `bash|zsh|fish` with any of three. */
function firstWords(form) {
	const words = (form.split(" ", 1)[0] ?? "").split("|");
	return words.every((word) => WORD.test(word)) ? words : [];
}
/** Options of golden-thread itself, before any command. */
const GLOBAL_OPTIONS = ["--help", "--version"];

exports.GLOBAL_OPTIONS = GLOBAL_OPTIONS;
exports.grammarOf = grammarOf;