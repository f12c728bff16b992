import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { seenLedgers } from "../../src/store/ledger-seen.ts";
import { temporaryFolder } from "../git/repo.ts";

const NUMBERS = 40;

/** Notes every third number, and fails once a lower one is told than it wrote. */
const WORKER = `import { seenLedgers } from "./seen.mjs";
const seen = seenLedgers(process.argv[2]);
for (let seq = Number(process.argv[3]); seq <= ${NUMBERS}; seq += 3) {
  seen.note("github.com/acme/shop", seq);
  seen.note("github.com/acme/" + process.argv[3], seq);
  if (seen.highest("github.com/acme/shop") < seq) process.exit(1);
}`;

test("of many that note numbers at once, one takes a higher number back, or another's away", async () => {
  const folder = temporaryFolder();
  const { rolldown } = await import("rolldown");
  const input = resolve(import.meta.dirname, "../../src/store/ledger-seen.ts");
  const build = await rolldown({ input, platform: "node", tsconfig: false });
  await build.write({ file: join(folder, "seen.mjs"), format: "es" });
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  const starts = ["1", "2", "3"];
  const codes = await Promise.all(
    starts.map((start) => {
      const child = spawn(process.execPath, [join(folder, "worker.mjs"), folder, start], {
        stdio: "inherit",
      });
      return new Promise((done) => child.on("close", done));
    }),
  );
  expect(codes).toEqual([0, 0, 0]);
  const seen = seenLedgers(folder);
  expect(seen.highest("GitHub.com/acme/shop")).toBe(NUMBERS);
  expect(starts.map((start) => seen.highest(`github.com/acme/${start}`))).toEqual([40, 38, 39]);
  seen.note("github.com/acme/shop", NUMBERS - 1);
  expect(seen.highest("github.com/acme/shop")).toBe(NUMBERS);
});
