import { afterAll, describe, expect, test } from "vitest";
import { type ActionScene, openActionScene, type Staging } from "./scene.ts";

const scenes: ActionScene[] = [];
afterAll(async () => {
  for (const one of scenes) {
    await one.close();
    expect(one.problems()).toEqual([]);
  }
});

async function staged(staging: Staging): Promise<ActionScene> {
  const one = await openActionScene(staging);
  scenes.push(one);
  return one;
}

const LAW = "version: 1\nrules:\n  change-size: warn\n";
const SLIP = "version: 1\nrules:\n  tiket-exists: enforce\n";
const MERGES = { allow_squash_merge: false, allow_rebase_merge: false };

function policy(text: string, files: Readonly<Record<string, string>> = {}) {
  return [{ message: "Change the law (#42)", files: { "golden-thread.yml": text, ...files } }];
}

describe("nobody can be judged any more", () => {
  test("by a policy that is merged broken: the line is annotated before", async () => {
    const one = await staged({ base: { "golden-thread.yml": LAW }, head: policy(SLIP) });
    const { exitCode, annotations, outputs } = await one.run("pull_request");
    expect([exitCode, outputs.verdict]).toEqual([1, "fail"]);
    const [first] = annotations;
    expect(first).toMatchObject({ level: "error", file: "golden-thread.yml", line: 3 });
    expect(first?.message).toContain("did you mean ticket-exists?");
    const comment = one.comments().join().replaceAll("\\", "");
    expect(comment).toContain("golden-thread.yml, line 3 (rules.tiket-exists: unknown rule");
    expect(comment).toContain("golden-thread config validate");
  });

  test("by a base that is broken: who mends that alone is judged by the built-in law, and nobody else", async () => {
    const base = { "golden-thread.yml": SLIP };
    const [mending, other] = await Promise.all([
      staged({ base, head: policy(LAW) }),
      staged({ base, head: policy(LAW, { "a.js": "a\n" }) }),
    ]);
    const [mended, refused] = await Promise.all([mending.run("pull_request"), other.run("pull_request")]);
    expect([mended.exitCode, mended.outputs.verdict]).toEqual([0, "pass"]);
    expect(mended.summary).toContain("standard preset stands in");
    expect(mended.raw.replaceAll(/\s+/g, " ")).toContain(
      "golden-thread.yml:3: rules.tiket-exists: unknown rule",
    );
    expect([refused.exitCode, refused.outputs.verdict]).toEqual([2, undefined]);
    expect(refused.raw).toContain("::error file=golden-thread.yml,line=3,");
  });
});

describe("several pull requests in one push", () => {
  test("lose what their titles say, or lend it to one another and to whoever pushes directly", async () => {
    const one = await staged({
      merging: MERGES,
      head: [{ message: "Refresh the token", files: { "a.js": "1\n" } }],
      title: "Fix the login loop (#42)",
    });
    one.author.git("switch", "--quiet", "--create", "other", "main");
    one.commit("Count the tries (#42)", { "b.js": "2\n" });
    const number = one.open({ branch: "other", title: "Count", body: "", author: one.pull().author });
    const queue = one.queue([one.number, number], "merge");
    const group = await one.run("merge_group", "checks_requested", { queue });
    expect([group.exitCode, group.outputs.verdict]).toEqual([0, "pass"]);
    const landed = one.land(queue);
    const { after } = one.commitOnMain("Sneak in", { "c.js": "3\n" });
    const [pushed, sneaked] = await Promise.all([
      one.run("push", "", { push: landed }),
      one.run("push", "", { push: { before: landed.before, after } }),
    ]);
    expect([pushed.exitCode, pushed.outputs.verdict]).toEqual([0, "pass"]);
    expect(JSON.parse(pushed.outputs.counts ?? "")).toMatchObject({ commits: 4, referenced: 3, failed: 0 });
    expect([sneaked.exitCode, sneaked.outputs.verdict]).toEqual([1, "fail"]);
    expect(JSON.parse(sneaked.outputs.counts ?? "")).toMatchObject({ commits: 5, failed: 1 });
    expect(sneaked.raw).toContain(`${after.slice(0, 12)}`);
  });
});
