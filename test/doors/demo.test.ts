import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { shell } from "./built.ts";

/** Runs the demo with a temporary folder of its own, and hands back what it left there. */
function demo(options = "", env: Readonly<Record<string, string>> = {}) {
  const tmp = temporaryFolder();
  const ran = shell(`golden-thread demo ${options}`.trim(), { cwd: tmp, env: { TMPDIR: tmp, ...env } });
  const folder = readdirSync(tmp).find((name) => name.startsWith("golden-thread-demo-")) ?? "";
  return { ...ran, folder: join(tmp, folder) };
}

describe("the demo", () => {
  test("rejects, accepts and judges for real, ends 0 and leaves the report alone", () => {
    const { code, stdout, stderr, folder } = demo();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.match(/^ {3}\$ .*$/gmu)?.length).toBeGreaterThan(8);
    const [, rogue, accepted, closed, judged] = stdout.split(/^\d {2}/mu).slice(1);
    expect(rogue).toContain("reference-required");
    expect(accepted).toContain("[main ");
    expect(closed?.match(/ticket-authorised/gu)).toHaveLength(2);
    expect(judged).toContain("Quick fix, nobody will notice");
    expect(readdirSync(folder)).toEqual(["audit"]);
    const report = JSON.parse(readFileSync(join(folder, "audit", "report.json"), "utf8"));
    expect([report.verdict, report.coverage.commits]).toMatchObject([
      "fail",
      { total: 5, authorised: 3, exempt: 1, unreferenced: 1 },
    ]);
    expect(readdirSync(join(folder, "audit"))).toContain("report.html");
  });
  test("keeps its repository when asked to, and no configuration, hook environment or switch of the user's reaches it", () => {
    const repo = temporaryRepository();
    const config = join(dirname(repo.root), "gitconfig");
    writeFileSync(
      config,
      "[commit]\n\tgpgSign = true\n[core]\n\thooksPath = /nowhere\n[init]\n\ttemplateDir = /nowhere\n",
    );
    const before = repo.git("status", "--porcelain", "--ignored");
    const { code, stdout, folder } = demo("--keep", {
      GIT_CONFIG_GLOBAL: config,
      GIT_DIR: repo.path(".git"),
      GIT_WORK_TREE: repo.root,
      GIT_INDEX_FILE: repo.path(".git/index"),
      GOLDEN_THREAD_FORMAT: "json",
      CI: "true",
    });
    expect(code).toBe(0);
    expect(existsSync(join(folder, "repository", "golden-thread.yml"))).toBe(true);
    expect(stdout).toContain(join(folder, "repository"));
    expect(repo.git("status", "--porcelain", "--ignored")).toBe(before);
    expect(existsSync(repo.path(".git/hooks/commit-msg"))).toBe(false);
  });
});
