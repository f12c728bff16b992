import type { Person, Ticket } from "../core/ticket.ts";
import { type LedgerHeader, ledgerPerson } from "./format.ts";

/** Gives states, types and people the places by which rows name them. */
export interface LedgerTables {
  state(state: Ticket["state"]): number;
  type(type: NonNullable<Ticket["type"]>): number;
  person(person: Person): number;
  /** What has a place so far, in order. */
  lists(): Pick<LedgerHeader, "states" | "types" | "people">;
}

/** Opens empty tables. */
export function openTables(): LedgerTables {
  const states = table<LedgerHeader["states"][number]>();
  const types = table<LedgerHeader["types"][number]>();
  const people = table<LedgerHeader["people"][number]>();
  return {
    state: ({ name, category }) => states.placeOf({ name, category }),
    type: ({ name, category }) => types.placeOf({ name, category }),
    person: (person) => people.placeOf(ledgerPerson(person)),
    lists: () => ({ states: states.all, types: types.all, people: people.all }),
  };
}

function table<T>(): { readonly all: readonly T[]; placeOf(value: T): number } {
  const all: T[] = [];
  const places = new Map<string, number>();
  return {
    all,
    placeOf(value) {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, all.length);
      all.push(value);
      return all.length - 1;
    },
  };
}
