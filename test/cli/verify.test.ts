import { describe, expect, test } from "vitest";
import { temporaryRepository } from "../git/repo.ts";
import { golden } from "./world.ts";

describe("verify", () => {
  test("takes a file for the commit that was meant, because somebody called it so", async () => {
    const repository = temporaryRepository();
    repository.commit("Begin", { HEAD: "no evidence\n" });
    const run = (...args: readonly string[]) => golden(["verify", ...args], { cwd: repository.root });
    const unclear = await run("HEAD");
    expect([unclear.code, unclear.stdout]).toEqual([2, ""]);
    expect(unclear.stderr).toContain("name of a file and of a commit");
    expect(unclear.stderr).toContain("golden-thread verify ./HEAD");
    const file = await run("./HEAD");
    expect(file.stderr).not.toContain("name of a file and of a commit");
    expect(file.code).not.toBe(0);
  });
});
