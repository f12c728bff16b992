import { createHash } from "node:crypto";
import type { AuditFiles, AuditHistory, Standing } from "../core/audit.ts";
import type { Report } from "../core/report.ts";
import { type LiveLines, ownersIn } from "../trace/blame.ts";
import type { ScannedFiles } from "../trace/file-columns.ts";
import { filesOf } from "../trace/files.ts";
import { noStandings } from "../trace/standings.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import type { AuditRows, Shard } from "./partial.ts";

/** Eight hex digits of a digest are enough to deal files out evenly. */
const DEALT_DIGITS = 8;

/** Whether a shard is the one that looks into the lines of a file. */
export function isOfShard({ number, of }: Shard, path: string): boolean {
  if (of === 1) return true;
  const digest = createHash("sha256").update(path).digest("hex").slice(0, DEALT_DIGITS);
  return Number.parseInt(digest, 16) % of === number - 1;
}

/** What the files of an audit are joined from. */
export interface TreeInput {
  readonly scanned: ScannedFiles;
  readonly blamed: LiveLines | null;
  readonly rows: AuditRows;
  readonly report: Report;
  readonly history: AuditHistory;
  readonly tickets: readonly TicketFacts[];
}

/** A tree with the history that made it. */
export interface JoinedTree {
  readonly files: AuditFiles;
  /** Lines that stand today by a ticket's commits; null: nobody blamed. */
  readonly live: ((ticket: number) => number) | null;
}

/** Joins the files of a tree with the commits that changed them and those that their lines are from. */
export function joinTree(input: TreeInput): JoinedTree {
  const { scanned, tickets } = input;
  const through = throughOf(input);
  const lines = input.blamed === null ? null : liveOf(input, input.blamed);
  return {
    files: filesOf({ scanned, tickets, through, live: lines?.files ?? null }),
    live: lines && ((ticket) => lines.tickets[ticket] ?? 0),
  };
}

const NONE: readonly number[] = [];

/** Tickets of all commits that changed a path, by its place in the tree. */
function throughOf({ scanned, rows, history }: TreeInput): AuditFiles["through"] | null {
  const { paths } = rows;
  if (paths === null) return null;
  const places = new Map(scanned.paths.map((path, index) => [path, index]));
  const files = paths.names.map((name) => places.get(name) ?? -1);
  const tickets = scanned.paths.map(() => new Set<number>());
  for (let index = 0; index < rows.count; index++) {
    const own = history.tickets(index);
    if (own.length === 0) continue;
    for (const name of paths.entries.subarray(paths.start[index] ?? 0, paths.start[index + 1] ?? 0)) {
      const file = tickets[files[name] ?? -1];
      for (const ticket of own) file?.add(ticket);
    }
  }
  const sorted = tickets.map((own) => [...own].sort((a, b) => a - b));
  return (index) => sorted[index] ?? NONE;
}

/** Lines of commits that are not among the audited ones are nobody's to judge. */
function liveOf({ scanned, report, history, tickets }: TreeInput, blamed: LiveLines) {
  const rows = rowsByCommit(report, blamed);
  const byTicket = new Float64Array(tickets.length);
  const files = scanned.paths.map((path) => {
    const pairs = blamed.files.get(path);
    if (pairs === undefined) return null;
    const counts: Record<Standing, number> = noStandings();
    for (const [id, lines] of ownersIn(blamed.commits, pairs)) {
      const row = rows.get(id);
      counts[row === undefined ? "unknown" : history.standing(row)] += lines;
      for (const ticket of row === undefined ? NONE : history.tickets(row))
        byTicket[ticket] = (byTicket[ticket] ?? 0) + lines;
    }
    return counts;
  });
  return { files: (index: number) => files[index] ?? null, tickets: byTicket };
}

function rowsByCommit({ commits }: Report, blamed: LiveLines): ReadonlyMap<string, number> {
  const wanted = new Set(blamed.commits);
  const rows = new Map<string, number>();
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    const id = commits?.id(index) ?? "";
    if (wanted.has(id)) rows.set(id, index);
  }
  return rows;
}
