import { describe, expect, test } from "vitest";
import type { Found } from "../../src/core/reference.ts";
import { compileScanner } from "../../src/references/scan.ts";
import { corpus } from "./corpus/index.ts";

interface Case {
  readonly fear: string;
  readonly text: string;
  readonly wanted: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

/** A wanted id names its provider only where two could have told it. */
function named({ provider, id }: Found, wanted: ReadonlySet<string>): string {
  return wanted.has(`${provider}:${id}`) ? `${provider}:${id}` : id;
}

const cases: readonly Case[] = corpus.flatMap(({ fear, kind, config, path, commentChar, cases: list }) => {
  const scan = compileScanner(config);
  const options = {
    ...(path === undefined ? {} : { path }),
    ...(commentChar === undefined ? {} : { commentChar }),
  };
  return list.map(([text, ids]) => {
    const wanted = new Set(ids.split(" ").filter((id) => id !== ""));
    return { fear, text, wanted, found: new Set(scan(text, kind, options).map((one) => named(one, wanted))) };
  });
});

describe("the corpus", () => {
  for (const { fear } of corpus) {
    test(fear, () => {
      for (const { text, wanted, found } of cases.filter((one) => one.fear === fear)) {
        expect({ text, found: [...found].sort() }).toEqual({ text, found: [...wanted].sort() });
      }
    });
  }

  test("precision and recall of unique ids are 1", () => {
    const right = sum(cases.map(({ wanted, found }) => [...found].filter((id) => wanted.has(id)).length));
    const precision = right / sum(cases.map(({ found }) => found.size));
    const recall = right / sum(cases.map(({ wanted }) => wanted.size));
    process.stdout.write(
      `\n${cases.length} cases, ${right} references: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`,
    );
    expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
    expect(cases.length).toBeGreaterThanOrEqual(400);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
