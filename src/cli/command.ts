import type { World } from "../core/ports.ts";
import type { Io } from "./io.ts";
import type { CommandManual } from "./manual.ts";
import type { Words } from "./words.ts";

/** One command of the command line. Its `run` answers the exit code. */
export type Command = WordsCommand | OwnCommand;

/** Most commands: their arguments are read by their manual before they run. */
export interface WordsCommand {
  readonly manual: CommandManual;
  run(words: Words, io: Io, world: World): Promise<number>;
}

/** A command that reads `io.args` itself. */
export interface OwnCommand {
  readonly manual: CommandManual;
  own(io: Io, world: World): Promise<number>;
}
