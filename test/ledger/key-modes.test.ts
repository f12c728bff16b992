import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeKeyFile } from "../../src/setup/key-file.ts";

test("on Windows, whose folders have no mode bits, no key can be made", async () => {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-modes-"));
  chmodSync(folder, 0o777);
  const place = { cwd: folder, env: { PATH: process.env.PATH, HOME: folder } };
  await expect(makeKeyFile("a.pem", { ...place, hasModes: true })).rejects.toThrow("Others may write");
  const made = await makeKeyFile("b.pem", { ...place, hasModes: false });
  expect(made.file).toMatch(/b\.pem$/);
  rmSync(folder, { recursive: true, force: true });
});
