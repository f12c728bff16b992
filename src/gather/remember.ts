import type { Source } from "../core/ports.ts";
import { type Lookup, SILENT } from "../core/ticket.ts";
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
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * A source that remembers what tickets were found. Absences and refusals are never remembered: whoever has just mended
 * one would be told the old answer. They make what was found before forgotten. Memory that can't be written is no reason
 * not to answer.
 */
export function remembering(source: Source, memory: Memory): Source {
  return { ...source, many: (ids) => manyOf(source, memory, ids) };
}

async function manyOf(
  source: Source,
  { cache, breaker, terms, now }: Memory,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  const began = now();
  const told = cache.read();
  const ageOf = ({ at }: ToldTicket): number => began - Date.parse(at);
  const within = (id: string, ms: number): ToldTicket | null => {
    const known = told.get(id);
    return known !== undefined && ageOf(known) >= 0 && ageOf(known) <= ms ? known : null;
  };
  const asked = [...new Set(ids)].filter((id) => within(id, terms.freshMs) === null);
  const answers = asked.length === 0 ? NOTHING : await askUnlessPaused(source, breaker, asked, began);
  keepTold(cache, answers, began);
  return new Map(
    [...new Set(ids)].map((id) => {
      const answer = answers.get(id) ?? null;
      if (answer !== null && answer.status !== "unavailable") return [id, answer];
      const known = within(id, answer === null ? terms.freshMs : terms.staleMs);
      return [id, known === null ? (answer ?? SILENT) : remembered(known, answer !== null)];
    }),
  );
}

const NOTHING: ReadonlyMap<string, Lookup> = new Map();

function remembered({ at, ticket }: ToldTicket, stale: boolean): Lookup {
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
    const detail = `${source.remote} gave no answer at ${clockTime(pause.since)}; it is asked again at ${clockTime(pause.until)} (UTC)`;
    return new Map(ids.map((id) => [id, { status: "unavailable", detail }]));
  }
  const answers = await source.many(ids);
  const silent = [...answers.values()].every(({ status }) => status === "unavailable");
  quietly(() => (silent ? breaker.trip(now) : breaker.reset()));
  return answers;
}

function clockTime(at: string): string {
  return at.slice(11, 19);
}

function keepTold(cache: TicketCache, answers: ReadonlyMap<string, Lookup>, now: number): void {
  const at = new Date(now).toISOString();
  const found = new Map<string, ToldTicket>();
  for (const [id, answer] of answers)
    if (answer.status === "found" && answer.asOf === undefined) found.set(id, { at, ticket: answer.ticket });
  const gone = [...answers].flatMap(([id, { status }]) =>
    status === "absent" || status === "forbidden" ? [id] : [],
  );
  quietly(() => cache.keep(found, gone));
}

/** A disk that is full or read-only costs the memory, not the answer. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The next run asks again.
  }
}
