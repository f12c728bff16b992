import type { Lookup } from "../core/ticket.ts";
import type { LedgerChange } from "../ledger/diff.ts";
import type { LedgerHeader } from "../ledger/format.ts";
import { wholeRow } from "../ledger/members.ts";
import type { Ledger, LedgerAnswer } from "../ledger/read.ts";
import type { LedgerSigner } from "../ledger/signer.ts";
import type { BuiltLedger } from "../ledger-commands/build.ts";
import { signerText } from "../reports/built-ledger.ts";
import { terminal } from "../reports/escape.ts";
import { count, pad, plural, width } from "../reports/layout.ts";

/** Changes that are shown one by one; more are counted. */
const MOST_CHANGES = 200;

/** What a build left behind, for programs. */
export function builtJson({ header, signer, bytes, home, pushed, notice }: BuiltLedger): object {
  return { home, bytes, pushed, notice, ...signerJson(signer), ledger: summaryOf(header) };
}

/** Whether a ledger counts, for people: what it is, or which mark fails and what mends it. */
export function inspectedText(home: string, answer: LedgerAnswer): string {
  if (answer.status === "invalid")
    return `${terminal(home)} can't be relied on (${answer.code}): ${terminal(answer.detail)}\n  ${terminal(answer.fix)}\n`;
  const { seq, audience, issuedAt, expiresAt, remotes, count: tickets } = answer.header;
  const names = remotes.map(({ name, kind, complete }) => `${name} (${kind}${complete ? "" : ", in part"})`);
  return [
    `${terminal(home)} is good: ledger ${seq} of ${plural(tickets, "ticket")} for ${terminal(audience)}`,
    `  issued ${issuedAt}, expires ${expiresAt}, signed by ${signerText(answer.signer)}`,
    `  holds ${terminal(names.join(", "))}`,
    "",
  ].join("\n");
}

/** The same for programs. */
export function answerJson(answer: LedgerAnswer): object {
  if (answer.status === "invalid") {
    const { status, code, detail, fix } = answer;
    return { status, code, detail, fix };
  }
  return { status: answer.status, ...signerJson(answer.signer), ledger: summaryOf(answer.header) };
}

function signerJson(signer: LedgerSigner): object {
  if (signer.kind === "key") return { key: signer.id };
  const { issuer, subject, at } = signer;
  return { identity: { issuer, subject, at } };
}

function summaryOf({ people, states, types, fields, ...header }: LedgerHeader): object {
  return { ...header, fields, states: states.length, types: types.length, people: people.length };
}

const HEAD = ["ticket", "state", "type", "open for work", "changed"] as const;

/** A table of tickets; without ids of how many there are in each state. */
export function* ticketsText(ledger: Ledger, ids: readonly string[]): Generator<string> {
  if (ids.length === 0) {
    yield* statesText(ledger);
    return;
  }
  const cells = keysOf(ledger, ids).map(([id, found]) => cellsOf(id, found));
  const columns = HEAD.map((head, at) => Math.max(width(head), ...cells.map((row) => width(row[at] ?? ""))));
  for (const row of [HEAD, ...cells])
    yield `  ${row
      .map((text, at) => pad(text, columns[at] ?? 0))
      .join("  ")
      .trimEnd()}\n`;
}

/** The same for programs: what a look-up of each id answers. */
export function ticketsJson(ledger: Ledger, ids: readonly string[]): readonly object[] {
  return keysOf(ledger, ids).map(([id, lookup]) => ({ id, lookup }));
}

/** An id without its remote is looked for in all of them. */
function keysOf(ledger: Ledger, ids: readonly string[]): readonly (readonly [string, Lookup])[] {
  return ids.map((id) => {
    const keys = ledger.header.remotes.flatMap(({ name }) =>
      id.startsWith(`${name}:`) ? [id] : [`${name}:${id}`],
    );
    const found = keys.map((key) => [key, ledger.lookup(key)] as const);
    const [first] = found;
    return (
      found.find(([, { status }]) => status === "found") ??
      found.find(([, { status }]) => status === "absent") ??
      first ?? [id, ledger.lookup(id)]
    );
  });
}

function cellsOf(id: string, found: Lookup): readonly string[] {
  if (found.status !== "found") return [terminal(id), found.status, "-", "-", "-"];
  const { state, type, past, updatedAt } = found.ticket;
  const spans = past?.status === "told" ? past.spans : [];
  const times = spans.map(({ from, until }) => `${from} to ${until ?? "now"}`);
  return [
    terminal(id),
    `${terminal(state.name)} (${state.category})`,
    terminal(type?.name ?? "-"),
    times.length === 0 ? "never" : times.join("; "),
    updatedAt ?? "-",
  ];
}

function* statesText({ header, rows }: Ledger): Generator<string> {
  const counts = new Map<number, number>();
  for (const row of rows()) {
    const { state } = wholeRow(row);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  for (const [place, number] of [...counts].sort(([, a], [, b]) => b - a)) {
    const { name = "?", category = "unknown" } = header.states[place] ?? {};
    yield `  ${pad(count(number), 9, "left")}  ${terminal(name)} (${category})\n`;
  }
}

/** What changed between two ledgers. */
export function changesText(changes: readonly LedgerChange[]): string {
  if (changes.length === 0) return "Both tell the same of every ticket.\n";
  const lines = changes.slice(0, MOST_CHANGES).map(({ id, change, from, to, members }) => {
    const name = terminal(id);
    if (change === "added") return `+ ${name}  ${terminal(to ?? "")}`;
    if (change === "removed") return `- ${name}  ${terminal(from ?? "")}`;
    const state = from === to ? terminal(to ?? "") : `${terminal(from ?? "")} -> ${terminal(to ?? "")}`;
    const rest = members.filter((member) => member !== "state" && member !== "at");
    return `~ ${name}  ${state}${rest.length === 0 ? "" : `  (${terminal(rest.join(", "))})`}`;
  });
  const more = changes.length - lines.length;
  return `${lines.join("\n")}\n${more > 0 ? `and ${plural(more, "more change")}\n` : ""}`;
}
