import { Command as Commander, CommanderError, Option } from "commander";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode, faultExitCode } from "../core/verdict.ts";
import { VERSION } from "../core/version.ts";
import type { Command } from "./command.ts";
import { commands, manuals } from "./commands.ts";
import { afterHelp, EXIT_CODES, flagsOf } from "./help.ts";
import type { Io } from "./io.ts";
import { type Words, wordsOf } from "./words.ts";

const DESCRIPTION =
  "Every commit leads to an authorised ticket: a git hook, a gate for CI, and a report of a whole history.";

/** Answers of commander that are no errors. */
const SHOWN: ReadonlySet<string> = new Set([
  "commander.helpDisplayed",
  "commander.help",
  "commander.version",
]);

/** Runs a command line that needs the library: help, suggestions, and every command that is not run at each commit. */
export async function runProgram(io: Io, world: World): Promise<number> {
  const answer = { code: 0 };
  const program = await build(io, world, answer);
  if (world.argv.length === 0) {
    io.stderr.write(`${program.helpInformation()}${EXIT_CODES}\n`);
    return faultExitCode("usage");
  }
  if (asksForAll(world.argv)) {
    const { wholeManual } = await import("./whole-manual.ts");
    for (const text of wholeManual(DESCRIPTION, await manuals(), io.stdout)) io.stdout.write(text);
    return exitCode("pass");
  }
  try {
    await program.parseAsync([...world.argv], { from: "user" });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (!SHOWN.has(thrown.code)) throw usageFault(thrown, program, world.argv);
  }
  return answer.code;
}

/** `--help --all`, in either order and without a command. */
function asksForAll(argv: readonly string[]): boolean {
  const isHelp = (word: string | undefined) => word === "--help" || word === "-h" || word === "help";
  const [one, other, ...more] = argv;
  return more.length === 0 && ((isHelp(one) && other === "--all") || (one === "--all" && isHelp(other)));
}

async function build(io: Io, world: World, answer: { code: number }): Promise<Commander> {
  const program = new Commander("golden-thread")
    .description(DESCRIPTION)
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", EXIT_CODES)
    .configureHelp({ subcommandTerm: (sub) => sub.name() })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // Errors are told in one place, with the exit code; commander's own words are in what it throws.
      writeErr: () => undefined,
      getOutHelpWidth: () => io.stdout.columns,
      getOutHasColors: () => io.stdout.color,
    });
  for (const load of Object.values(commands)) add(program, await load(), io, world, answer);
  return program;
}

function add(program: Commander, command: Command, io: Io, world: World, answer: { code: number }): void {
  const { manual } = command;
  const options = manual.options.map((option) => {
    const one = new Option(flagsOf(option), option.does);
    return option.value === undefined ? one : one.argParser(collect);
  });
  const sub = program
    .command(manual.name)
    .summary(manual.summary)
    .description(`golden-thread ${manual.name}: ${manual.summary}`)
    .usage(manual.forms.join(`\n       golden-thread ${manual.name} `))
    .argument("[words...]")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", afterHelp(manual, io.stdout.columns));
  for (const option of options) sub.addOption(option);
  if ("own" in command) sub.allowUnknownOption();
  sub.action(async () => {
    answer.code =
      "own" in command ? await command.own(io, world) : await command.run(read(sub, options), io, world);
  });
}

function collect(value: string, before: unknown): readonly string[] {
  return [...(Array.isArray(before) ? before : []), value];
}

function read(sub: Commander, options: readonly Option[]): Words {
  const found = new Map<string, readonly string[]>();
  for (const option of options) {
    const value: unknown = sub.getOptionValue(option.attributeName());
    if (value !== undefined) found.set(option.name(), Array.isArray(value) ? value.map(String) : []);
  }
  return wordsOf(sub.args, found);
}

/** `error: unknown command 'chek'\n(Did you mean check?)` becomes two sentences. */
function usageFault({ code, message }: CommanderError, program: Commander, argv: readonly string[]): Fault {
  const [what = "", meant = ""] = message.replace(/^error: /u, "").split("\n");
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
  const hint = meant === "" ? "" : ` ${meant.replace(/^\(|\)$/gu, "")}`;
  const [name = ""] = argv;
  const sub = program.commands.find((one) => one.name() === name);
  return new Fault("usage", sentence + hint, {
    found: /'(.*)'/su.exec(what)?.[1],
    wanted:
      code === "commander.unknownCommand" ? Object.keys(commands).join(", ") : flagsKnown(sub ?? program),
    fix: sub === undefined ? "golden-thread --help" : `golden-thread ${name} --help`,
  });
}

function flagsKnown({ options }: Commander): string {
  return [...options.map(({ flags }) => flags), "--help"].join(", ");
}
