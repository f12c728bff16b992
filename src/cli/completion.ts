import type { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { exitCode } from "../core/verdict.ts";
import type { WordsCommand } from "./command.ts";
import type { CommandGrammar } from "./completions/grammar.ts";
import type { Io } from "./io.ts";
import type { CommandManual } from "./manual.ts";
import { usage, type Words } from "./words.ts";

type Script = (commands: readonly CommandGrammar[]) => string;

/** The shells that there is a script for. */
const SHELLS = {
  bash: async () => (await import("./completions/bash.ts")).bash,
  zsh: async () => (await import("./completions/zsh.ts")).zsh,
  fish: async () => (await import("./completions/fish.ts")).fish,
} as const satisfies Readonly<Record<string, () => Promise<Script>>>;

const NAMES = Object.keys(SHELLS);

const manual: WordsCommand["manual"] = {
  name: "completion",
  summary: "print a script by which a shell completes commands, options and their values",
  forms: [NAMES.join("|")],
  details:
    'bash: eval "$(golden-thread completion bash)", in ~/.bashrc. zsh: source <(golden-thread completion zsh), in ' +
    "~/.zshrc after compinit. fish: golden-thread completion fish > ~/.config/fish/completions/golden-thread.fish.",
  options: [],
  examples: [
    { run: "golden-thread completion bash", does: "prints the script for bash", exit: 0 },
    { run: "golden-thread completion fish > golden-thread.fish", does: "keeps the one for fish", exit: 0 },
    { run: "golden-thread completion bsh", does: "says which shell was meant", exit: 2 },
  ],
};

/** `completion`: everything in its scripts comes from the manuals of all commands, which the registry hands in. */
export function completion(manuals: () => Promise<readonly CommandManual[]>): WordsCommand {
  return { manual, run: (words, io) => print(words, io, manuals) };
}

async function print(
  { positionals }: Words,
  io: Io,
  manuals: () => Promise<readonly CommandManual[]>,
): Promise<number> {
  const [name = "", ...more] = positionals;
  if (more.length > 0) throw usage(manual, "completion takes one shell.", { found: positionals.join(" ") });
  if (!isShell(name)) throw unknownShell(name);
  const [script, { grammarOf }] = await Promise.all([SHELLS[name](), import("./completions/grammar.ts")]);
  io.stdout.write(script(grammarOf(await manuals())));
  return exitCode("pass");
}

function isShell(name: string): name is keyof typeof SHELLS {
  return Object.hasOwn(SHELLS, name);
}

function unknownShell(name: string): Fault {
  const near = nearest(name, NAMES);
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  const message = name === "" ? "Which shell?" : `There is no script for the shell "${name}".${meant}`;
  return usage(manual, message, { wanted: NAMES.join(", ") });
}
