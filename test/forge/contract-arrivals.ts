import { expect, test } from "vitest";
import { newPull, PULLS, type Pull, sha } from "../servers/pull-model.ts";
import { faultOf, type SetUp } from "./scene.ts";

/** When commits came in is told by merges into the default branch of this very repository, and by nothing else. */
export function tellsArrivals(setUp: SetUp): void {
  async function withPull(number: number, more: Partial<Pull<unknown>>) {
    const open = await setUp();
    const author = open.scene.pulls.get(PULLS.open)?.author;
    open.scene.pulls.set(number, newPull(number, author, { state: "merged", ...more }));
    return { ...open, ids: [sha(number * 1000), sha(number * 1000 + 1)] };
  }
  const at = new Date(PULLS.mergedAt).toISOString();

  test("arrivals: commits of a merged pull request, and the one that its merge made", async () => {
    const { forge } = await setUp();
    const ids = [sha(PULLS.merged * 1000), sha(PULLS.merged * 1000 + 1), PULLS.mergeCommit];
    const told = await forge.arrivals([...ids, ...ids]);
    expect([...told].sort()).toEqual(ids.sort().map((id) => [id, { at, number: PULLS.merged }]));
  });

  test("arrivals: open, closed, and unknown commits never came in", async () => {
    const { forge } = await setUp();
    const ids = [PULLS.open, PULLS.draft, PULLS.closed].map((number) => sha(number * 1000));
    expect([...(await forge.arrivals([...ids, sha(42), PULLS.tip]))]).toEqual([]);
  });

  test("arrivals: what was merged into another branch is not in the default one", async () => {
    const { forge, ids } = await withPull(401, { base: PULLS.openBranch });
    expect([...(await forge.arrivals(ids))]).toEqual([]);
  });

  test("arrivals: a pull request of another repository with the same commits counts for nothing", async () => {
    const { forge, ids } = await withPull(402, { isElsewhere: true, mergedAt: "2020-01-01T00:00:00Z" });
    expect([...(await forge.arrivals(ids))]).toEqual([]);
  });

  test("arrivals: one that came from a fork came in", async () => {
    const { forge, ids } = await withPull(403, { isFork: true });
    expect([...(await forge.arrivals(ids)).values()]).toEqual([
      { at, number: 403 },
      { at, number: 403 },
    ]);
  });

  test("arrivals: of several merges the first counts", async () => {
    const { scene, forge, ids } = await withPull(404, {});
    const first = scene.pulls.get(404);
    if (first !== undefined)
      scene.pulls.set(405, { ...first, number: 405, mergedAt: "2026-11-02T22:30:00Z" });
    expect((await forge.arrivals(ids)).get(ids[0] ?? "")).toEqual({
      at: "2026-11-02T22:30:00.000Z",
      number: 405,
    });
  });

  test("arrivals: none of 300 is lost, and no question is asked twice", async () => {
    const { scene, forge } = await setUp();
    const pull = scene.pulls.get(PULLS.crowded);
    if (pull !== undefined) scene.pulls.set(PULLS.crowded, { ...pull, state: "merged" });
    const ids = Array.from({ length: PULLS.crowd }, (_, index) => sha(PULLS.crowded * 1000 + index));
    expect((await forge.arrivals(ids)).size).toBe(PULLS.crowd);
    const asked = scene.server.loopback.calls.map(({ path, text }) => `${path} ${text}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(scene.kind === "gitlab" ? PULLS.crowd + 1 : 7);
  });

  test("arrivals: a text that is no commit id is never put into a question", async () => {
    const { scene, forge } = await setUp();
    for (const text of ["HEAD", sha(1).slice(1), `${sha(1)}") { id } #`, ""])
      expect(await faultOf(forge.arrivals([sha(2), text]))).toBe("internal");
    expect(scene.server.loopback.calls).toEqual([]);
  });

  test("arrivals: no commits, no question", async () => {
    const { scene, forge } = await setUp();
    expect([...(await forge.arrivals([]))]).toEqual([]);
    expect(scene.server.loopback.calls).toEqual([]);
  });

  test("arrivals: a repository that is not there is no history without merges", async () => {
    const { scene } = await setUp();
    const { forge } = await setUp({ repository: `${scene.repository}-gone` });
    expect(await faultOf(forge.arrivals([sha(1)]))).toBe("absent");
  });
}
