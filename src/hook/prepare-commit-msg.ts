import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { fillTrailer } from "../fill-trailer.ts";
import { note } from "./tell.ts";

/** Fills the branch's ticket into the message that is about to be written. It judges nothing, so it stops no commit. */
export async function prepareCommitMsg(world: World, args: readonly string[]): Promise<number> {
  const [file, source = null, _commit, ...more] = args;
  if (file === undefined || more.length > 0) {
    throw new Fault("usage", "The prepare-commit-msg hook is given a file, and what its text is from.", {
      found: args.length === 0 ? "none" : args.join(" "),
      wanted: "the message file, as git hands it over",
      fix: "golden-thread hook prepare-commit-msg .git/COMMIT_EDITMSG",
    });
  }
  try {
    const text = readFileSync(resolve(world.cwd, file), "utf8");
    await fillTrailer(world, { file, text, source });
  } catch (thrown) {
    note(world, thrown);
  }
  return 0;
}
