import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { moveOf, type RefMove, readReceiveLines } from "../core/ref-moves.ts";
import { judgePush, keepAnswers, recordPush } from "../push.ts";
import { answerPush } from "./push-answer.ts";
import { textOf } from "./stdin.ts";
import { note } from "./tell.ts";

/** Judges a push where it arrives, while its objects are still in quarantine (githooks(5), git-receive-pack(1)). */
export async function preReceive(world: World, args: readonly string[]): Promise<number> {
  if (args.length > 0) throw wrongArguments("pre-receive", args, "nothing");
  return receive(world, readReceiveLines(await textOf(world.stdin)));
}

/** The same for one ref: what a server calls that allows no other hook. */
export async function update(world: World, args: readonly string[]): Promise<number> {
  const [ref, from, to, ...more] = args;
  if (to === undefined || more.length > 0)
    throw wrongArguments("update", args, "a ref, its old and its new value");
  return receive(world, [moveOf(args.join(" "), ref, from, to)]);
}

/** Writes down what was pushed, when, and how it was judged: git lets no hook before this one change refs. */
export async function postReceive(world: World, args: readonly string[]): Promise<number> {
  if (args.length > 0) throw wrongArguments("post-receive", args, "nothing");
  try {
    await recordPush(world, readReceiveLines(await textOf(world.stdin)));
  } catch (thrown) {
    // The push has happened, and nothing that is said here undoes it.
    note(world, thrown);
  }
  return 0;
}

async function receive(world: World, moves: readonly RefMove[]): Promise<number> {
  const push = await judgePush(world, { place: "server", moves, known: "everything here" });
  const code = await answerPush(world, push);
  try {
    await keepAnswers(push, world.now());
  } catch (thrown) {
    // A full disk must not decide about a push; it is then recorded as one that nobody judged.
    note(world, thrown);
  }
  return code;
}

function wrongArguments(hook: string, args: readonly string[], wanted: string): Fault {
  return new Fault("usage", `The ${hook} hook is not called like this.`, {
    found: args.length === 0 ? "no arguments" : args.join(" "),
    wanted: `${wanted}, as git hands it over`,
    fix: `golden-thread hook ${hook}`,
  });
}
