import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { Out, World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { shellCommand, terminal } from "../reports/escape.ts";
import { proseWidth, wrap } from "../reports/layout.ts";
import { type Paint, painter } from "../reports/paint.ts";
import type { DemoRepository } from "../setup/demo-repository.ts";
import { command as audit } from "./audit.ts";
import { command as check } from "./check.ts";
import type { WordsCommand } from "./command.ts";
import { command as init } from "./init.ts";
import type { Io } from "./io.ts";
import { ioOf } from "./real-io.ts";
import { readWords, usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "demo",
  summary: "see the gate at work in a temporary repository",
  forms: ["[--keep]"],
  details:
    "Makes a repository with three tasks, sets it up, and shows real commits with the real hook: a rogue one is rejected, " +
    "an authorised one passes, tasks that are done or archived authorise nothing. Then a whole history is judged and audited. " +
    "The repository is removed afterwards; nothing else is touched.",
  options: [{ name: "keep", does: "leave the repository, to try more in it" }],
  examples: [{ run: "golden-thread demo", does: "takes a few seconds", exit: 0 }],
};

/** Before everything that a command printed. */
const INDENT = "   ";

/** The stage: where the demo plays, and how it tells what it does. */
interface Stage {
  readonly repo: DemoRepository;
  readonly io: Io;
  readonly world: World;
  readonly paint: Paint;
}

async function run(words: Words, io: Io, world: World): Promise<number> {
  if (words.positionals.length > 0)
    throw usage(manual, "demo takes no arguments.", { found: words.positionals.join(" ") });
  const { makeDemoRepository } = await import("../setup/demo-repository.ts");
  const repo = await makeDemoRepository({
    home: world.home,
    node: world.node,
    env: io.env,
    color: io.stdout.color,
  });
  const stage: Stage = { repo, io, world, paint: painter(io.stdout.color) };
  try {
    await setUp(stage);
    await commits(stage);
    await history(stage);
    if (!words.has("keep")) repo.removeRepository();
  } catch (thrown) {
    if (!words.has("keep")) repo.removeAll();
    throw thrown;
  }
  tell(stage, `The report is ${terminal(join(repo.folder, AUDIT, "report.html"))}.`);
  if (words.has("keep")) tell(stage, `The repository is ${terminal(repo.root)}.`);
  const program = shellCommand(["node", join(world.home, "dist", "cli.js"), "init", "--yes", "--backlog"]);
  tell(stage, `In your own repository: ${program}`);
  return exitCode("pass");
}

async function setUp(stage: Stage): Promise<void> {
  const { repo } = stage;
  chapter(
    stage,
    1,
    "A repository with three tasks: TASK-1 is in progress, TASK-2 is done, TASK-3 is archived.",
  );
  await ours(stage, init, ["--yes"], 0);
  repo.write("src/login.js", "export const attempts = 5;\n");
  await git(stage, ["add", "--all"], 0);
  await git(stage, ["commit", "--quiet", "-m", "Begin the login service (TASK-1)"], 0);
  tell(stage, "");
}

async function commits(stage: Stage): Promise<void> {
  const { repo } = stage;
  chapter(stage, 2, "A rogue commit is rejected: nobody asked for it.");
  repo.write("src/login.js", "export const attempts = 50;\n");
  await git(stage, ["commit", "-a", "-m", "Allow more attempts"], 1);

  chapter(stage, 3, "An authorised commit passes.");
  repo.write("src/login.js", "export const attempts = 5;\nexport const window = 60;\n");
  await git(stage, ["commit", "-a", "-m", "Count attempts per minute (TASK-1)"], 0);

  chapter(stage, 4, "A ticket that is done or archived authorises nothing.");
  repo.write("src/mail.js", "export const subject = 'Your new password';\n");
  await git(stage, ["add", "--all"], 0);
  await git(stage, ["commit", "-m", "Change the subject of the mail (TASK-2)"], 1);
  await git(stage, ["commit", "-m", "Keep the old page (TASK-3)"], 1);
}

async function history(stage: Stage): Promise<void> {
  const { repo } = stage;
  chapter(stage, 5, "A hook can be passed by. The history can not.");
  await git(stage, ["switch", "--quiet", "-c", "counter"], 0);
  repo.write("src/counter.js", "export const reset = true;\n");
  await git(stage, ["add", "--all"], 0);
  await git(stage, ["commit", "--quiet", "-m", "Reset the counter after success", "-m", "Refs: TASK-1"], 0);
  await git(stage, ["switch", "--quiet", "main"], 0);
  repo.write("src/login.js", "export const attempts = 500;\n");
  await git(stage, ["commit", "--quiet", "-a", "--no-verify", "-m", "Quick fix, nobody will notice"], 0);
  await git(stage, ["merge", "--quiet", "--no-edit", "counter"], 0);
  await ours(stage, check, ["range", "HEAD"], 1);

  chapter(stage, 6, "An audit says where the thread breaks, in both directions.");
  await ours(stage, audit, ["--out", join("..", AUDIT)], 1);
}

/** The folder of the audit, beside the repository. */
const AUDIT = "audit";

function chapter(stage: Stage, number: number, title: string): void {
  const [first = "", ...more] = wrap(title, proseWidth(stage.io.stdout.columns) - INDENT.length);
  const head = [`${number}  ${first}`, ...more.map((line) => `${INDENT}${line}`)]
    .map(stage.paint.bold)
    .join("\n");
  tell(stage, `${head}\n`);
}

async function git(stage: Stage, args: readonly string[], wanted: number): Promise<void> {
  prompt(stage, shellCommand(["git", ...args]));
  const { code, output } = await stage.repo.git(args);
  if (output !== "") tell(stage, `${indented(output)}\n`);
  expectCode(`git ${args.join(" ")}`, code, wanted, output);
}

/** A command of ours, run as the command line would run it. */
async function ours(
  stage: Stage,
  command: WordsCommand,
  args: readonly string[],
  wanted: number,
): Promise<void> {
  prompt(stage, shellCommand(["golden-thread", command.manual.name, ...args]));
  const texts: string[] = [];
  const stdout: Out = {
    color: stage.io.stdout.color,
    columns: stage.io.stdout.columns - INDENT.length,
    write: (text) => void texts.push(text),
  };
  const world: World = { ...stage.world, cwd: stage.repo.root, env: stage.repo.env, stdout, stderr: stdout };
  const code = await command.run(readWords(command.manual, args), ioOf(world, args), world);
  tell(stage, `${indented(texts.join("").trimEnd())}\n`);
  expectCode(`golden-thread ${command.manual.name}`, code, wanted, texts.join(""));
}

/** A demo that shows something else than it says would be worse than none. */
function expectCode(what: string, code: number, wanted: number, output: string): void {
  if (code === wanted) return;
  throw new Fault("internal", `The demo did not go as it should: "${what}" ended with exit code ${code}.`, {
    found: output.split("\n").slice(0, 5).join(" "),
    wanted: `exit code ${wanted}`,
  });
}

function prompt(stage: Stage, line: string): void {
  tell(stage, `${INDENT}${stage.paint.cyan(`$ ${line}`)}`);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gmu, INDENT);
}

function tell(stage: Stage, text: string): void {
  stage.io.stdout.write(`${text}\n`);
}

/** `demo`: the main job, played for real in a temporary repository. */
export const command = { manual, run } satisfies WordsCommand;
