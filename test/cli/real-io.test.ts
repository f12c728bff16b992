import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readInput } from "../../src/cli/io.ts";
import { ioOf } from "../../src/cli/real-io.ts";
import type { World } from "../../src/core/ports.ts";
import { temporaryFolder } from "../git/repo.ts";

function ioAt(cwd: string, stdin: readonly string[] = []) {
  const nowhere = { write: () => undefined, color: false, columns: 80 };
  const world: World = {
    argv: [],
    cwd,
    env: {},
    stdin: bytes(stdin),
    stdout: nowhere,
    stderr: nowhere,
    home: cwd,
    interactive: false,
    node: "node",
    now: () => new Date(0),
  };
  return ioOf(world, []);
}

async function* bytes(texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text, "utf8");
}

function* broken(): Iterable<string> {
  yield "half of it";
  throw new Error("the renderer broke");
}

describe("a report file", () => {
  test("is written whole, and nothing is left beside it", async () => {
    const folder = temporaryFolder();
    await ioAt(folder).writeFile("report.json", ["{", "ü", "}"]);
    expect(readFileSync(join(folder, "report.json"), "utf8")).toBe("{ü}");
    expect(readdirSync(folder)).toEqual(["report.json"]);
  });
  test("keeps its old content when writing breaks off", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "report.json"), "old");
    await expect(ioAt(folder).writeFile("report.json", broken())).rejects.toMatchObject({ code: "storage" });
    expect(readFileSync(join(folder, "report.json"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["report.json"]);
  });
  test("never takes the place of a device", async () => {
    await ioAt(temporaryFolder()).writeFile("/dev/null", ["text"]);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
  test("is not written through a link that somebody planted for it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "victim"), "safe");
    symlinkSync("victim", join(folder, "report.json.golden-thread-new"));
    await ioAt(folder).writeFile("report.json", ["text"]);
    expect(readFileSync(join(folder, "victim"), "utf8")).toBe("safe");
  });
  test.each(["missing/report.json", "folder"])(
    "that can't be written (%s) is a fault, not a crash",
    async (name) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, "folder"));
      await expect(ioAt(folder).writeFile(name, ["text"])).rejects.toMatchObject({ code: "storage" });
    },
  );
});

describe("an input", () => {
  test("is a file, or standard input for -", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "message"), "from a file");
    expect(Buffer.from(await readInput(ioAt(folder), "message")).toString()).toBe("from a file");
    expect(Buffer.from(await readInput(ioAt(folder, ["from ", "a pipe"]), "-")).toString()).toBe(
      "from a pipe",
    );
  });
  test("that is not there is the user's to mend", async () => {
    await expect(readInput(ioAt(temporaryFolder()), "missing")).rejects.toMatchObject({ code: "usage" });
  });
});
