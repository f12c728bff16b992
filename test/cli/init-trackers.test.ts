import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workTree } from "../../src/git/tree.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { rules } from "../../src/rules/index.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import { golden } from "./world.ts";

describe("trackers that init is told of", () => {
  const law = (repo: TemporaryRepository) =>
    loadPolicy({
      tree: workTree(repo.root),
      place: "hook",
      detected: { originUrl: null, tasks: null },
      rules,
      today: "2026-11-22",
    });
  // Nobody confirmed this server, so it is not asked.
  const LINEAR = "linear: { teams: [ENG], url: 'http://127.0.0.1:9' }";
  test("are asked after they are written, or not at all", async () => {
    const repo = temporaryRepository();
    const dry = await golden(["init", "--dry-run", "--remote", LINEAR], { cwd: repo.root, env: repo.env });
    expect(dry.stdout).not.toContain("remote trust");
    const done = await golden(["init", "--yes", "--remote", LINEAR], { cwd: repo.root, env: repo.env });
    expect([done.code, done.stdout]).toEqual([
      0,
      expect.stringContaining("golden-thread remote trust http://127.0.0.1:9"),
    ]);
    expect((await law(repo)).remotes.map(({ kind }) => kind)).toEqual(["linear"]);
  });
  test("make a policy that stops every commit where two claim one id", async () => {
    const repo = temporaryRepository();
    const both = ["--remote", LINEAR, "--remote", "jira: { site: x.atlassian.net }"];
    const { code, stderr } = await golden(["init", "--yes", ...both], { cwd: repo.root, env: repo.env });
    expect([code, stderr]).toEqual([2, expect.stringContaining("claim the same ids")]);
    expect(existsSync(repo.path("golden-thread.yml"))).toBe(false);
  });
  test("make such a policy together with the forge of origin", async () => {
    const repo = temporaryRepository();
    repo.git("remote", "add", "origin", "git@github.com:octo/cat.git");
    const gitlab = "gitlab: { project: octo/cat, url: 'http://127.0.0.1:9' }";
    const { code } = await golden(["init", "--yes", "--remote", gitlab], { cwd: repo.root, env: repo.env });
    expect([code, (await law(repo)).remotes.map(({ kind }) => kind)]).toEqual([0, ["gitlab"]]);
  });
});
