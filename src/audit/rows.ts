import { isOfMessage } from "../core/reference.ts";
import type { CommitReference } from "../core/report.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Confirmed } from "../gather/commit-facts.ts";
import { authorOf, type HistoryTable } from "../history/table.ts";
import type { JudgedHistory } from "../history/verdicts.ts";
import { identityOf, numberKeys } from "./keys.ts";
import type { AuditRows, Proof } from "./partial.ts";

/** git passes by blanks behind a name: with one or with two it is the same person. */
const BEFORE_MAIL = /[ \t]{2,}</;

/** A judged history as rows of a partial; what commits changed comes beside it. `picks`: see `silentPicks`. */
export function rowsOf(
  table: HistoryTable,
  judged: JudgedHistory,
  picks: ReadonlyMap<number, string>,
): Omit<AuditRows, "paths" | "lines" | "brought"> {
  if (table.told === null) throw new TypeError("an audit's history is read with what it tells");
  const { commits } = judged;
  const numbers = Float64Array.from({ length: table.count }, (_, row) => commits.key(row));
  const identities = judged.keys.map(({ findings }) => identityOf(findings));
  return {
    count: table.count,
    idBytes: table.idBytes,
    ids: table.ids,
    committed: table.committed,
    recorded: recordedOf(commits.recordedAt, table.count),
    author: table.author,
    authors: table.authors.map((makers) => authorOf(makers).replace(BEFORE_MAIL, " <")),
    ...numberKeys(numbers, identities, judged.findingsOf),
    named: table.cited,
    sets: table.citedSets.map(namedIn),
    told: table.told,
    proofs: proofsOf(judged.confirmed, picks),
  };
}

function recordedOf(
  recordedAt: ((index: number) => number | null) | null,
  count: number,
): AuditRows["recorded"] {
  return recordedAt && Float64Array.from({ length: count }, (_, row) => recordedAt(row) ?? Number.NaN);
}

function namedIn(cited: HistoryTable["citedSets"][number]): readonly CommitReference[] {
  return cited.flatMap(({ remote, id, place }) =>
    remote === null || !isOfMessage(place) ? [] : [{ at: lookupKey(remote, id), place }],
  );
}

function proofsOf(
  confirmed: ReadonlyMap<number, Confirmed>,
  picks: ReadonlyMap<number, string>,
): readonly Proof[] {
  const proofs = [...confirmed].flatMap(([row, facts]) => proofOf(row, facts));
  // What the message says and git confirms goes before what it leaves out: a revert that was picked is a revert.
  const told = new Set(proofs.map(({ row }) => row));
  const silent = [...picks].flatMap(([row, target]) =>
    told.has(row) ? [] : [{ row, kind: "cherry-pick", target, tickets: [] } as const],
  );
  return [...proofs, ...silent].sort((a, b) => a.row - b.row || (a.kind < b.kind ? -1 : 1));
}

function proofOf(row: number, { inherits, evilMerge }: Confirmed): readonly Proof[] {
  if (evilMerge) return [{ row, kind: "evil-merge", target: null, tickets: [] }];
  if (inherits === null) return [];
  const tickets = inherits.references.flatMap(({ remote, id }) =>
    remote === null ? [] : [lookupKey(remote, id)],
  );
  return [{ row, kind: inherits.kind, target: inherits.target, tickets: [...new Set(tickets)].sort() }];
}
