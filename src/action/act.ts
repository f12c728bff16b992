import type { World } from "../core/ports.ts";
import { faultExitCode } from "../core/verdict.ts";
import { faultOf, problemWords } from "../reports/error.ts";
import { commandData, commandProperty } from "../reports/escape.ts";
import { readInputs } from "./inputs.ts";
import { readJob } from "./job.ts";

/**
 * One step of a workflow, and the exit code that the runner judges it by. Never throws: what goes wrong is an annotation. Nothing but
 * this and what reads the step's own environment is loaded before it is known that there is something to judge.
 */
export async function act(world: World): Promise<number> {
  try {
    const inputs = readInputs(world.env);
    const job = readJob(world.env);
    const { perform } = await import("./perform.ts");
    return await perform(world, inputs, job);
  } catch (thrown) {
    return tell(thrown, world);
  }
}

function tell(thrown: unknown, { stdout, env }: World): number {
  const fault = faultOf(thrown);
  const { found, wanted, fix, problems } = fault;
  const facts = Object.entries({ found, wanted, fix }).flatMap(([name, text]) =>
    text === undefined ? [] : [`${name}: ${text}`],
  );
  for (const problem of problems.slice(0, MOST_PLACES)) {
    const { sentence, facts } = problemWords(problem);
    const place = `file=${commandProperty(problem.file)},line=${problem.line}`;
    stdout.write(`::error ${place},title=golden-thread::${data([sentence, facts])}\n`);
  }
  stdout.write(`::error title=golden-thread::${data([fault.message, ...facts])}\n`);
  if (env.RUNNER_DEBUG === "1" && thrown instanceof Error)
    stdout.write(`::debug::${data([thrown.stack ?? ""])}\n`);
  return faultExitCode(fault.code);
}

/** The runner shows ten annotations of a level in a step, and the last is the sentence. */
const MOST_PLACES = 9;

function data(lines: readonly string[]): string {
  return commandData(lines.filter((line) => line !== "").join("\n"));
}
