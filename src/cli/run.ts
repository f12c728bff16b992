import type { World } from "../core/ports.ts";
import { exitCode, faultExitCode } from "../core/verdict.ts";
import { VERSION } from "../core/version.ts";
import { errorJson, errorText, faultOf } from "../reports/error.ts";
import { terminalLines } from "../reports/escape.ts";
import { directCommand } from "./commands.ts";
import type { Io } from "./io.ts";
import { ioOf } from "./real-io.ts";
import { readWords } from "./words.ts";

/** Runs one command line and answers its exit code. Never throws: what goes wrong is told, for people or as JSON. */
export async function run(world: World): Promise<number> {
  const [name = "", ...args] = world.argv;
  const io = ioOf(world, args);
  try {
    if (args.length === 0 && (name === "--version" || name === "-V")) return tellVersion(io);
    const load = directCommand(name);
    if (load === null || asksForHelp(args)) return await (await import("./program.ts")).runProgram(io, world);
    const command = await load();
    return "own" in command
      ? await command.own(io, world)
      : await command.run(readWords(command.manual, args), io, world);
  } catch (thrown) {
    return tell(thrown, io);
  }
}

/** By itself it needs no library; beside other words the library says what is wrong with them. */
function tellVersion({ stdout }: Io): number {
  stdout.write(`${VERSION}\n`);
  return exitCode("pass");
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

function tell(thrown: unknown, io: Io): number {
  const fault = faultOf(thrown);
  if (wantsJson(io)) io.stdout.write(errorJson(fault));
  else io.stderr.write(errorText(fault, io.stderr));
  if (io.env.GOLDEN_THREAD_DEBUG === "1") io.stderr.write(`${terminalLines(stackOf(thrown))}\n`);
  return faultExitCode(fault.code);
}

/** Read loosely: the arguments may be the very thing that is wrong. */
function wantsJson({ args, env }: Io): boolean {
  const asked = args.some((arg, index) => {
    return arg === "--json" || arg === "--format=json" || (arg === "--format" && args[index + 1] === "json");
  });
  return asked || env.GOLDEN_THREAD_FORMAT === "json";
}

/** With every cause below it. */
function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === undefined ? "" : `\ncaused by: ${stackOf(thrown.cause)}`;
  return `${thrown.stack ?? thrown.message}${cause}`;
}
