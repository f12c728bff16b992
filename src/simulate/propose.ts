import type { Law } from "../core/law.ts";
import type { Report } from "../core/report.ts";
import type { Proposal } from "../core/simulation.ts";
import { commitsAfter, firstParents } from "../git/first-parents.ts";
import type { CommitRange } from "../git/range.ts";
import type { Repository } from "../git/repository.ts";

/** Time to see warnings and mend habits before they block: two weeks, one round of work in most teams. */
const WARN_FIRST_DAYS = 14;

const DAY = 86_400_000;

/** Where a policy is written where there is none. */
const POLICY_FILE = "golden-thread.yml";

/** What a proposal rests on. */
export interface ProposalInput {
  readonly repo: Repository;
  /** The policy as it stands. */
  readonly law: Law;
  /** The preset that the judgement put in its place. */
  readonly assumed: Law["preset"] | null;
  readonly range: CommitRange;
  readonly report: Report;
  /** The law's own date still lies ahead. */
  readonly pending: boolean;
}

/** A baseline behind which all that would be blocked lies, with as few commits behind it as that allows, and a date. */
export async function propose(input: ProposalInput): Promise<Proposal> {
  const { law, assumed, report, pending } = input;
  const stopped = isStopped(report);
  const first = newest(report, stopped);
  const { baseline, after } =
    first < 0
      ? { baseline: law.baseline, after: report.commits?.count ?? 0 }
      : await baselineAfter(input, stopped, first);
  const isEnforcing = assumed === null && first < 0 && !pending;
  const enforceFrom = pending ? law.enforceFrom : isEnforcing ? null : later(report.decidedAt);
  const lines = [
    ...(assumed === null || assumed === law.preset ? [] : [`preset: ${assumed}`]),
    ...(baseline === law.baseline ? [] : [`baseline: { commit: ${baseline} }`]),
    ...(enforceFrom === law.enforceFrom || enforceFrom === null ? [] : [`enforce_from: ${enforceFrom}`]),
  ];
  return { baseline, after, enforceFrom, file: law.sources[0] ?? POLICY_FILE, lines };
}

/** By facts key: whether its commits do not pass. */
function isStopped({ keys }: Report): readonly boolean[] {
  return keys.map(({ verdict }) => verdict !== "pass");
}

/** Index of the newest commit that does not pass; -1: all do. */
function newest({ commits }: Report, stopped: readonly boolean[]): number {
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    if (commits !== null && stopped[commits.key(index)]) return index;
  }
  return -1;
}

/** The oldest commit on the tip's line of first parents after which every commit passes; the tip itself always is one. */
async function baselineAfter(
  { repo, law, range, report }: ProposalInput,
  stopped: readonly boolean[],
  first: number,
): Promise<{ readonly baseline: string; readonly after: number }> {
  const tip = range.include[0] ?? report.commits?.id(0) ?? "";
  if (first === 0) return { baseline: tip, after: 0 };
  const exclude = [...range.exclude, ...(law.baseline === null ? [] : [law.baseline])];
  const line = await firstParents(repo, tip, exclude, first + 1);
  const bad = idsOf(report, stopped);
  const passing = async (at: number): Promise<number> => {
    const after = await commitsAfter(repo, line[at] ?? tip, tip);
    return after.some((id) => bad.has(id)) ? -1 : after.length;
  };
  // Where the newest of them lies on the line itself, nothing older can be the answer, and mostly it is.
  const own = line.indexOf(report.commits?.id(first) ?? "");
  const after = own < 0 ? -1 : await passing(own);
  if (after >= 0) return { baseline: line[own] ?? tip, after };
  return furthest(own < 0 ? line : line.slice(0, own), tip, passing);
}

function idsOf({ commits }: Report, stopped: readonly boolean[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    if (commits !== null && stopped[commits.key(index)]) ids.add(commits.id(index));
  }
  return ids;
}

/** Doubles its step while all pass, then halves it: git walks little more than what the answer spans. */
async function furthest(
  line: readonly string[],
  tip: string,
  passing: (at: number) => Promise<number>,
): Promise<{ readonly baseline: string; readonly after: number }> {
  let [good, after, step] = [0, 0, 1];
  let limit = line.length;
  while (good + 1 < limit) {
    const at = Math.min(good + step, limit - 1);
    const found = await passing(at);
    if (found < 0) limit = at;
    else [good, after] = [at, found];
    step = found < 0 ? Math.max(1, Math.floor((limit - good) / 2)) : step * 2;
  }
  return { baseline: line[good] ?? tip, after };
}

function later(at: string): string {
  return new Date(Date.parse(at) + WARN_FIRST_DAYS * DAY).toISOString().slice(0, 10);
}
