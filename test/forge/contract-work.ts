import { expect, test } from "vitest";
import { headOf, PULLS } from "../servers/pull-model.ts";
import { connectForge } from "./connect.ts";
import { faultOf, isWrite, type SetUp } from "./scene.ts";

/** What is open is found, and nothing else. */
export function tellsOpenWork(setUp: SetUp): void {
  test("openChanges: every open one, newest first, as it would be told alone", async () => {
    const { scene, forge } = await setUp();
    const open = [...scene.pulls.values()].filter(({ state }) => state === "open");
    const numbers = open.map(({ number }) => number).sort((one, other) => other - one);
    const told = [];
    for await (const live of forge.openChanges()) told.push(live);
    expect(told.map(({ number }) => number)).toEqual(numbers);
    for (const number of [PULLS.open, PULLS.fork, PULLS.draft])
      expect(told.find((live) => live.number === number)).toEqual(await forge.change(number));
  });

  test("openChanges: who looks at the first alone does not ask for the last", async () => {
    const { scene, forge } = await setUp();
    for await (const live of forge.openChanges()) {
      expect(live.state).toBe("open");
      break;
    }
    expect(scene.server.loopback.calls.length).toBeLessThan(5);
  });

  test("changesOf: the open one of a head, that of a fork too; no other commit leads to any", async () => {
    const { scene, forge } = await setUp();
    const head = (number: number): string => {
      const pull = scene.pulls.get(number);
      return pull === undefined ? "" : headOf(pull);
    };
    expect(await forge.changesOf(head(PULLS.open))).toEqual([PULLS.open]);
    expect(await forge.changesOf(head(PULLS.fork))).toEqual([PULLS.fork]);
    expect(await forge.changesOf(head(PULLS.merged))).toEqual([]);
    expect(await forge.changesOf(scene.pulls.get(PULLS.open)?.commits[0]?.id ?? "")).toEqual([]);
    expect(await forge.changesOf("f".repeat(40))).toEqual([]);
  });

  test("what only some may see is not called public", async () => {
    const { scene, forge } = await setUp();
    expect(await forge.visibility()).toBe(scene.kind === "github" ? "public" : "private");
  });
}

/** Labels and comments stand once, whoever else writes. */
export function writesRemarks(setUp: SetUp): void {
  test("labels: added once, taken away once, others left alone", async () => {
    const { forge } = await setUp();
    const labels = async () => (await forge.change(PULLS.open)).labels;
    await forge.labels(PULLS.open, { add: ["no ticket", "second"], remove: ["never/there"] });
    await forge.labels(PULLS.open, { add: ["no ticket"], remove: [] });
    expect([...(await labels())].sort()).toEqual(["auth", "no ticket", "second"]);
    await forge.labels(PULLS.open, { add: [], remove: ["no ticket", "second"] });
    expect(await labels()).toEqual(["auth"]);
  });

  test("labels: no change is no request, and a reader is told that he may not", async () => {
    const { scene, forge, writes } = await setUp();
    await forge.labels(PULLS.open, { add: [], remove: [] });
    expect(writes()).toEqual([]);
    const reader = await connectForge(scene, { credential: scene.server.credentials.reader });
    expect(await faultOf(reader.labels(PULLS.open, { add: ["x"], remove: [] }))).toBe("forbidden");
  });

  test("comment: where only an existing one is wanted, none is posted", async () => {
    const { scene, forge, writes } = await setUp();
    expect(await forge.comment(PULLS.open, "All is well.", "quiet", { existing: true })).toBeNull();
    expect(writes()).toEqual([]);
    const posted = await forge.comment(PULLS.open, "It fails.", "quiet");
    expect(await forge.comment(PULLS.open, "All is well.", "quiet", { existing: true })).toEqual(posted);
    expect(scene.comments(PULLS.open).filter((text) => text.includes("golden-thread:quiet"))).toEqual([
      expect.stringContaining("All is well."),
    ]);
  });

  test("comment: runs at the same time leave one", async () => {
    const { scene } = await setUp();
    const forges = await Promise.all([1, 2, 3].map(() => connectForge(scene)));
    await Promise.all(forges.map((forge, at) => forge.comment(PULLS.open, `Run ${at}`, "race")));
    const left = scene.comments(PULLS.open).filter((text) => text.includes("golden-thread:race"));
    expect(left).toHaveLength(1);
    const posts = scene.server.loopback.calls.filter((call) => isWrite(call) && call.method === "POST");
    expect(posts.length).toBeGreaterThan(1);
  });
}
