import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { golden } from "../cli/world.ts";
import { temporaryRepository } from "../git/repo.ts";

describe("what is no regular file does not pass for an absent one", () => {
  const policy = "version: 1\npreset: standard\nwaivers: { file: law/waivers.yml }\n";
  test.each([
    ["a pipe as policy", "golden-thread.yml", "pipe", "a pipe, a socket or a device"],
    ["a folder as policy", ".golden-thread.yaml", "folder", "a folder"],
    ["a link as policy", "golden-thread.json", "link", "a symbolic link"],
    ["a pipe as waivers", "law/waivers.yml", "pipe", "a pipe, a socket or a device"],
    ["a folder as waivers", "law/waivers.yml", "folder", "a folder"],
    ["a link as waivers", "law/waivers.yml", "link", "a symbolic link"],
  ])("%s ends 2 and says what stands there", async (_name, file, kind, found) => {
    const repo = temporaryRepository();
    if (file.startsWith("law/")) repo.write("golden-thread.yml", policy);
    mkdirSync(repo.path("law"), { recursive: true });
    if (kind === "pipe") execFileSync("mkfifo", [repo.path(file)]);
    else if (kind === "folder") mkdirSync(repo.path(file));
    else symlinkSync("/dev/null", repo.path(file));
    repo.commit("Begin");
    for (const _ of [1, 2]) {
      const about = ["check", "commit", "HEAD", "--place", "hook", "--json"];
      const { code, stdout } = await golden(about, { cwd: repo.root, env: repo.env });
      const told = JSON.parse(stdout);
      expect([code, told.code]).toEqual([2, "policy"]);
      expect(told.problems).toMatchObject([{ file, found, wanted: "a regular file" }]);
      expect(typeof told.fix).toBe("string");
    }
  });
});
