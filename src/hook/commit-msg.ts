import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { type Guarded, guardMessage } from "../guard.ts";
import { shellCommand } from "../reports/escape.ts";
import { clockBeside } from "../store/atomic.ts";
import { indexFile } from "../store/compiled.ts";
import type { FileClock } from "../store/fingerprint.ts";
import { findGit, type GitPlace, isSteered } from "./git-place.ts";
import { forget, isNews } from "./noted.ts";
import { bytesOf, keepRejected } from "./rejected.ts";
import { asJson, hasNews, note, noteOf, quietly, tell } from "./tell.ts";

/**
 * Judges the message file that git hands over. A pass is silent unless something has to be told; what is not accepted is
 * kept and the command to go on is printed; then the index of the fast path is brought up to date.
 */
export async function commitMsg(world: World, args: readonly string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw wrongArguments(args);
  const place = placeOf(world);
  try {
    const began = place === null ? null : quietly(world, () => clockBeside(indexFile(place.gitDir)));
    const guarded = await guardMessage(world, file);
    if (guarded.unwritten && world.env.GIT_EDITOR !== ":") return abandoned(world);
    const { verdict } = guarded.report;
    await show(
      world,
      guarded,
      verdict === "pass" ? null : keep(world, guarded.gitDir, guarded.message.bytes()),
    );
    if (began !== null) await refresh(world, guarded, began);
    return exitCode(verdict);
  } catch (thrown) {
    // A fault ends the commit as well, and the message is as dear.
    const repair = place === null ? null : keep(world, place.gitDir, bytesOf(file, world.cwd));
    if (!asJson(world)) goOn(world, repair);
    throw thrown;
  }
}

/** git takes a message that nobody wrote for none, but not one that prepare-commit-msg left a trailer in. */
function abandoned(world: World): number {
  if (!asJson(world))
    world.stderr.write(
      "golden-thread: the message holds the branch's ticket alone, so nothing is committed.\n",
    );
  return exitCode("fail");
}

/** What keeps the index from being made stays for days, and is told once. */
async function refresh(world: World, guarded: Guarded, began: FileClock): Promise<void> {
  try {
    await guarded.refresh(began);
    forget(guarded.gitDir);
  } catch (thrown) {
    if (isNews(guarded.gitDir, noteOf(thrown))) note(world, thrown);
  }
}

function wrongArguments(args: readonly string[]): Fault {
  return new Fault("usage", "The commit-msg hook is given one file.", {
    found: args.length === 0 ? "none" : args.join(" "),
    wanted: "the message file, as git hands it over",
    fix: "golden-thread hook commit-msg .git/COMMIT_EDITMSG",
  });
}

/** Tab, line feed, carriage return, space. */
const BLANKS: ReadonlySet<number> = new Set([9, 10, 13, 32]);

/** Null: the fast path will never be asked here, so there is no index to keep. */
function placeOf({ cwd, env }: World): GitPlace | null {
  if (isSteered(env)) return null;
  try {
    return findGit(cwd, env);
  } catch {
    // Git itself will say what is wrong with the repository.
    return null;
  }
}

async function show(world: World, { report, metas }: Guarded, repair: Repair): Promise<void> {
  const json = asJson(world);
  if (!json && !hasNews(report)) return;
  const notices =
    repair === null ? report.notices : [...report.notices, `message-kept: ${shellCommand(repair)}`];
  await tell(world, json ? { ...report, notices } : report, { metas, repair, subject: () => null });
  if (!json) goOn(world, repair);
}

/** The command that takes the message up again; null where it could not be kept, or there is none. */
type Repair = readonly string[] | null;

function keep(world: World, gitDir: string, message: Uint8Array): Repair {
  if (message.every((byte) => BLANKS.has(byte))) return null;
  const path = quietly(world, () => keepRejected(gitDir, message));
  return path === null ? null : ["git", "commit", "-e", "-F", path];
}

function goOn(world: World, repair: Repair): void {
  if (repair === null) return;
  world.stderr.write(
    `\nThe message is kept. To go on with it (add the options that you gave, such as --amend):\n  ${shellCommand(repair)}\n`,
  );
}
