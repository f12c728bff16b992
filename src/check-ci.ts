import { checkCommits } from "./check.ts";
import { demandNews, endsOf } from "./check-ci/ends.ts";
import { openPullRequest } from "./check-pr/open.ts";
import { checkPullRequest } from "./check-pr.ts";
import type { CiRun } from "./ci/run.ts";
import { Fault } from "./core/fault.ts";
import type { LiveChange } from "./core/forge.ts";
import type { Report } from "./core/report.ts";
import { type Gate, type GateOptions, type GateWorld, openGate } from "./gate.ts";
import type { RangeName } from "./git/range.ts";
import type { Progress } from "./history/read.ts";
import { startOpening } from "./opening.ts";

/** What a person said beside what the run tells. */
export interface CiAsked {
  /** A revision that is trusted instead of the one that was there before. */
  readonly base: string | null;
  /** A revision that is judged instead of the one that is built. */
  readonly head: string | null;
}

/** Who reads what such a run says. */
interface Readers {
  /** Only those who were let into the repository; null: nobody tells. */
  readonly isPrivate: boolean | null;
  /** The remote whose tickets are this repository's own issues; null: none is. */
  readonly own: string | null;
}

/** A run of CI, opened: what of it is judged, and by whose law. */
export interface OpenCi {
  readonly gate: Gate;
  /** Its commits; null: the clone does not reach them. */
  readonly range: RangeName | null;
  /** The pull request as its forge has it; null: there is none, or nobody could be asked. */
  readonly live: LiveChange | null;
  readonly readers: Readers;
  judge(progress?: Progress): Promise<Report>;
}

/**
 * Opens what a run of CI is about. A pull request is asked of its forge where there is one that can be asked; else, like a push, it is a
 * range, judged by the law of its base. Throws Fault("usage") where there is nothing to judge, Fault("repository") where the clone does
 * not reach it.
 */
export async function openCi(
  world: GateWorld,
  options: Pick<GateOptions, "place" | "overrides">,
  run: CiRun,
  asked: CiAsked,
): Promise<OpenCi> {
  const opening = startOpening(world, null);
  const repo = await opening.repo;
  const ends = await endsOf(repo, run, asked);
  const { base, head, notices } = ends;
  const gate = await openGate(world, { ...options, haste: "command", opening, policyRef: base });
  const { change, branch } = run;
  const readers = await readersOf(gate, run);
  if (change !== null && (await gate.forge()) !== null) {
    const opened = await openPullRequest(world, options, { ...asked, number: change.number, event: null });
    return { ...opened, readers, judge: (progress) => checkPullRequest(opened, progress) };
  }
  await demandNews(repo, run, ends);
  const label = change === null ? `${base.slice(0, SHOWN)}..${head.slice(0, SHOWN)}` : `#${change.number}`;
  const range = { range: label, commits: { include: [head], exclude: [base] } };
  const told = change === null ? notices : [...notices, `change-by-range: ${change.number}`];
  return {
    gate,
    range,
    live: null,
    readers,
    async judge(progress) {
      const report = await checkCommits(gate, {
        ...range,
        ...(branch === null ? {} : { ref: `refs/heads/${branch}` }),
        ...(progress ? { progress } : {}),
      });
      return { ...report, notices: [...report.notices, ...told] };
    },
  };
}

const SHOWN = 10;

/** What can't be told counts as public, so a forge that does not answer is no reason to say less than the verdict. */
async function readersOf(gate: Gate, { isPrivate }: CiRun): Promise<Readers> {
  const own = await gate.own();
  if (isPrivate !== null) return { isPrivate, own };
  const forge = await gate.forge();
  const told = forge === null ? null : await forge.visibility().catch(unknownTo);
  return { isPrivate: told === null ? null : told === "private", own };
}

function unknownTo(thrown: unknown): null {
  if (thrown instanceof Fault) return null;
  throw thrown;
}
