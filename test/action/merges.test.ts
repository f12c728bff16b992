import { afterAll, expect, test } from "vitest";
import { type ActionScene, openActionScene } from "./scene.ts";

const scenes: ActionScene[] = [];
afterAll(async () => {
  for (const one of scenes) await one.close();
});

const one = { message: "First (#42)\n\nWhy.\n", files: { "a.js": "1\n" } };
const two = { message: "Second (#42)\n", files: { "b.js": "2\n" } };

test.each([
  ["the page's texts", {}, [one, two], "Title (#300)\n\nBody"],
  [
    "one commit's own",
    { squash_merge_commit_title: "COMMIT_OR_PR_TITLE" },
    [one],
    "First (#42) (#300)\n\nBody",
  ],
  [
    "all commits as bullets",
    { squash_merge_commit_message: "COMMIT_MESSAGES" },
    [one, two],
    "Title (#300)\n\n* First (#42)\n\nWhy.\n\n* Second (#42)",
  ],
  ["nothing but the title", { squash_merge_commit_message: "BLANK" }, [one, two], "Title (#300)"],
])("a squashed commit says what the repository's settings take: %s", async (_, merging, head, message) => {
  const scene = await openActionScene({ merging, head, title: "Title", body: "Body\r\n" });
  scenes.push(scene);
  const { before, after } = scene.merge();
  expect(scene.objects.commit(after)).toMatchObject({ message, parents: [before], name: "Octo Dev" });
  expect(scene.objects.resolve("main")).toBe(after);
  expect(scene.objects.tree(after, false).map(({ path }) => path)).toContain("a.js");
  expect(scene.pull()).toMatchObject({ state: "merged", mergeCommit: after });
});

test("a queue holds several pull requests, and a page that is edited tells what was there", async () => {
  const scene = await openActionScene({ head: [one] });
  scenes.push(scene);
  scene.author.git("switch", "--quiet", "--create", "other", "main");
  scene.commit("Third (#42)", { "c.js": "3\n", "README.md": null });
  const author = scene.pull().author;
  const number = scene.open({ branch: "other", title: "Another", body: "", author });
  expect(scene.edit({ title: "Renamed" }, number)).toEqual({ title: { from: "Another" } });
  const queue = scene.queue([scene.number, number], "squash");
  expect(scene.objects.range(queue.base, queue.head).map(({ message }) => message)).toEqual([
    "Fix the login loop (#42) (#300)",
    "Renamed (#301)",
  ]);
  expect(queue.ref).toBe(`refs/heads/gh-readonly-queue/main/pr-301-${queue.base}`);
  expect(scene.land(queue)).toEqual({ before: queue.base, after: queue.head });
  expect(scene.objects.tree("main", true).map(({ path }) => path)).toEqual(["a.js", "c.js"]);
  const ticket = scene.ticket({ title: "New one" });
  expect(scene.repository.issues.get(ticket)).toMatchObject({ title: "New one", state: "open" });
  expect([scene.comments(), scene.writes(), scene.problems()]).toEqual([[], [], []]);
});
