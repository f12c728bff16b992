import { Fault } from "../core/fault.ts";
import type { Forge } from "../core/forge.ts";
import type { Progress } from "../history/read.ts";
import type { Lack } from "./parts.ts";

/** Which pull requests brought commits. */
export interface Brought {
  /** 0: the forge tells none. Null: nobody could be asked. */
  readonly numbers: Float64Array | null;
  readonly lack: Lack | null;
}

/** Commits that are asked for between two reports of progress. */
const STEP = 500;

/** Asks the forge which pull request each commit came in by. */
export async function broughtBy(
  dial: () => Promise<Forge | null>,
  ids: readonly string[],
  progress?: Progress,
): Promise<Brought> {
  const numbers = new Float64Array(ids.length);
  try {
    const forge = await dial();
    if (forge === null) return { numbers: null, lack: lackOf("No forge can be asked here.") };
    for (let from = 0; from < ids.length; from += STEP) {
      const told = await forge.arrivals(ids.slice(from, from + STEP));
      for (let at = from; at < Math.min(from + STEP, ids.length); at++)
        numbers[at] = told.get(ids[at] ?? "")?.number ?? 0;
      progress?.(Math.min(from + STEP, ids.length), "commits asked of the forge");
    }
    return { numbers, lack: null };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code === "internal") throw thrown;
    return { numbers: null, lack: lackOf(thrown.message) };
  }
}

function lackOf(why: string): Lack {
  return { state: "unavailable", why, fix: ["golden-thread", "doctor"] };
}
