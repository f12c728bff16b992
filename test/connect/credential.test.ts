import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { findCredential } from "../../src/connect/credential.ts";
import type { Access } from "../../src/core/access.ts";

const access: Access<object> = {
  base: () => "https://tracker.example.test",
  isVendor: () => true,
  variables: () => ({ token: [] }),
  command: () => ["gh", "auth", "token"],
  headers: () => ({}),
  anonymous: true,
};

test.skipIf(process.platform === "win32")(
  "a hook waits longer for programs that keep tokens than for the tracker",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "golden-thread-tools-"));
    for (const name of ["gh", "git"]) {
      writeFileSync(join(folder, name), "#!/bin/sh\nsleep 4\n");
      chmodSync(join(folder, name), 0o755);
    }
    const env = { PATH: `${folder}:${process.env.PATH ?? ""}`, HOME: folder };
    const began = performance.now();
    expect(await findCredential(access, {}, env, { ms: 500, now: Date.now })).toBeNull();
    expect(performance.now() - began).toBeLessThan(2000);
    rmSync(folder, { recursive: true, force: true });
  },
);
