import type { Audit, AuditTicket } from "../core/audit.ts";
import { OWN_KEY, type PageTickets, type PageWords } from "../core/audit-page.ts";
import { secondsOf } from "../core/time.ts";
import { shown } from "./audit-page-columns.ts";
import { pageOf } from "./escape.ts";
import { digits, several } from "./page-numbers.ts";
import { SOURCES } from "./summary.ts";

/** Digits of a digest that are shown: enough to find it in report.json, where it stands whole. */
const DIGEST_DIGITS = 12;

/** Pull requests that are told of a ticket; report.json has all. */
const MOST_CHANGES = 24;

/** Every ticket, field by field. */
export function ticketsOf({ tickets }: Audit): PageTickets {
  const words = (text: (ticket: AuditTicket) => string | null): PageWords => wordsOf(tickets, text);
  const numbers = (value: (ticket: AuditTicket) => number | null): string =>
    tickets.map((ticket) => digits(value(ticket))).join(",");
  const lists = (values: (ticket: AuditTicket) => readonly number[]): string =>
    tickets.map((ticket) => several(values(ticket))).join(",");
  const start = (text: string | undefined): string | null => text?.slice(0, DIGEST_DIGITS) ?? null;
  return {
    count: tickets.length,
    at: words(({ at }) => shown(at)),
    key: tickets.map(({ key }) => shown(key)),
    title: tickets.map(({ title }) => (title === null ? null : shown(title))),
    digest: tickets.map(({ digest }) => start(digest ?? undefined)),
    spec: words(({ spec }) => (spec === null ? null : shown(spec.path ?? spec.source))),
    specDigest: tickets.map(({ spec }) => start(spec?.digest)),
    status: words(({ status }) => status),
    told: words(({ source }) => (source === null ? null : SOURCES[source])),
    url: words(({ url }) => pageOf(url)),
    type: words(({ type }) => (type === null ? null : shown(type))),
    state: words(({ state }) => (state === null ? null : `${shown(state.name)}\t${state.category}`)),
    path: words(({ path }) => (path === null ? null : shown(path))),
    createdAt: numbers(({ createdAt }) => (createdAt === null ? null : secondsOf(createdAt))),
    criteria: lists(({ criteria }) => (criteria === null ? [] : [criteria.done, criteria.total])),
    commits: numbers(({ commits }) => commits),
    standing: numbers(({ standing }) => standing),
    lastAt: numbers(({ lastAt }) => lastAt),
    changes: lists(({ changes }) => changes.slice(0, MOST_CHANGES)),
    files: numbers(({ files }) => files),
    lines: lists(({ lines }) => (lines === null ? [] : [lines.added, lines.deleted])),
    live: numbers(({ live }) => live),
  };
}

/** Addresses and paths of tickets differ by nothing but their keys, so most are one word. */
function wordsOf(tickets: readonly AuditTicket[], text: (ticket: AuditTicket) => string | null): PageWords {
  const words = new Map<string, number>();
  const rows = tickets.map((ticket) => {
    const own = text(ticket);
    if (own === null) return "";
    const word = own.replace(shown(ticket.key), OWN_KEY);
    const place = words.get(word) ?? words.size;
    words.set(word, place);
    return digits(place);
  });
  return { words: [...words.keys()], rows: rows.join(",") };
}
