import { BUILD } from "../core/build.ts";
import type { Law } from "../core/law.ts";
import { type Confirmed, confirmFacts } from "../gather/commit-facts.ts";
import type { Reader } from "../gather/references.ts";
import type { Repository } from "../git/repository.ts";
import { readResults, resultsFile, writeResults } from "../store/results.ts";
import type { Progress } from "./read.ts";

interface Kept {
  readonly version: string;
  /** The reading and the exemptions that the facts were put into words with, as JSON. */
  readonly reading: string;
  readonly facts: Readonly<Record<string, Confirmed>>;
}

/** Fewer than these are asked again faster than a file is written. */
const WORTH_KEEPING = 50;

/**
 * What git confirms of commits, asked once in a commit's life: neither the commit nor what it stands on ever changes. In a
 * shallow clone more may be known after the next fetch, so nothing is kept there.
 */
export async function keptFacts(
  repo: Repository,
  reader: Reader,
  law: Law,
  ids: readonly string[],
  progress?: Progress,
): Promise<ReadonlyMap<string, Confirmed>> {
  if (repo.shallow) return confirmFacts(repo, reader, law, ids, progress);
  const file = resultsFile(repo.commonDir, "facts");
  const reading = JSON.stringify([law.scan, law.remotes, law.exempt.merges]);
  const known = read(file, reading);
  const open = ids.filter((id) => known[id] === undefined);
  const asked = open.length === 0 ? [] : [...(await confirmFacts(repo, reader, law, open, progress))];
  const fresh = new Map(asked.map(([id, { lasting: _, ...facts }]): [string, Confirmed] => [id, facts]));
  // That what a claim was held against is not here can change with every fetch.
  const lasting = asked.flatMap(([id, { lasting }]) => {
    const facts = fresh.get(id);
    return lasting && facts !== undefined ? [[id, facts] as const] : [];
  });
  if (lasting.length >= WORTH_KEEPING) {
    const kept: Kept = { version: BUILD, reading, facts: { ...known, ...Object.fromEntries(lasting) } };
    writeResults(file, [Buffer.from(JSON.stringify(kept))]);
  }
  return new Map(
    ids.flatMap((id) => {
      const facts = fresh.get(id) ?? known[id];
      return facts === undefined ? [] : [[id, facts] as const];
    }),
  );
}

function read(file: string, reading: string): Kept["facts"] {
  const bytes = readResults(file);
  if (bytes === null) return {};
  try {
    const kept: Kept = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return kept.version === BUILD && kept.reading === reading ? kept.facts : {};
  } catch {
    return {};
  }
}
