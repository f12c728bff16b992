import { describe, expect, test } from "vitest";
import type { Law } from "../../src/core/law.ts";
import { PARENT_RULE } from "../../src/core/rule-ids.ts";
import { type Lookup, lookupKey } from "../../src/core/ticket.ts";
import type { Wanted } from "../../src/gather/lookups.ts";
import { withParents } from "../../src/gather/parents.ts";
import { law } from "../core/law.ts";
import { found, ticket } from "../rules/evidence.ts";

/** Who is part of what. */
const PARENTS: Readonly<Record<string, string>> = {
  A: "E",
  B: "E",
  C: "F",
  E: "G",
  F: "G",
  G: "H",
  X: "Y",
  Y: "X",
};

function asking(levels: number | null): Law {
  const options = { levels, required: false };
  const rule = { level: levels === null ? "off" : "warn", unknown: "warn", options } as const;
  return law({ rules: { [PARENT_RULE]: rule } });
}

function known(...ids: readonly string[]): Readonly<Record<string, Lookup>> {
  return found(...ids.map((id) => ticket(id, "open", { parent: PARENTS[id] ?? null })));
}

/** What was asked, a list a question. */
async function questions(levels: number | null, named: readonly string[], told: readonly string[] = []) {
  const asked: string[][] = [];
  const ask = async (wanted: readonly Wanted[]) => {
    asked.push(wanted.map(({ id }) => id));
    return known(...wanted.map(({ id }) => id));
  };
  const lookups = await withParents(asking(levels), known(...named), ask, known(...told));
  return { asked, lookups };
}

describe("parents are asked for", () => {
  test("where no rule wants them", async () => {
    const { asked, lookups } = await questions(null, ["A", "C"]);
    expect(asked).toEqual([]);
    expect(lookups).toEqual(known("A", "C"));
  });

  test("one by one, or twice for two children", async () => {
    expect((await questions(1, ["A", "B", "C"])).asked).toEqual([["E", "F"]]);
  });

  test("with more than one question a level", async () => {
    const { asked, lookups } = await questions(3, ["A", "B", "C"]);
    expect(asked).toEqual([["E", "F"], ["G"], ["H"]]);
    expect(Object.keys(lookups).sort()).toEqual(
      ["A", "B", "C", "E", "F", "G", "H"].map((id) => lookupKey("tasks", id)),
    );
  });

  test("though the message names them", async () => {
    expect((await questions(1, ["A", "E"])).asked).toEqual([["G"]]);
  });

  test("though they are known, and what is above them is not", async () => {
    expect((await questions(2, ["A"], ["E"])).asked).toEqual([["G"]]);
  });

  test("for ever, round and round", async () => {
    expect((await questions(5, ["X"])).asked).toEqual([["Y"]]);
  });

  test("above the top", async () => {
    expect((await questions(5, ["H"])).asked).toEqual([]);
  });
});

test("only a scope asks for parents, and nobody looks them up", async () => {
  const rule = { level: "enforce", unknown: "block", options: { levels: 2 } } as const;
  const scope = { paths: ["a/**"], globs: ["^a/"], exempt: false };
  const scoped = { ...asking(null), scopes: [{ ...scope, rules: { [PARENT_RULE]: rule } }] };
  const ask = async (wanted: readonly Wanted[]) => known(...wanted.map(({ id }) => id));
  const lookups = await withParents(scoped, known("A"), ask);
  expect(Object.keys(lookups)).toEqual(["A", "E", "G"].map((id) => lookupKey("tasks", id)));
});
