import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import { asksForMakers } from "../core/people.ts";
import { isAnywhereOn } from "../core/scope.ts";
import type { Reader } from "../gather/references.ts";
import type { CommitRange } from "../git/range.ts";
import { type Repository, resolveCommit } from "../git/repository.ts";
import { needsPaths } from "./needs.ts";
import { inOrder } from "./order.ts";
import { type ReadOptions, readHistory } from "./read.ts";
import { wholeHistory } from "./stored.ts";
import type { HistoryTable } from "./table.ts";

/** What a range is read by. */
interface Reading {
  readonly repo: Repository;
  readonly law: Law;
  readonly reader: Reader;
}

/** The commits of the range, less those before the policy's baseline. */
export async function revisionsOf(
  { repo, law }: Pick<Reading, "repo" | "law">,
  range: CommitRange,
): Promise<readonly string[]> {
  const named = [...range.include, ...range.exclude.map((id) => `^${id}`)];
  return law.baseline === null ? named : [...named, `^${await baselineIn(repo, law.baseline)}`];
}

async function baselineIn(repo: Repository, baseline: string): Promise<string> {
  try {
    return await resolveCommit(repo, baseline);
  } catch (cause) {
    throw new Fault("policy", "The policy's baseline is no commit of this repository.", {
      found: baseline,
      wanted: "a commit that is here",
      fix: repo.shallow ? "git fetch --unshallow" : "golden-thread config explain baseline",
      cause,
    });
  }
}

/** Reads the commits of some revisions, in order; what was kept of a whole history is not read again. */
export async function tableOf(
  { repo, law, reader }: Reading,
  {
    progress,
    beside,
    ahead = null,
    told = false,
  }: Partial<Pick<ReadOptions, "progress" | "beside" | "ahead" | "told">>,
  revisions: readonly string[],
): Promise<HistoryTable> {
  const spots = isAnywhereOn(law, "reference-place");
  const makers = asksForMakers(law, "commits");
  const plain = { paths: needsPaths(law), spots, makers, told, ahead, ...(progress ? { progress } : {}) };
  // What a commit does not say itself is not kept for the next time.
  if (beside !== undefined) return inOrder(await readHistory(repo, reader, revisions, { ...plain, beside }));
  const [tip, ...others] = revisions;
  const behind = others.length === 1 && others[0] === `^${law.baseline}` ? law.baseline : null;
  if (tip !== undefined && (others.length === 0 || behind !== null)) {
    return wholeHistory(repo, reader, law, { tip, behind }, plain);
  }
  return inOrder(await readHistory(repo, reader, revisions, plain));
}
