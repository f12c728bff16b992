import type { CommandGrammar, OptionGrammar } from "./grammar.ts";

/** A completion script for fish 3.0 or later. */
export function fish(commands: readonly CommandGrammar[]): string {
  const first = commands.map(({ name, summary }) =>
    line(["-n", "__fish_use_subcommand", "-f", "-a", name], summary),
  );
  return [
    "# fish completion for golden-thread. Load it with:  golden-thread completion fish | source",
    line(["-n", "__fish_use_subcommand", "-l", "help"], "print the help"),
    line(["-n", "__fish_use_subcommand", "-l", "version"], "print the version"),
    ...first,
    ...commands.flatMap(commandLines),
    "",
  ].join("\n");
}

function commandLines({ name, words, options }: CommandGrammar): readonly string[] {
  const after = ["-n", `__fish_seen_subcommand_from ${name}`];
  const own = words.map((word) => line([...after, "-a", word], ""));
  return [...own, ...options.map((option) => line([...after, ...optionParts(option)], option.does))];
}

/** `-x`: a value that is no file; `-r`: a value that may be one. */
function optionParts({ name, values }: OptionGrammar): readonly string[] {
  if (values === null) return ["-l", name];
  return values.length === 0 ? ["-l", name, "-r"] : ["-l", name, "-x", "-a", values.join(" ")];
}

function line(parts: readonly string[], does: string): string {
  const told = does === "" ? [] : ["-d", does];
  return `complete -c golden-thread ${[...parts, ...told].map(quoted).join(" ")}`;
}

function quoted(text: string): string {
  return /^[\w-]+$/u.test(text) ? text : `'${text.replace(/[\\']/gu, "\\$&")}'`;
}
