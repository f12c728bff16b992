import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { moveOf, type RefMove, readPushLines } from "../core/ref-moves.ts";
import { judgePush } from "../push.ts";
import { answerPush } from "./push-answer.ts";
import { textOf } from "./stdin.ts";

/**
 * Judges what a push brings, before it leaves: the commits of every ref that the other side does not have (githooks(5)).
 * Here the commits come to light that no commit-msg hook saw: of a rebase, a cherry-pick, `--no-verify`, `commit-tree`.
 */
export async function prePush(world: World, args: readonly string[]): Promise<number> {
  const [remote, _url, ...more] = args;
  const lines = await textOf(world.stdin);
  const moves = lines === "" ? relayed(world) : readPushLines(lines);
  const name = remote ?? world.env.PRE_COMMIT_REMOTE_NAME;
  if (name === undefined || more.length > 0) throw wrongArguments(args);
  if (moves.length === 0) return 0;
  return answerPush(world, await judgePush(world, { place: "hook", moves, known: { remote: name } }));
}

/** pre-commit reads standard input itself and tells its hooks by the environment, one ref at a time. */
function relayed({ env }: World): readonly RefMove[] {
  const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to, PRE_COMMIT_REMOTE_BRANCH: ref } = env;
  return to === undefined
    ? []
    : [moveOf("PRE_COMMIT_TO_REF", ref ?? "HEAD", from ?? to.replace(/./g, "0"), to)];
}

function wrongArguments(args: readonly string[]): Fault {
  return new Fault("usage", "The pre-push hook is given a remote's name and its address.", {
    found: args.length === 0 ? "none" : args.join(" "),
    wanted: "a name and an address, as git hands them over",
    fix: "golden-thread hook pre-push origin URL",
  });
}
