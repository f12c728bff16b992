import type { CommandManual } from "../manual.ts";

/** What can be typed after a command's name, as its manual tells it. */
export interface CommandGrammar {
  readonly name: string;
  readonly summary: string;
  /** Words of its own that may come first: `range` of `check`. */
  readonly words: readonly string[];
  readonly options: readonly OptionGrammar[];
}

/** One option. `values`: what it takes; empty: anything, a file's name as likely as not; null: it takes nothing. */
export interface OptionGrammar {
  readonly name: string;
  readonly does: string;
  readonly values: readonly string[] | null;
}

/** A word that is typed as it stands, not a placeholder, an option or something in brackets. */
const WORD = /^[a-z][a-z-]*$/u;

/** Reads the grammar of all commands from their manuals; `--help` belongs to every one. */
export function grammarOf(manuals: readonly CommandManual[]): readonly CommandGrammar[] {
  return manuals.map(({ name, summary, forms, options }) => ({
    name,
    summary,
    words: [...new Set(forms.flatMap(firstWords))],
    options: [
      ...options.map(({ name: option, does, value, values = [] }) => ({
        name: option,
        does,
        values: value === undefined ? null : values,
      })),
      { name: "help", does: "print its help", values: null },
    ],
  }));
}

/** `range A..B|REV` begins with `range`; `bash|zsh|fish` with any of three. */
function firstWords(form: string): readonly string[] {
  const words = (form.split(" ", 1)[0] ?? "").split("|");
  return words.every((word) => WORD.test(word)) ? words : [];
}

/** Options of golden-thread itself, before any command. */
export const GLOBAL_OPTIONS: readonly string[] = ["--help", "--version"];
