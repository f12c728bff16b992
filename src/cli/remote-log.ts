import type { Out, World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import { readWrites } from "../satellite/read-writes.ts";
import { envelope } from "./envelope.ts";
import { usage, type Words } from "./words.ts";

type Log = Awaited<ReturnType<typeof readWrites>>;

/** `remote log [verify]`: what was written to trackers and forges from here, and whether the record still is whole. */
export async function remoteLog(words: Words, rest: readonly string[], world: World): Promise<number> {
  const [action, ...more] = rest;
  if ((action !== undefined && action !== "verify") || more.length > 0)
    throw usage({ name: "remote" }, "remote log takes verify, or nothing.", { found: rest.join(" ") });
  const { stdout } = world;
  const log = await readWrites(world);
  if (action === undefined) {
    stdout.write(
      words.has("json")
        ? line("remote-log", { writes: log.records })
        : `${logText(log, stdout).join("\n")}\n`,
    );
    return exitCode("pass");
  }
  const { lines, torn, problem, head } = log;
  stdout.write(
    words.has("json")
      ? line("remote-log-verify", { isWhole: problem === null, lines, torn, problem, head })
      : `${verifyText(log).join("\n")}\n`,
  );
  return exitCode(problem === null ? "pass" : "fail");
}

function line(kind: string, rest: object): string {
  return `${json({ ...envelope(kind), ...rest })}\n`;
}

function logText({ records }: Log, { color }: Out): readonly string[] {
  const paint = painter(color);
  if (records.length === 0) return ["Nothing was written to a tracker or forge from this repository."];
  return records.flatMap(({ at, actor, remote, operation, target, summary, outcome, url }) => {
    const failed = outcome === "failed" ? ` ${paint.red("failed")}` : "";
    const what = [remote, operation, target].map((text) => terminal(text)).join("  ");
    const who = terminal(`${actor.name} <${actor.email}>`);
    return [
      `${terminal(at)}  ${what}${failed}`,
      `  ${terminal(summary)}`,
      `  ${paint.dim(url === null ? who : `${who}  ${terminal(url)}`)}`,
    ];
  });
}

function verifyText({ path, lines, torn, problem, head }: Log): readonly string[] {
  const cut = torn.map((at) => `Line ${at} was left unfinished by a process that was killed.`);
  if (problem !== null)
    return [
      ...cut,
      `Line ${problem.line} ${WRONG[problem.what]}`,
      `  found:  ${terminal(path)}, line ${problem.line}`,
      "  wanted: every line as it was written, each behind the one that it names",
      "  fix:    compare it with a copy; nothing mends a record that was changed",
    ];
  if (head === null) return ["Nothing was written yet, so there is nothing to verify."];
  return [
    ...cut,
    `${lines} ${lines === 1 ? "line" : "lines"}: each follows the one before.`,
    `The last one's digest is ${head}. Kept elsewhere, it tells whether lines were cut off at the end.`,
  ];
}

const WRONG: Readonly<Record<NonNullable<Log["problem"]>["what"], string>> = {
  beginning: "says that another one stood before it: the beginning is gone.",
  link: "does not follow the line before it: one of the two was changed, or one between them is gone.",
  shape: "is no record of a write.",
};
