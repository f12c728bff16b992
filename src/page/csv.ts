import { timeOf } from "../core/time.ts";
import { csvField } from "../reports/escape.ts";
import { standingAt } from "./bits.tsx";
import type { Commits } from "./history.ts";
import type { Tickets } from "./tickets.ts";

const COLUMNS = ["sha", "date", "author", "subject", "standing", "tickets", "change", "added", "deleted"];

/** Rows that become one piece of the file. */
const PIECE = 5000;

/** Commits as CSV (RFC 4180), in the order in which they are shown; no cell is a formula. */
export function csvOf(rows: Uint32Array, commits: Commits, tickets: Tickets): readonly string[] {
  const pieces = [lineOf(COLUMNS)];
  for (let from = 0; from < rows.length; from += PIECE) {
    const lines = Array.from(rows.subarray(from, from + PIECE), (row) =>
      lineOf(fieldsOf(row, commits, tickets)),
    );
    pieces.push(lines.join(""));
  }
  return pieces;
}

function lineOf(fields: readonly (string | number)[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

function fieldsOf(row: number, commits: Commits, tickets: Tickets): readonly (string | number)[] {
  const known = (value: number | undefined): number | string =>
    value === undefined || value < 0 ? "" : value;
  return [
    commits.ids.at(row),
    timeOf(commits.times[row] ?? 0),
    commits.names[commits.authors[row] ?? -1] ?? "",
    commits.subject(row),
    standingAt(commits.standings[row]),
    tickets.keysOf(commits, row).join("; "),
    known(commits.changes[row]),
    known(commits.added?.[row]),
    known(commits.deleted?.[row]),
  ];
}

/** Has the browser keep a file; nothing is sent anywhere. */
export function saveFile(name: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
