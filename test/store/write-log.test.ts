import { spawn } from "node:child_process";
import { appendFileSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { recordWrite, type WriteEntry, writeLog } from "../../src/store/write-log.ts";
import { temporaryFolder } from "../git/repo.ts";

const ENTRY: WriteEntry = {
  at: "2026-11-23T10:00:00.000Z",
  actor: { name: "Ada", email: "ada@example.test" },
  remote: "tracker",
  operation: "comment",
  target: "PROJ-7",
  summary: "say where it was done",
  outcome: "done",
  url: null,
  metadata: { task: "TASK-7", spec: null, commit: null, branch: null },
};

/** A log of three writes: its folder, its file, and what it says once something was done to the file. */
function three(change: (lines: readonly string[]) => string = (lines) => lines.join("\n")) {
  const folder = temporaryFolder();
  for (const target of ["PROJ-1", "PROJ-2", "PRÖJ-3"]) recordWrite(folder, { ...ENTRY, target });
  const { path } = writeLog(folder);
  writeFileSync(path, change(readFileSync(path, "utf8").split("\n")));
  return { folder, path, log: () => writeLog(folder) };
}

test("the chain is whole, and its last digest moves with every write", () => {
  const { folder, log } = three();
  const before = log();
  expect(before).toMatchObject({ lines: 3, torn: [], problem: null });
  expect(before.records.map(({ target }) => target)).toEqual(["PROJ-1", "PROJ-2", "PRÖJ-3"]);
  recordWrite(folder, ENTRY);
  expect(log().records.at(-1)?.prev).toBe(before.head);
});

test.each([
  [
    "a word is changed",
    (lines: readonly string[]) => lines.join("\n").replace("PROJ-1", "PROJ-9"),
    2,
    "link",
  ],
  ["a line is taken out", ([one, , ...rest]: readonly string[]) => [one, ...rest].join("\n"), 2, "link"],
  ["the beginning is cut off", ([, ...rest]: readonly string[]) => rest.join("\n"), 1, "beginning"],
  ["lines change places", ([a, b, c]: readonly string[]) => `${a}\n${c}\n${b}\n`, 2, "link"],
  ["rubbish stands behind it", (lines: readonly string[]) => `${lines.join("\n")}{}\n`, 4, "shape"],
  ["two lines of it are rubbish", ([a]: readonly string[]) => `${a}\nx\ny\n`, 2, "shape"],
])("it goes unnoticed that %s", (_, change, line, what) => {
  expect(three(change).log().problem).toEqual({ line, what });
});

test("a line that a killed process left unfinished breaks the chain, or is forgotten", () => {
  const { folder, path, log } = three();
  appendFileSync(path, '{"schemaVersion":1,"kind":"remo');
  expect(log()).toMatchObject({ lines: 4, torn: [4], problem: null });
  recordWrite(folder, ENTRY);
  expect(log()).toMatchObject({ lines: 5, torn: [4], problem: null });
  writeFileSync(path, readFileSync(path, "utf8").replace('"kind":"remo\n', '"kind":"remove\n'));
  expect(log().problem).toEqual({ line: 5, what: "link" });
});

test("a lock that a killed process left behind stops every later write", () => {
  const { folder, path, log } = three();
  writeFileSync(`${path}.lock`, "");
  utimesSync(`${path}.lock`, new Date("2001-01-01"), new Date("2001-01-01"));
  recordWrite(folder, ENTRY);
  expect(log()).toMatchObject({ lines: 4, problem: null });
});

test("processes that write at once follow the same line", async () => {
  const folder = temporaryFolder();
  const { rolldown } = await import("rolldown");
  const input = resolve(import.meta.dirname, "../../src/store/write-log.ts");
  const build = await rolldown({ input, platform: "node", tsconfig: false });
  const bundle = join(folder, "write-log.mjs");
  await build.write({ file: bundle, format: "esm" });
  const script = `import { recordWrite } from ${JSON.stringify(bundle)};
    for (let at = 0; at < 25; at++) recordWrite(${JSON.stringify(folder)}, ${JSON.stringify(ENTRY)});`;
  const codes = Array.from(
    { length: 4 },
    () =>
      new Promise<number | null>((done) =>
        spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" }).on("close", done),
      ),
  );
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0]);
  expect(writeLog(folder)).toMatchObject({ lines: 100, torn: [], problem: null });
});
