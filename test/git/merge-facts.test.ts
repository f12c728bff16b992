import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/git/facts.ts";
import { repositoryAt, type TemporaryRepository } from "./repo.ts";
import { fact, forked, NOTHING, open } from "./told.ts";

/** Every object file, to see that none is added. */
const objectFiles = (made: TemporaryRepository): readonly string[] =>
  readdirSync(made.path(".git/objects"), { recursive: true }).map(String).sort();

describe("a merge", () => {
  it("is clean if its tree is git's own, and looking leaves nothing behind", async () => {
    for (const made of [forked({ conflict: false }), forked({ conflict: false, objectFormat: "sha256" })]) {
      made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
      const before = objectFiles(made);
      expect(await fact(made)).toEqual({ ...NOTHING, merge: "clean" });
      expect(objectFiles(made)).toEqual(before);
    }
  });

  it("with a change smuggled in is not", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    made.write("evil", "x");
    made.git("add", "--all");
    made.git("commit", "--quiet", "--amend", "--no-edit");
    expect(await fact(made)).toEqual({ ...NOTHING, merge: "changed" });
  });

  it("with a conflict settled by hand is not, even if one side was taken whole or the markers were left", async () => {
    for (const settle of [["checkout", "--ours", "file"], ["checkout", "--theirs", "file"], ["status"]]) {
      const made = forked({ conflict: true });
      expect(made.run(["merge", "side"]).code).toBe(1);
      made.git(...settle);
      made.commit("merge");
      expect(made.git("rev-list", "--parents", "--max-count=1", "HEAD").split(" ")).toHaveLength(3);
      expect(await fact(made)).toEqual({ ...NOTHING, merge: "changed" });
    }
  });

  it("that throws one side away is not", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--strategy=ours", "-m", "merge", "side");
    expect(await fact(made)).toEqual({ ...NOTHING, merge: "changed" });
  });

  it("of three branches, of strangers, and of two that say the same is judged by what git makes of it", async () => {
    const made = forked({ conflict: false });
    made.git("checkout", "--quiet", "-b", "third", "main~1");
    made.commit("third", { third: "x" });
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "-m", "octopus", "side", "third");
    expect(made.git("rev-list", "--parents", "--max-count=1", "HEAD").split(" ")).toHaveLength(4);
    expect((await fact(made)).merge).toBe("clean");
    made.write("evil", "x");
    made.git("add", "--all");
    made.git("commit", "--quiet", "--amend", "--no-edit");
    expect((await fact(made)).merge).toBe("changed");

    made.git("checkout", "--quiet", "--orphan", "stranger");
    made.git("rm", "--quiet", "-r", "--force", ".");
    made.commit("stranger", { other: "x" });
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "--allow-unrelated-histories", "-m", "strangers", "stranger");
    expect((await fact(made)).merge).toBe("clean");
  });

  it("with criss-cross bases is clean, and many are answered in order", async () => {
    const made = forked({ conflict: false });
    made.git("branch", "before");
    made.git("merge", "--quiet", "--no-ff", "-m", "one", "side");
    made.git("checkout", "--quiet", "side");
    made.git("merge", "--quiet", "--no-ff", "-m", "two", "before");
    made.commit("more", { more: "x" });
    made.git("merge", "--quiet", "--no-ff", "-m", "three", "main");
    made.commit("plain", { plain: "x" });
    const ids = made.git("rev-list", "HEAD").split("\n");
    const facts = await factsOf(await open(made), ids);
    const merges = ids.map((id) => facts.get(id)?.merge);
    expect(merges.filter((merge) => merge === "clean")).toHaveLength(3);
    expect(merges.filter((merge) => merge === null)).toHaveLength(ids.length - 3);
  });

  it("is unknown where a shallow clone hides its base, and others are still told", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    made.git("checkout", "--quiet", "-b", "again");
    made.commit("again", { again: "x" });
    made.git("checkout", "--quiet", "main");
    made.commit("main", { here: "x" });
    made.git("merge", "--quiet", "--no-ff", "-m", "second", "again");
    made.git("clone", "--quiet", "--depth=3", `file://${made.root}`, "../clone");
    const clone = repositoryAt(join(made.root, "../clone"), made.env);
    const ids = made.git("rev-list", "--merges", "HEAD").split("\n");
    const facts = await factsOf(await open(clone), ids);
    expect(ids.map((id) => facts.get(id)?.merge)).toEqual(["clean", "unknown"]);
  });

  it("whose objects are gone is unknown, and those after it are told", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "one", "side");
    made.git("checkout", "--quiet", "-b", "other", "side~1");
    made.commit("other", { other: "x" });
    made.git("merge", "--quiet", "--no-ff", "-m", "three", "side");
    const ids = ["main", "other"].map((name) => made.git("rev-parse", name));
    const lost = made.git("rev-parse", "main~1:file");
    rmSync(made.path(".git/objects", lost.slice(0, 2), lost.slice(2)));
    const facts = await factsOf(await open(made), ids);
    expect(ids.map((id) => facts.get(id)?.merge)).toEqual(["unknown", "clean"]);
  });
});
