import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { PHASES } from "../../src/attest/context.ts";
import { golden } from "../cli/world.ts";
import { temporaryFolder } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { evidenceKey } from "../verify/made.ts";
import { root } from "./sources.ts";

const page = readFileSync(join(root, "docs", "evidence.md"), "utf8");
const scripts = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, script = ""]) => script);
const key = evidenceKey();
const repository = backlogRepository();
const work = temporaryFolder();
const audit = join(work, "audit");
beforeAll(async () => {
  const env = { ...repository.env, GOLDEN_THREAD_SIGNING_KEY: key.pem };
  const ran = await golden(["audit", "--out", audit], { cwd: repository.root, env });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const program = join(work, "golden-thread");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist", "cli.js")}" "$@"\n`);
  chmodSync(program, 0o755);
});

test("a command of the page fails, or there is none", () => {
  expect(scripts).toHaveLength(3);
  const PATH = `${work}:${process.env.PATH ?? ""}`;
  const env = { ...process.env, ...repository.env, PATH, AUDIT: audit, REPO: repository.root, WORK: work };
  const ran = spawnSync("sh", ["-ec", scripts.join("\n")], { cwd: repository.root, env, encoding: "utf8" });
  expect([ran.status, ran.stderr]).toEqual([0, ""]);
  for (const text of ["Nothing is wrong with it.", '"verdict":"pass"', "report.json: OK", "Verified OK"])
    expect(ran.stdout).toContain(text);
});

test("a phase is not told", () => {
  for (const phase of PHASES) expect(page).toContain(`\`${phase}\``);
});
