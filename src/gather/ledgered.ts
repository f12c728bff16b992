import type { Source } from "../core/ports.ts";
import { type Lookup, lookupKey, type Past } from "../core/ticket.ts";

/** A ledger as look-ups need it, or why there is none that counts: a sentence, and the command that mends it. */
export type Book =
  | { readonly status: "valid"; lookup(key: string): Lookup }
  | { readonly status: "invalid"; readonly detail: string; readonly fix: string };

/** Opens the ledger that the law names, once; null: it names none. */
export type OpenBook = () => Promise<Book | null>;

/**
 * A source whose tickets are looked for in the ledger first: what is found there needs no network. What is not may be newer than the
 * ledger, so that is asked of the tracker. For where people wait.
 */
export function ledgerFirst(source: Source, open: OpenBook): Source {
  const told = async (ids: readonly string[]): Promise<Map<string, Lookup>> => {
    const book = await open();
    const answers = ids.map((id) => [id, answerIn(book, source.remote, id)] as const);
    return new Map(answers.flatMap(([id, answer]) => (answer?.status === "found" ? [[id, answer]] : [])));
  };
  return {
    ...source,
    async many(ids) {
      const known = await told(ids);
      const rest = ids.filter((id) => !known.has(id));
      const asked = rest.length === 0 ? new Map<string, Lookup>() : await source.many(rest);
      return new Map([...known, ...asked]);
    },
  };
}

/** A source for whose silence a ledger stands in: no network, no token, or no right to see the ticket. */
export function ledgerBehind(source: Source, open: OpenBook): Source {
  const { remote } = source;
  return {
    ...source,
    async many(ids) {
      const answers = ids.length === 0 ? new Map<string, Lookup>() : await source.many(ids);
      const silent = [...answers].filter(([, answer]) => isSilent(answer));
      if (silent.length === 0) return answers;
      const book = await open();
      return new Map([
        ...answers,
        ...silent.map(([id, answer]) => [id, standIn(book, remote, id, answer)] as const),
      ]);
    },
    async deaf(count) {
      const answer = (await source.deaf?.(count)) ?? null;
      if (answer === null) return null;
      const book = await open();
      return book?.status === "valid" ? null : withReason(answer, book);
    },
    async pasts(ids) {
      const asked =
        ids.length === 0 ? new Map<string, Past>() : ((await source.pasts?.(ids)) ?? new Map<string, Past>());
      const untold = ids.filter((id) => asked.get(id)?.status !== "told");
      if (untold.length === 0) return asked;
      const book = await open();
      const told = untold.flatMap((id) => pastIn(book, remote, id) ?? []);
      return new Map([...asked, ...told.map(({ id, past }) => [id, past] as const)]);
    },
  };
}

/** Facts of the tracker itself are answers: found, and absent. */
function isSilent({ status }: Lookup): boolean {
  return status === "unavailable" || status === "credentials" || status === "forbidden";
}

function answerIn(book: Book | null, remote: string, id: string): Lookup | null {
  return book?.status === "valid" ? book.lookup(lookupKey(remote, id)) : null;
}

function standIn(book: Book | null, remote: string, id: string, answer: Lookup): Lookup {
  const told = answerIn(book, remote, id);
  if (told === null) return withReason(answer, book);
  if (told.status === "found") return told;
  // What this credential may not see may still be there: for others it was not, when the ledger was made.
  if (told.status === "absent") return answer.status === "forbidden" ? answer : told;
  return joined(answer, told);
}

/** Neither the tracker nor the ledger knows: both reasons are told. A refusal is no fact where the ledger could have told. */
function joined(answer: Lookup, told: Lookup): Lookup {
  return "detail" in told && told.detail !== undefined ? withDetail(answer, told.detail) : answer;
}

function withReason(answer: Lookup, book: Book | null): Lookup {
  return book?.status === "invalid" ? withDetail(answer, `${book.detail} (${book.fix})`) : answer;
}

function withDetail(answer: Lookup, more: string): Lookup {
  switch (answer.status) {
    case "forbidden":
    case "credentials":
    case "unavailable":
      return { ...answer, detail: `${sentence(answer.detail)} ${sentence(capital(more))}` };
    case "found":
    case "claimed":
    case "absent":
      return answer;
  }
}

function sentence(text: string): string {
  return /[.!?)]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function pastIn(
  book: Book | null,
  remote: string,
  id: string,
): { readonly id: string; readonly past: Past } | null {
  const told = answerIn(book, remote, id);
  return told?.status === "found" && told.ticket.past !== undefined ? { id, past: told.ticket.past } : null;
}
