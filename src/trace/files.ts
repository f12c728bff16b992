import type { AuditFiles, AuditTicket, FileLink } from "../core/audit.ts";
import type { ScannedFiles } from "./file-columns.ts";

/** What the files of an audit are put together from. */
export interface FilesInput {
  readonly scanned: ScannedFiles;
  /** Sorted by `at`. */
  readonly tickets: readonly Pick<AuditTicket, "at" | "path">[];
  readonly through: AuditFiles["through"] | null;
  readonly live: AuditFiles["live"] | null;
}

const NOTHING: readonly FileLink[] = [];

/** The files of an audit. A task's own file is the ticket and no link to it; what turned out to be no ticket is left out. */
export function filesOf({ scanned, tickets, through, live }: FilesInput): AuditFiles {
  const places = new Map(tickets.map(({ at }, index) => [at, index]));
  const numbers = scanned.references.map(({ at }) => places.get(at) ?? -1);
  const named = new Map<number, readonly FileLink[]>();
  for (const [file, links] of scanned.named) {
    const own = links.flatMap(({ reference, line, where }) => {
      const ticket = tickets[numbers[reference] ?? -1];
      if (ticket === undefined || ticket.path === scanned.paths[file]) return [];
      return [{ ticket: numbers[reference] ?? -1, line, where }];
    });
    if (own.length > 0) named.set(file, own);
  }
  return {
    count: scanned.paths.length,
    path: (index) => scanned.paths[index] ?? "",
    lines: (index) => {
      const lines = scanned.lines?.[index] ?? -1;
      return lines < 0 ? null : lines;
    },
    named: (index) => named.get(index) ?? NOTHING,
    through: through ?? (() => null),
    live: live ?? (() => null),
    exempt: (index) => scanned.exempt[index] === 1,
  };
}
