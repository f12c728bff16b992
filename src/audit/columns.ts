import type { AuditHistory } from "../core/audit.ts";
import type { FactsKey } from "../core/report.ts";
import { commitStanding } from "../core/standing.ts";
import { readTexts } from "../history/texts.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import { lineagesOf } from "./lineage.ts";
import type { AuditRows } from "./partial.ts";

/** What an audit knows of each commit, read from the rows when it is asked for. */
export function historyOf(
  rows: AuditRows,
  keys: readonly FactsKey[],
  tickets: readonly TicketFacts[],
): AuditHistory {
  const standings = keys.map(({ findings }) => commitStanding(findings));
  const lineages = lineagesOf(rows);
  const numbers = new Map(tickets.map(({ at }, index) => [at, index]));
  const numbersOf = (names: readonly string[]): readonly number[] => {
    const own = names.flatMap((at) => numbers.get(at) ?? []);
    return own.length < 2 ? own : [...new Set(own)].sort((a, b) => a - b);
  };
  const ofSets = rows.sets.map((set) => numbersOf(set.map(({ at }) => at)));
  const { lines } = rows;
  const subject = readTexts(rows.told.subjects);
  return {
    count: rows.count,
    subject,
    standing: (index) => standings[rows.key[index] ?? 0] ?? "unknown",
    tickets(index) {
      const own = rows.named[index] ?? 0;
      const inherited = lineages.inherited(index);
      if (inherited.length === 0) return ofSets[own] ?? [];
      return numbersOf([...(rows.sets[own] ?? []).map(({ at }) => at), ...inherited]);
    },
    change: lineages.change,
    lineage: lineages.lineage,
    lines: (index) =>
      lines === null ? null : { added: lines.added[index] ?? 0, deleted: lines.deleted[index] ?? 0 },
  };
}
