import { type CommandGrammar, GLOBAL_OPTIONS } from "./grammar.ts";

/** A completion script for bash 3.2 or later: what macOS has, too. Names of files stand in where nothing is fixed. */
export function bash(commands: readonly CommandGrammar[]): string {
  const first = [...commands.map(({ name }) => name), "help", ...GLOBAL_OPTIONS].join(" ");
  return `# bash completion for golden-thread. Load it with:  eval "$(golden-thread completion bash)"
_golden_thread() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" words=""
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 0 ] && prev="\${COMP_WORDS[COMP_CWORD-1]}"
  # Readline splits --option=value at the sign.
  if [ "$cur" = "=" ]; then cur=""
  elif [ "$prev" = "=" ] && [ "$COMP_CWORD" -gt 2 ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${first}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]} $prev" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map(wordCase).join("\n")}
    help) words="${commands.map(({ name }) => name).join(" ")}" ;;
  esac
  case "$cur" in
    -*) ;;
    *) [ "$COMP_CWORD" -eq 2 ] || words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _golden_thread golden-thread
`;
}

/** What may follow an option: its values, or (an empty answer) the name of a file. */
function valueCases({ name, options }: CommandGrammar): readonly string[] {
  return options.flatMap(({ name: option, values }) => {
    if (values === null) return [];
    const answer = values.length === 0 ? "" : `COMPREPLY=($(compgen -W "${values.join(" ")}" -- "$cur")); `;
    return [`    "${name} --${option}") ${answer}return ;;`];
  });
}

function wordCase({ name, words, options }: CommandGrammar): string {
  const all = [...words, ...options.map((option) => `--${option.name}`)];
  return `    ${name}) words="${all.join(" ")}" ;;`;
}
