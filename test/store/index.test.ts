import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INDEX_FORMAT, type IndexHeader, type IndexRow, LONGEST_ROW } from "../../src/store/compiled.ts";
import { encodeIndex } from "../../src/store/encode-index.ts";
import { openIndex } from "../../src/store/index-reader.ts";

const HEADER: Omit<IndexHeader, "rows"> = {
  format: INDEX_FORMAT,
  version: "1.2.3",
  root: "/w",
  gitDir: "/w/.git",
  env: { HOME: null, XDG_CONFIG_HOME: null },
  slow: null,
  settled: true,
  law: "d",
  scan: {},
  spots: ["subject"],
  trailer: "Refs",
  freeBranches: null,
  freshMs: 0,
  comment: "#",
  configs: [],
  sources: [],
  ways: [],
};

function row(key: string, more: Partial<IndexRow> = {}): IndexRow {
  return {
    key,
    authorised: true,
    print: "1 2 3 4 5",
    validUntil: null,
    path: `backlog/tasks/${key}.md`,
    ...more,
  };
}

function written(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), "gt-index-")), "i");
  writeFileSync(file, bytes);
  return file;
}

function opened(rows: readonly IndexRow[], header = HEADER) {
  const index = openIndex(written(encodeIndex(header, rows)), "1.2.3");
  if (index === null) throw new Error("not opened");
  return index;
}

describe("a row is found, and nothing else is", () => {
  test.each([0, 1, 2, 3, 50, 5_000])("among %i rows", (count) => {
    const rows = Array.from({ length: count }, (_, number) => row(`tasks:TASK-${number * 2 + 1}`));
    const index = opened(rows);
    for (const one of rows) expect(index.find(one.key)).toEqual(one);
    for (let number = 0; number <= 2 * count; number += 2)
      expect(index.find(`tasks:TASK-${number}`)).toBeNull();
    expect(index.find("")).toBeNull();
    expect(index.find("tasks:TASK-")).toBeNull();
    expect(index.find("zzz")).toBeNull();
    index.close();
  });

  test("whatever the keys, lengths and order", () => {
    const key = fc.string({ unit: fc.constantFrom(..."ABab019-.#/:"), minLength: 1, maxLength: 12 });
    const entry = fc.record({ key, pad: fc.nat({ max: 3_000 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: (one) => one.key, maxLength: 60 }),
        key,
        (entries, other) => {
          const rows = entries.map((one) => row(one.key, { path: "p".repeat(one.pad + 1) }));
          const index = opened(rows);
          for (const one of rows) expect(index.find(one.key)).toEqual(one);
          if (!entries.some((one) => one.key === other)) expect(index.find(other)).toBeNull();
          index.close();
        },
      ),
      { numRuns: 200 },
    );
  });

  test("rows that the format can't hold are left out, their neighbours are not", () => {
    const bad = [
      row("tasks:A-1", { path: "tab\there" }),
      row("tasks:B-1", { path: "line\nbreak" }),
      row("tasks:C-1", { path: "x".repeat(LONGEST_ROW) }),
      row("tasks:Ü-1"),
      row("tasks:A 1"),
    ];
    const index = opened([...bad, row("tasks:A-2"), row("tasks:D-1")]);
    for (const one of bad) expect(index.find(one.key)).toBeNull();
    expect(index.find("tasks:A-2")).not.toBeNull();
    expect(index.header.rows.count).toBe(2);
  });

  test("marks, dates and missing files survive", () => {
    const rows = [
      row("tasks:T-1", { authorised: false }),
      row("tasks:T-2", { validUntil: 1_700_000_000_000 }),
      row("jira:P-1", { path: null, print: "-" }),
    ];
    const index = opened(rows);
    for (const one of rows) expect(index.find(one.key)).toEqual(one);
  });

  test("a header longer than the first read", () => {
    const sources = Array.from(
      { length: 3_000 },
      (_, number) => [`folder/source-${number}.yml`, "-"] as const,
    );
    const index = opened([row("tasks:T-1")], { ...HEADER, sources });
    expect(index.header.sources).toHaveLength(3_000);
    expect(index.find("tasks:T-1")).not.toBeNull();
  });
});

describe("a file that is not this version's whole index", () => {
  const whole = encodeIndex(HEADER, [row("tasks:T-1"), row("tasks:T-2")]);
  test.each([
    ["empty", Buffer.alloc(0), "1.2.3"],
    ["torn in its header", whole.subarray(0, 100), "1.2.3"],
    ["another version's", whole, "1.2.4"],
    ["null", Buffer.from("null\n"), "1.2.3"],
    ["no header", Buffer.from("[]\n"), "1.2.3"],
    ["another format's", Buffer.from(JSON.stringify({ format: 1, version: "1.2.3", rows: {} })), "1.2.3"],
  ])("is refused: %s", (_, bytes, version) => {
    expect(openIndex(written(bytes), version)).toBeNull();
  });

  test("is an error where it is no JSON", () => {
    expect(() => openIndex(written(Buffer.from("{\n")), "1.2.3")).toThrow();
  });

  test("tells nothing of the rows that it lost", () => {
    const index = openIndex(written(whole.subarray(0, -1)), "1.2.3");
    expect(index?.find("tasks:T-2")).toBeNull();
    expect(index?.find("tasks:T-1")).not.toBeNull();
  });
});
