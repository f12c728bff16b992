import type { Audit } from "../core/audit.ts";
import { isThere } from "./covered.ts";

/** What an audit is mapped by. */
export type MapInput = Pick<Audit, "report" | "history" | "tickets" | "files">;

/**
 * Everything that leads to a ticket, in order: lines of files (`src/a.ts:12`), commits (`commit:<full id>`), pull requests (`pr:12`). Numbers
 * and typed arrays: a chunk's name is made when it is asked for, since a million commits would fill memory with names.
 */
export interface Chunks {
  readonly count: number;
  name(chunk: number): string;
  /** Places in `Audit.tickets`, sorted. */
  tickets(chunk: number): readonly number[];
}

/** Opens the chunks of an audit. What nobody found is no item, so a chunk that names nothing else is none. */
export function chunksOf({ report, history, tickets, files }: MapInput): Chunks {
  const isItem = tickets.map(isThere);
  const items = (named: readonly number[]): readonly number[] =>
    named.filter((ticket) => isItem[ticket] === true);
  const lines: { readonly file: number; readonly line: number; readonly tickets: readonly number[] }[] = [];
  for (let file = 0; files !== null && file < files.count; file++) {
    for (const [line, named] of groupLines(files.named(file))) {
      const own = items(named);
      if (own.length > 0) lines.push({ file, line, tickets: own });
    }
  }
  const commits: number[] = [];
  const changes = new Map<number, Set<number>>();
  for (let index = 0; index < history.count; index++) {
    const own = items(history.tickets(index));
    if (own.length === 0) continue;
    commits.push(index);
    const change = history.change(index);
    if (change === null) continue;
    const known = changes.get(change) ?? new Set();
    changes.set(change, known);
    for (const ticket of own) known.add(ticket);
  }
  const numbers = [...changes.keys()].sort((a, b) => a - b);
  const change = (chunk: number): number => numbers[chunk - lines.length - commits.length] ?? 0;
  return {
    count: lines.length + commits.length + numbers.length,
    name(chunk) {
      const line = lines[chunk];
      if (line !== undefined) return `${files?.path(line.file) ?? ""}:${line.line}`;
      const commit = commits[chunk - lines.length];
      return commit === undefined ? `pr:${change(chunk)}` : `commit:${report.commits?.id(commit) ?? ""}`;
    },
    tickets(chunk) {
      const line = lines[chunk];
      if (line !== undefined) return line.tickets;
      const commit = commits[chunk - lines.length];
      if (commit !== undefined) return items(history.tickets(commit));
      return [...(changes.get(change(chunk)) ?? [])].sort((a, b) => a - b);
    },
  };
}

function groupLines(
  links: readonly { readonly line: number; readonly ticket: number }[],
): ReadonlyMap<number, number[]> {
  const byLine = new Map<number, number[]>();
  for (const { line, ticket } of links) {
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [ticket]);
    else if (!known.includes(ticket)) known.push(ticket);
  }
  for (const tickets of byLine.values()) tickets.sort((a, b) => a - b);
  return byLine;
}

/** What each ticket is called in the map: as people write it, with its remote before it where two trackers have the same. */
export function itemNames(tickets: Audit["tickets"]): readonly string[] {
  const seen = new Map<string, number>();
  for (const { key } of tickets) seen.set(key, (seen.get(key) ?? 0) + 1);
  return tickets.map(({ key, at }) => ((seen.get(key) ?? 0) > 1 ? at : key));
}

/** The chunks of each ticket, by place in `Audit.tickets`. */
export function chunksByTicket(chunks: Chunks, tickets: number): readonly (readonly number[])[] {
  const own: number[][] = Array.from({ length: tickets }, () => []);
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    for (const ticket of chunks.tickets(chunk)) own[ticket]?.push(chunk);
  }
  return own;
}

/** Ticket -> what leads to it: lines (`path:line`), commits (`commit:<id>`), pull requests (`pr:12`). Tickets without any are left out. */
export function itemToChunks(audit: MapInput): ReadonlyMap<string, readonly string[]> {
  const chunks = chunksOf(audit);
  const names = itemNames(audit.tickets);
  const own = chunksByTicket(chunks, audit.tickets.length);
  return new Map(
    own.flatMap((list, ticket) =>
      list.length === 0 ? [] : [[names[ticket] ?? "", list.map(chunks.name)] as const],
    ),
  );
}

/** The same the other way round: line, commit or pull request -> tickets. */
export function chunkToItems(audit: MapInput): ReadonlyMap<string, readonly string[]> {
  const chunks = chunksOf(audit);
  const names = itemNames(audit.tickets);
  return new Map(
    Array.from({ length: chunks.count }, (_, chunk) => [
      chunks.name(chunk),
      chunks.tickets(chunk).map((ticket) => names[ticket] ?? ""),
    ]),
  );
}
