import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/git/facts.ts";
import { temporaryRepository } from "./repo.ts";
import { forked, open } from "./told.ts";

describe("facts of many commits at once", () => {
  it("tell each merge from its neighbours", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    const trees = ["HEAD", "HEAD~1"].map((name) => made.git("rev-parse", `${name}^{tree}`));
    const [first, second] = made.git("rev-parse", "HEAD^1", "HEAD^2").split("\n");
    const count = 520;
    const stream = Array.from({ length: count }, (_, index) => {
      const tree = trees[index % 7 === 0 ? 1 : 0];
      const head = `commit refs/merges/${String(index).padStart(3, "0")}\ncommitter C <c@x> ${index} +0000\ndata 1\nx\n`;
      return `${head}from ${first}\nmerge ${second}\nM 040000 ${tree} \n\n`;
    });
    const ran = made.run(["fast-import", "--quiet", "--done"], { input: `${stream.join("")}done\n` });
    expect(ran.code, ran.stderr).toBe(0);
    const ids = made.git("for-each-ref", "--format=%(objectname)", "refs/merges").split("\n");
    const facts = await factsOf(await open(made), ids);
    expect(ids.map((id) => facts.get(id)?.merge)).toEqual(
      Array.from({ length: count }, (_, index) => (index % 7 === 0 ? "changed" : "clean")),
    );
    expect(existsSync(made.path(".git/objects/info/commit-graph"))).toBe(false);
  });

  it("tell each revert from its neighbours, and one whose target is no ancestor", async () => {
    const made = temporaryRepository();
    const root = made.commit("base", { base: "x" });
    for (let number = 0; number < 22; number++) made.commit(`change ${number}`, { [`file${number}`]: "x" });
    made.git("revert", "--no-edit", `${root}..HEAD`);
    made.git("checkout", "--quiet", "-b", "elsewhere", root);
    made.git("cherry-pick", "main~22");
    made.git("cherry-pick", "main~21");
    const stray = made.git("rev-parse", "HEAD");
    expect(made.git("log", "-1", "--format=%b", stray)).toContain(
      `This reverts commit ${made.git("rev-parse", "main~22")}`,
    );
    const reverts = made.git("rev-list", "--max-count=22", "main").split("\n");
    const targets = made.git("rev-list", "--reverse", "--skip=22", "--max-count=22", "main").split("\n");
    const facts = await factsOf(await open(made), [...reverts, stray]);
    expect(reverts.map((id) => facts.get(id)?.inherits?.target.id)).toEqual(targets);
    expect(facts.get(stray)?.inherits).toBeNull();
  });
});
