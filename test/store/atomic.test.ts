import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { writeAtomic } from "../../src/store/atomic.ts";
import { temporaryFolder } from "../git/repo.ts";

const LONG_AGO = new Date("2001-01-01");

/** Code of the fault that was thrown, or what else happened. */
async function outcome(action: () => unknown): Promise<string> {
  try {
    await action();
    return "done";
  } catch (thrown) {
    return thrown instanceof Fault ? thrown.code : `no fault: ${String(thrown)}`;
  }
}

describe("a file is replaced as a whole", () => {
  test("with its folders, again and again, leaving nothing beside it", () => {
    const file = join(temporaryFolder(), "a", "b c", "file");
    for (const text of ["one", "", "three\n"]) {
      writeAtomic(file, text);
      expect(readFileSync(file, "utf8")).toBe(text);
    }
    writeAtomic(file, Uint8Array.of(0, 255));
    expect([...readFileSync(file)]).toEqual([0, 255]);
    expect(readdirSync(join(file, ".."))).toEqual(["file"]);
  });

  test("what a killed writer left is swept once it is old, and nothing else", () => {
    const folder = temporaryFolder();
    for (const name of ["file.Abc123", "file.Fresh1", "other.Abc123", "file.Abc123.keep"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "new"), "half");
      if (name !== "file.Fresh1") utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
    }
    writeAtomic(join(folder, "file"), "whole");
    expect(readdirSync(folder).sort()).toEqual(["file", "file.Abc123.keep", "file.Fresh1", "other.Abc123"]);
  });

  test("a place that can't be written is a storage fault, and the old file stays", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    expect(await outcome(() => writeAtomic(join(folder, "file", "below"), "x"))).toBe("storage");
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "taken", "x"), "");
    expect(await outcome(() => writeAtomic(join(folder, "taken"), "x"))).toBe("storage");
    expect(readdirSync(folder).sort()).toEqual(["file", "taken"]);
  });
});

test("of many writers at once one wins whole, and readers never see a part", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "file");
  const { rolldown } = await import("rolldown");
  const input = resolve(import.meta.dirname, "../../src/store/atomic.ts");
  const build = await rolldown({ input, platform: "node", tsconfig: false });
  await build.write({ file: join(folder, "atomic.mjs"), format: "es" });
  const text = `import { writeAtomic } from "./atomic.mjs";
for (let turn = 0; turn < 30; turn++) writeAtomic(process.argv[2], process.argv[3].repeat(200_000));`;
  writeFileSync(join(folder, "worker.mjs"), text);
  let writers = 3;
  for (const letter of "abc") {
    const args = [join(folder, "worker.mjs"), file, letter];
    spawn(process.execPath, args, { stdio: "inherit" }).on("close", (code) => {
      writers -= code === 0 ? 1 : Number.NaN;
    });
  }
  const seen = new Set<string>();
  while (writers > 0) {
    await new Promise((next) => setTimeout(next, 5));
    if (existsSync(file)) seen.add(readFileSync(file, "utf8").replace(/^(.)\1{199999}$/, "$1"));
  }
  expect(writers).toBe(0);
  expect([...seen].filter((content) => !"abc".includes(content))).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["atomic.mjs", "file", "worker.mjs"]);
});
