import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { guardStaged } from "../guard-staged.ts";
import { asJson, hasNews, tell } from "./tell.ts";

/** Judges what is staged before anybody writes a message for it: task files, and paths under the branch's ticket (githooks(5)). */
export async function preCommit(world: World, args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    throw new Fault("usage", "The pre-commit hook is given no arguments.", {
      found: args.join(" "),
      wanted: "none, as git calls it",
      fix: "golden-thread hook pre-commit",
    });
  }
  const guarded = await guardStaged(world);
  if (guarded === null) return 0;
  const { report, metas } = guarded;
  if (asJson(world) || hasNews(report))
    await tell(world, report, { metas, repair: null, subject: () => null });
  return exitCode(report.verdict);
}
