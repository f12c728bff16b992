import type { World } from "../core/ports.ts";
import { exitCode, faultExitCode } from "../core/verdict.ts";
import { errorText } from "../reports/error.ts";
import { json, terminal, terminalLines } from "../reports/escape.ts";
import { type Paint, painter } from "../reports/paint.ts";
import { type Pulled, type PullOptions, pull } from "../satellite/pull.ts";
import { safeWrites } from "../satellite/safe-mode.ts";
import type { Dialect } from "../tasks/backlog.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { mendedText } from "./mended-text.ts";
import { safeTerms } from "./safe-terms.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

/** What may be worked on. */
const OPEN = ["open", "in_progress"];

/** `remote pull`: a task file of each ticket. */
export async function remotePull(
  words: Words,
  refs: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  const options = optionsOf(words, refs);
  const answer = await watched(io, (progress) =>
    pull(
      world,
      options,
      (gate) => safeWrites(gate, world, safeTerms(words, world)),
      (done) => progress(done, "tickets pulled"),
    ),
  );
  const { pulled, missed, mended, config } = answer;
  io.stderr.write(mendedText(mended));
  const [only] = missed;
  if (only !== undefined && missed.length + pulled.length === 1) throw only.fault;
  if (words.has("json")) {
    const told = missed.map(({ ref, fault: { code, message, found } }) => ({ ref, code, message, found }));
    io.stdout.write(`${json({ ...envelope("remote-pull"), pulled, missed: told, mended, config })}\n`);
  } else {
    const paint = painter(io.stdout.color);
    io.stdout.write(config === null ? "" : `There was no backlog, so one is begun: ${config}\n`);
    for (const one of pulled) io.stdout.write(textOf(one, paint));
    if (pulled.length === 0) io.stdout.write("No such ticket is assigned to you.\n");
    for (const { fault } of missed) io.stderr.write(errorText(fault, io.stderr));
  }
  return only === undefined ? exitCode("pass") : faultExitCode(only.fault.code);
}

function optionsOf(words: Words, refs: readonly string[]): PullOptions {
  const manual = { name: "remote" };
  const states = words.all("state");
  const remote = words.one("remote");
  const isAssigned = words.has("assigned");
  if (!isAssigned && refs.length === 0)
    throw usage(manual, "remote pull needs to know which ticket.", {
      wanted: "a key, number or address, or --assigned",
    });
  if (!isAssigned && (states.length > 0 || remote !== null))
    throw usage(manual, "--state and --remote say which assigned tickets are pulled.", {
      wanted: "--assigned",
    });
  return {
    refs,
    assigned: isAssigned ? { states: states.length === 0 ? OPEN : states, remote } : null,
    dialect: dialectOf(words.one("format")),
    start: words.has("start"),
    dryRun: words.has("dry-run"),
  };
}

function dialectOf(format: string | null): Dialect | null {
  switch (format) {
    case null:
      return null;
    case "backlogmd":
    case "backlog.md":
      return "backlog.md";
    case "toolkit":
      return "toolkit";
    default:
      throw usage({ name: "remote" }, "There is no such format of task files.", {
        found: format,
        wanted: "backlogmd or toolkit",
      });
  }
}

function textOf(one: Pulled, paint: Paint): string {
  const { outcome, task, path, key, title, text, cut, unmappedState, apart } = one;
  const head = `${paint.bold(task)}  ${terminal(key)}  ${terminal(title)}`;
  const notes = [
    ...(cut.length === 0
      ? []
      : [`Too long for a task file, and cut: ${cut.join(", ")}. The ticket has all of it.`]),
    ...(unmappedState === null
      ? []
      : [
          `No status here stands for "${terminal(unmappedState)}"; status_map of the remote can say which does.`,
        ]),
    ...(apart.length === 0
      ? []
      : [
          `Apart from its ticket in ${apart.join(", ")}. Bring them together: golden-thread remote sync ${task}`,
        ]),
  ];
  const below = notes.map((note) => `  ${paint.yellow("!")} ${note}\n`).join("");
  switch (outcome) {
    case "created":
      return `${head}\n  ${paint.green("✓")} ${terminal(path)}\n${below}`;
    case "already":
      return `${head}\n  already ${terminal(path)}\n${below}`;
    case "shown":
      return `${head}\n  would be ${terminal(path)}\n${below}\n${terminalLines(text ?? "")}`;
  }
}
