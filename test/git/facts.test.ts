import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TemporaryRepository, temporaryRepository } from "./repo.ts";
import { fact, forked, isLasting, lines, NOTHING } from "./told.ts";

describe("a revert", () => {
  const reverted = (surroundings: boolean): { made: TemporaryRepository; target: string } => {
    const made = temporaryRepository();
    made.commit("base", { file: lines(), binary: Buffer.from([0, 1, 2]) });
    const target = made.commit("TASK-1 change", {
      file: lines({ 5: "five" }),
      binary: Buffer.from([0, 9]),
      added: "x",
    });
    if (surroundings) made.commit("near", { file: lines({ 5: "five", 7: "seven" }) });
    made.git("revert", "--no-edit", target);
    return { made, target };
  };

  it("is proven by the inverse change, surroundings aside", async () => {
    for (const surroundings of [false, true]) {
      const { made, target } = reverted(surroundings);
      expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
    }
  });

  it("with an extra change, in text or in a binary file, is not", async () => {
    for (const extra of [{ evil: "x" }, { binary: Buffer.from([0, 7]) }, { file: lines({ 9: "evil" }) }]) {
      const { made } = reverted(false);
      for (const [path, content] of Object.entries(extra)) made.write(path, content);
      made.git("add", "--all");
      made.git("commit", "--quiet", "--amend", "--no-edit");
      expect(await fact(made)).toEqual(NOTHING);
    }
  });

  it("of something that is no ancestor, unknown, abbreviated to a ref's name, or no commit is not", async () => {
    const { made, target } = reverted(false);
    const message = (id: string): string => `Revert "x"\n\nThis reverts commit ${id}.\n`;
    made.git("branch", "deadbee", target);
    made.git("checkout", "--quiet", "-b", "elsewhere", `${target}~1`);
    made.commit("elsewhere", { file: lines({ 5: "five" }) });
    const stranger = made.commit("stranger", { file: lines({ 5: "six" }) });
    made.git("checkout", "--quiet", "-b", "back", "HEAD~1");
    const tree = made.git("rev-parse", "HEAD^{tree}");
    for (const id of [stranger, "0".repeat(40), "deadbee", tree, target.slice(0, 6)]) {
      made.git("checkout", "--quiet", "--detach", stranger);
      made.git("checkout", "--quiet", "-B", "back", "HEAD");
      made.git("reset", "--quiet", "--hard", `${stranger}~1`);
      made.commit(message(id), { file: lines({ 5: "five" }), other: "x" });
      expect(await fact(made)).toEqual(NOTHING);
    }
  });

  it("may name its target by a part of the id, and may itself be reverted", async () => {
    const { made, target } = reverted(false);
    const first = made.git("rev-parse", "HEAD");
    made.git(
      "commit",
      "--quiet",
      "--amend",
      "-m",
      `Undo\n\nThis reverts commit ${target.slice(0, 12)} (TASK-1 change, 2023-11-14).`,
    );
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
    made.git("reset", "--quiet", "--hard", first);
    made.git("revert", "--no-edit", "HEAD");
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target: first });
  });

  it("of a merge is proven against the parent that it goes back to", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    const target = made.git("rev-parse", "HEAD");
    made.git("revert", "--no-edit", "-m", "1", target);
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
    made.git("reset", "--quiet", "--hard", target);
    made.git("revert", "--no-edit", "-m", "2", target);
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
  });

  it("can't be widened by naming a parent that is not the target's", async () => {
    const made = temporaryRepository();
    const base = made.commit("base", { file: lines() });
    made.commit("not named", { file: lines({ 1: "one" }) });
    const target = made.commit("TASK-1 change", { file: lines({ 1: "one", 9: "nine" }) });
    made.commit(`Undo\n\nThis reverts commit ${target}, reversing\nchanges made to ${base}.`, {
      file: lines(),
    });
    expect(await fact(made)).toEqual(NOTHING);
  });

  it("of a root commit is proven too", async () => {
    const made = temporaryRepository();
    const target = made.commit("root", { file: "x" });
    made.commit("more", { other: "x" });
    made.git("revert", "--no-edit", target);
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
  });
});

describe("a cherry-pick", () => {
  it("with another indentation, which can be another program, is not", async () => {
    const made = temporaryRepository();
    made.commit("base", { "x.py": "if ok:\n    a()\nb()\n" });
    made.git("checkout", "--quiet", "-b", "side");
    const target = made.commit("TASK-1 grant", { "x.py": "if ok:\n    a()\n    grant()\nb()\n" });
    made.git("checkout", "--quiet", "-");
    made.commit(`grant\n\n(cherry picked from commit ${target})`, {
      "x.py": "grant()\nif ok:\n    a()\nb()\n",
    });
    expect(await fact(made)).toEqual(NOTHING);
  });

  const picked = (): { made: TemporaryRepository; target: string } => {
    const made = temporaryRepository();
    made.commit("base", { file: lines() });
    made.git("checkout", "--quiet", "-b", "side");
    const target = made.commit("TASK-1 change\n\nSigned-off-by: A <a@b>", { file: lines({ 5: "five" }) });
    made.git("checkout", "--quiet", "main");
    made.commit("near", { file: lines({ 8: "eight" }) });
    made.git("cherry-pick", "-x", target);
    return { made, target };
  };

  it("is proven by the same change, the last named first", async () => {
    const { made, target } = picked();
    expect(await fact(made)).toEqual({ merge: null, kind: "cherry-pick", target });
    const first = made.git("rev-parse", "HEAD");
    made.git("checkout", "--quiet", "-b", "again", "HEAD~1");
    made.git("cherry-pick", "-x", first);
    expect(await fact(made)).toEqual({ merge: null, kind: "cherry-pick", target: first });
  });

  it("with an extra change is not", async () => {
    const { made } = picked();
    made.write("evil", "x");
    made.git("add", "--all");
    made.git("commit", "--quiet", "--amend", "--no-edit");
    expect(await fact(made)).toEqual(NOTHING);
    expect(await isLasting(made)).toBe(true);
  });

  it("of contents that are not here is asked about again too", async () => {
    const { made } = picked();
    const id = made.git("rev-parse", "HEAD:file");
    rmSync(join(made.root, ".git", "objects", id.slice(0, 2), id.slice(2)));
    // Git would take them from the work tree.
    made.write("file", "else");
    expect(await fact(made)).toEqual(NOTHING);
    expect(await isLasting(made)).toBe(false);
  });

  it("of a commit that is not here is asked about again, for it may be fetched", async () => {
    const made = temporaryRepository();
    made.commit(`copy\n\n(cherry picked from commit ${"0".repeat(40)})`, { file: "x" });
    expect(await fact(made)).toEqual(NOTHING);
    expect(await isLasting(made)).toBe(false);
  });

  it("of an empty commit proves nothing", async () => {
    const made = temporaryRepository();
    made.commit("base", { file: "x" });
    const empty = made.commit("TASK-1 empty");
    made.commit(`copy\n\n(cherry picked from commit ${empty})`);
    expect(await fact(made)).toEqual(NOTHING);
  });
});

describe("an autosquash commit", () => {
  it("finds its target among its ancestors by subject, by id and by a subject's beginning", async () => {
    const made = temporaryRepository();
    const first = made.commit("TASK-1 the first change", { a: "1" });
    const second = made.commit("TASK-2 another\nwrapped subject\n\nbody", { b: "1" });
    made.git("branch", "stash");
    made.commit("beside", { c: "1" });
    for (const [subject, target] of [
      ["fixup! TASK-1 the first change", first],
      ["squash! TASK-2 another wrapped subject", second],
      ["amend! fixup! TASK-1 the first change", first],
      [`fixup! ${first.slice(0, 10)}`, first],
      ["fixup! TASK-1 the", first],
    ] as const) {
      made.commit(subject, { d: subject });
      expect(await fact(made)).toEqual({ merge: null, kind: "autosquash", target });
    }
  });

  it("finds none that is not behind it, and takes no subject for an option", async () => {
    const made = temporaryRepository();
    made.commit("base", { a: "1" });
    made.git("checkout", "--quiet", "-b", "side");
    made.commit("TASK-1 elsewhere", { b: "1" });
    made.git("checkout", "--quiet", "main");
    for (const subject of [
      "fixup! TASK-1 elsewhere",
      "fixup! --all",
      "fixup! ",
      "fixup! stash",
      "fixup!base",
    ]) {
      made.commit(subject, { c: subject });
      expect(await fact(made)).toEqual(NOTHING);
    }
    const root = temporaryRepository();
    root.commit("fixup! base");
    expect(await fact(root)).toEqual(NOTHING);
  });
});
