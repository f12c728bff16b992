import type { Source } from "../core/ports.ts";
import { quietly } from "../core/quietly.ts";
import { type Lookup, type Past, SILENT } from "../core/ticket.ts";
import type { Breaker } from "../store/breaker.ts";
import type { TicketCache, ToldTicket } from "../store/ticket-cache.ts";

/** How long a tracker's answers count, in milliseconds. */
export interface CacheTerms {
  /** Up to this age the tracker is not asked again. */
  readonly freshMs: number;
  /** Up to this age an answer stands in where the tracker gives none. */
  readonly staleMs: number;
}

/** What a source's answers are remembered with. */
export interface Memory {
  readonly cache: TicketCache;
  readonly breaker: Breaker;
  readonly terms: CacheTerms;
  /** Digest of the law: under another one a ledger may not count. */
  readonly law: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * A source that remembers what tickets were found. Absences and refusals are never remembered: whoever has just mended
 * one would be told the old answer. They make what was found before forgotten. Memory that can't be written is no reason
 * not to answer.
 */
export function remembering(source: Source, memory: Memory): Source {
  return {
    ...source,
    many: (ids) => manyOf(source, memory, ids),
    pasts: (ids) => pastsOf(source, memory, ids),
  };
}

/** A tracker that gave no answer a moment ago is not waited for again. */
async function pastsOf(
  source: Source,
  { breaker, now }: Memory,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Past>> {
  const pause = breaker.pause(now());
  if (pause === null && source.pasts !== undefined) return source.pasts(ids);
  const detail =
    pause === null ? "Nothing here asks this tracker for the past of a ticket." : paused(source, pause);
  return new Map(ids.map((id) => [id, { status: "untold", detail }]));
}

async function manyOf(
  source: Source,
  { cache, breaker, terms, law, now }: Memory,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  const began = now();
  const told = cache.read();
  const ageOf = ({ at }: ToldTicket): number => began - Date.parse(at);
  const within = (id: string, ms: number): ToldTicket | null => {
    const known = told.get(id);
    if (known === undefined || !(ageOf(known) >= 0 && ageOf(known) <= ms)) return null;
    return known.ledger === undefined || counts(known.ledger, law, began) ? known : null;
  };
  const asked = [...new Set(ids)].filter((id) => within(id, terms.freshMs) === null);
  const answers = asked.length === 0 ? NOTHING : await askUnlessPaused(source, breaker, asked, began);
  keepTold(cache, answers, began, law);
  return new Map(
    [...new Set(ids)].map((id) => {
      const answer = answers.get(id) ?? null;
      if (answer !== null && answer.status !== "unavailable") return [id, answer];
      const kept = within(id, answer === null ? terms.freshMs : terms.staleMs);
      const known = answer !== null && kept?.ledger !== undefined ? null : kept;
      return [id, known === null ? (answer ?? SILENT) : remembered(known, answer !== null)];
    }),
  );
}

/** What a ledger told counts no longer than it does, and under the law that named it. */
function counts({ until, law }: NonNullable<ToldTicket["ledger"]>, now: string, at: number): boolean {
  return law === now && at <= Date.parse(until);
}

const NOTHING: ReadonlyMap<string, Lookup> = new Map();

/** A ledger has an end of its own, so what it told is no answer once it has to be asked again. */
function remembered({ at, ticket, ledger }: ToldTicket, stale: boolean): Lookup {
  if (ledger !== undefined)
    return { status: "found", ticket, source: "ledger", asOf: ledger.asOf, until: ledger.until };
  const found: Lookup = { status: "found", ticket, source: "api", asOf: at };
  return stale ? { ...found, stale: true } : found;
}

async function askUnlessPaused(
  source: Source,
  breaker: Breaker,
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Lookup>> {
  const pause = breaker.pause(now);
  if (pause !== null) {
    const detail = paused(source, pause);
    return new Map(ids.map((id) => [id, { status: "unavailable", detail }]));
  }
  const answers = await source.many(ids);
  const own = [...answers.values()].filter((answer) => !isOfLedger(answer));
  if (own.length === 0) return answers;
  const silent = own.every(({ status }) => status === "unavailable");
  quietly(() => (silent ? breaker.trip(now) : breaker.reset()));
  return answers;
}

/** It says nothing of whether the tracker is there. */
function isOfLedger(answer: Lookup): boolean {
  return answer.status === "found" && answer.source === "ledger";
}

function paused(
  { remote }: Source,
  { since, until }: { readonly since: string; readonly until: string },
): string {
  return `${remote} gave no answer at ${clockTime(since)}; it is asked again at ${clockTime(until)} (UTC)`;
}

function clockTime(at: string): string {
  return at.slice(11, 19);
}

function keepTold(cache: TicketCache, answers: ReadonlyMap<string, Lookup>, now: number, law: string): void {
  const at = new Date(now).toISOString();
  const found = new Map<string, ToldTicket>();
  for (const [id, answer] of answers) {
    if (answer.status !== "found") continue;
    const { ticket, source, asOf, until } = answer;
    if (source !== "ledger" && asOf === undefined) found.set(id, { at, ticket });
    if (source === "ledger" && asOf !== undefined && until !== undefined)
      found.set(id, { at, ticket, ledger: { asOf, until, law } });
  }
  const gone = [...answers].flatMap(([id, { status }]) =>
    status === "absent" || status === "forbidden" ? [id] : [],
  );
  quietly(() => cache.keep(found, gone));
}
