import type { Audit } from "../core/audit.ts";

/** What the reverts of a history leave of it. */
export interface Reverts {
  /** Whether a revert that counts undid anything. */
  readonly any: boolean;
  /** A revert that counts undid the commit. */
  isUndone(index: number): boolean;
  /** The commit is a revert that nothing reverted, and it undid work for the ticket: it is none itself. */
  undoesFor(index: number, ticket: number): boolean;
}

/**
 * Follows the reverts that git confirms, newest first: one that was itself reverted undoes nothing, so a commit that was reverted and
 * brought back stands. One pass, and memory for reverts alone.
 */
export function revertsOf({ history, report }: Pick<Audit, "history" | "report">): Reverts {
  const commits = report.commits;
  /** By the id of a commit: the revert that undid it. */
  const undoneBy = new Map<string, number>();
  const undone = new Set<number>();
  const work = new Map<number, readonly number[]>();
  for (let index = 0; commits !== null && index < history.count; index++) {
    const revert = undoneBy.size === 0 ? undefined : undoneBy.get(commits.id(index));
    if (revert !== undefined) {
      undone.add(index);
      work.set(revert, [...(work.get(revert) ?? []), ...history.tickets(index)]);
      continue;
    }
    const lineage = history.lineage(index);
    if (lineage?.kind !== "revert" || !lineage.proved) continue;
    for (const id of lineage.of) if (!undoneBy.has(id)) undoneBy.set(id, index);
  }
  const any = undone.size > 0;
  return {
    any,
    isUndone: (index) => any && undone.has(index),
    undoesFor: (index, ticket) => work.get(index)?.includes(ticket) ?? false,
  };
}
