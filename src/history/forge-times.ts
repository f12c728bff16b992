import { Fault } from "../core/fault.ts";
import type { Forge } from "../core/forge.ts";
import { secondsOf } from "../core/time.ts";
import type { Decisions } from "./decisions.ts";
import type { Progress } from "./read.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** Lets a forge tell when commits were decided. */
export interface ForgeTimes {
  /** Asks for those of these commits (by index) of which only their own date tells. Each is asked for once. */
  ask(indices: readonly number[]): Promise<void>;
  /** Why some are not told, for people; empty: nothing hindered it. */
  notices(): readonly string[];
}

/** What is asked, and where the answers go. */
export interface ForgeAsking {
  readonly table: HistoryTable;
  readonly decisions: Decisions;
  /** Null: nobody here can ask a forge. */
  forge(): Promise<Forge | null>;
  readonly progress?: Progress;
}

/** Commits between two progress reports. */
const STEP = 500;

/** A forge that does not answer leaves commits their own date; what it told before counts. It is not asked again. */
export function forgeTimes({ table, decisions, forge, progress }: ForgeAsking): ForgeTimes {
  const asked = new Set<number>();
  let [done, untold] = [0, 0];
  let trouble: Fault | null = null;
  const tell = async (line: Forge, indices: readonly number[]): Promise<void> => {
    const told = await line.arrivals(indices.map((index) => idAt(table, index)));
    for (const index of indices) {
      const seconds = secondsOf(told.get(idAt(table, index))?.at ?? "");
      if (seconds !== null) decisions.learn(index, seconds);
    }
    done += indices.length;
    progress?.(done, "commits asked of the forge");
  };
  return {
    async ask(indices) {
      const open = indices.filter((one) => !asked.has(one) && decisions.source(one) === "committer-date");
      for (const index of open) asked.add(index);
      if (open.length === 0) return;
      const before = done;
      try {
        if (trouble !== null) throw trouble;
        const line = await forge();
        if (line === null) return;
        for (let from = 0; from < open.length; from += STEP) await tell(line, open.slice(from, from + STEP));
      } catch (thrown) {
        if (!(thrown instanceof Fault) || thrown.code === "internal") throw thrown;
        trouble = thrown;
        untold += open.length - (done - before);
      }
    },
    notices: () => (trouble === null ? [] : [`forge-times-untold: ${wordsOf(untold, trouble)}`]),
  };
}

function wordsOf(commits: number, { message, fix }: Fault): string {
  const advice = fix === undefined ? [] : [`Fix: ${fix}`];
  return [`Commits: ${commits}.`, message, ...advice].join(" ");
}
