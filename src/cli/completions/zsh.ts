import type { CommandGrammar, OptionGrammar } from "./grammar.ts";

/** A completion script for zsh: works as a file `_golden-thread` on $fpath, and when it is sourced after compinit. */
export function zsh(commands: readonly CommandGrammar[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${escaped(summary)}`)}`);
  return `#compdef golden-thread
# zsh completion for golden-thread. Load it with:  source <(golden-thread completion zsh)
_golden_thread() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands 'command' commands
    _arguments '--help[print the help]' '--version[print the version]'
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${commands.map(commandCase).join("\n")}
    help) _describe -t commands 'command' commands ;;
  esac
}
if [ "$funcstack[1]" = "_golden_thread" ]; then
  _golden_thread "$@"
else
  compdef _golden_thread golden-thread
fi
`;
}

function commandCase({ name, words, options }: CommandGrammar): string {
  const first = words.length === 0 ? "'1:: :_files'" : quoted(`1::what:(${words.join(" ")})`);
  const specs = [...options.map(optionSpec), first, "'*: :_files'"];
  return `    ${name}) _arguments -s \\\n${specs.map((spec) => `      ${spec}`).join(" \\\n")} ;;`;
}

/** `*--format=[does]:format:(text json)`: an option may come more than once. */
function optionSpec({ name, does, values }: OptionGrammar): string {
  const text = `[${escaped(does)}]`;
  if (values === null) return quoted(`--${name}${text}`);
  const what = values.length === 0 ? "_files" : `(${values.join(" ")})`;
  return quoted(`*--${name}=${text}:${name}:${what}`);
}

function escaped(text: string): string {
  return text.replace(/[\\[\]:]/gu, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
