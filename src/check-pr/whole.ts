import type { PullRequestChange } from "../core/change.ts";
import type { CommitFacts, Evidence } from "../core/evidence.ts";
import type { Law } from "../core/law.ts";
import { isAnywhereOn, scopesOf } from "../core/scope.ts";
import type { Lookup } from "../core/ticket.ts";
import type { CaseOfRange } from "../history/case.ts";
import { commitAt, PLAIN } from "../history/judge.ts";
import { citedAt, FLAG, type HistoryTable, idAt } from "../history/table.ts";

/** Evidence about a pull request as one thing, for the rules that answer for it once. */
export async function wholeEvidence(history: CaseOfRange, change: PullRequestChange): Promise<Evidence> {
  const { table, law, common, around } = history;
  const indices = Array.from({ length: table.count }, (_, index) => index);
  const merges = await mergesOf(history);
  const cited = indices.flatMap((index) =>
    citedAt(table, index).map((one) => ({ ...one, start: 0, end: 0, commit: index })),
  );
  const references = [...cited, ...around];
  return {
    ...common,
    change: { ...change, commits: indices.map((index) => commitAt(table, index)) },
    references,
    lookups: { ...common.lookups, ...constantOf(history, references) },
    facts: indices.map((index) => factsOf(law, table, index, merges)),
    tasks: [],
    lawPaths: [],
  };
}

/** Which of its merges git would have made the same; asked only where it makes a difference. */
async function mergesOf({
  table,
  law,
  confirm,
}: CaseOfRange): Promise<ReadonlyMap<string, Partial<CommitFacts>>> {
  if (!isAnywhereOn(law, "change-size")) return new Map();
  const ids = Array.from(table.flags.subarray(0, table.count)).flatMap((flags, index) =>
    (flags & FLAG.merge) === 0 ? [] : [idAt(table, index)],
  );
  return ids.length === 0 ? new Map() : (await confirm(ids)).facts;
}

function factsOf(
  law: Law,
  table: HistoryTable,
  index: number,
  merges: ReadonlyMap<string, Partial<CommitFacts>>,
): CommitFacts {
  const { paths } = commitAt(table, index);
  const scoped = paths !== null && paths.length > 0 && scopesOf(law)(paths.map(({ path }) => path)).exempt;
  const own: CommitFacts = { ...PLAIN, ...merges.get(idAt(table, index)) };
  return scoped ? { ...own, exempt: { kind: "scope" } } : own;
}

/** Remotes that nobody here can ask are answered for once, not ticket by ticket. */
function constantOf(
  { constant }: CaseOfRange,
  references: Evidence["references"],
): Readonly<Record<string, Lookup>> {
  return Object.fromEntries(
    references.flatMap(({ remote, id }) => {
      const answer = remote === null ? undefined : constant.get(remote);
      return answer === undefined ? [] : [[`${remote}:${id}`, answer] as const];
    }),
  );
}
