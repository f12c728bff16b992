import {
  linkSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clockBeside } from "../../src/store/atomic.ts";
import {
  ABSENT,
  followedPrint,
  isFolder,
  isSettled,
  placePrint,
  printOf,
} from "../../src/store/fingerprint.ts";
import { temporaryFolder } from "../git/repo.ts";

describe("a print changes with its file", () => {
  const changes: readonly (readonly [string, (file: string) => void])[] = [
    [
      "written anew with the same bytes and times",
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(file, "text");
        utimesSync(file, atime, mtime);
      },
    ],
    [
      "replaced by a file that is as old",
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(`${file}.new`, "text");
        utimesSync(`${file}.new`, atime, mtime);
        renameSync(`${file}.new`, file);
      },
    ],
    ["removed", unlinkSync],
    [
      "replaced by a link to itself",
      (file) => {
        renameSync(file, `${file}.old`);
        symlinkSync(`${file}.old`, file);
      },
    ],
    ["linked once more", (file) => linkSync(file, `${file}.hard`)],
  ];
  test.each(changes)("%s", async (_, change) => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "text");
    const before = printOf(file);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(printOf(file)).toBe(before);
    change(file);
    expect(printOf(file)).not.toBe(before);
  });

  test("a folder's with the names in it, a place's only with the folder", async () => {
    const folder = join(temporaryFolder(), "folder");
    mkdirSync(folder);
    const [print, place] = [printOf(folder), placePrint(folder)];
    await new Promise((resolve) => setTimeout(resolve, 30));
    writeFileSync(join(folder, "file"), "");
    expect(printOf(folder)).not.toBe(print);
    expect(placePrint(folder)).toBe(place);
    expect([isFolder(print), isFolder(printOf(join(folder, "file"))), isFolder(ABSENT)]).toEqual([
      true,
      false,
      false,
    ]);
    renameSync(folder, `${folder}.old`);
    expect(placePrint(folder)).toBe(ABSENT);
    symlinkSync(`${folder}.old`, folder);
    expect(placePrint(folder)).toBe(ABSENT);
  });

  test("a link of git's configuration is followed", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "target"), "");
    symlinkSync("target", join(folder, "link"));
    expect(followedPrint(join(folder, "link"))).toBe(printOf(join(folder, "target")));
    unlinkSync(join(folder, "target"));
    expect(followedPrint(join(folder, "link"))).toBe(ABSENT);
  });
});

describe("a print counts only once its file is older than the reading", () => {
  const second = 1_000_000_000n;
  const clock = { device: 1n, ns: 100n * second };
  const print = (ns: bigint, device = 1n) => `${device} 2 33188 4 ${ns} ${ns}`;

  test.each([
    ["absent", ABSENT, true],
    ["long before", print(1n), true],
    ["just before", print(clock.ns - 1_000_001n), false],
    ["a tick before", print(clock.ns - 20_000_001n), true],
    ["after", print(clock.ns + 1n), false],
    ["a second before, by a clock of whole seconds", print(99n * second), false],
    ["three seconds before, by a clock of whole seconds", print(97n * second), true],
    ["three seconds before, on another device", print(97n * second + 1n, 2n), false],
    ["long before, on another device", print(1n, 2n), true],
    ["modified long before, changed now", `1 2 33188 4 ${second} ${clock.ns}`, false],
  ])("%s", (_, one, settled) => {
    expect(isSettled(one, clock)).toBe(settled);
  });

  test("the clock is that of the file system", () => {
    const file = join(temporaryFolder(), "file");
    const began = clockBeside(file);
    writeFileSync(file, "");
    expect(isSettled(printOf(file), began)).toBe(false);
    expect(began.device).toBe(statSync(file, { bigint: true }).dev);
  });
});
