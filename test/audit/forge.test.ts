import { afterAll, beforeAll, expect, test } from "vitest";
import { NUMBER, type PullScene, pullScene } from "../check-pr/scene.ts";
import { startGithubServer } from "../servers/github/start.ts";

let pull: PullScene;
/** What no ledger lists, nobody lists: a tracker is asked for what is named alone. */
const STATES = {
  messages: "done",
  paths: "done",
  lines: "done",
  tree: "done",
  blame: "not-asked",
  proposals: "done",
  tickets: "partial",
};

const ids: Record<string, string> = {};
beforeAll(async () => {
  pull = await pullScene(startGithubServer, {});
  pull.scene.write("src/a.js", "// #42\n");
  ids.first = await pull.commit("Change a file (#42)");
  pull.scene.write("src/b.js", "b\n");
  ids.second = await pull.commit("Change another");
  await pull.push();
  await pull.scene.git("switch", "--quiet", "main");
  await pull.scene.git("merge", "--quiet", "--no-ff", "-m", "Bring it in", "topic");
  ids.merge = (await pull.scene.git("rev-parse", "HEAD")).stdout.trim();
  const brought = pull.forge.pulls.get(NUMBER);
  if (brought === undefined) throw new Error("the pull request is not there");
  brought.state = "merged";
  brought.mergeCommit = ids.merge;
});
afterAll(async () => {
  await pull.close();
  expect(pull.server.problems).toEqual([]);
});

test("a pull request that no commit names is not counted, or can't be traced", async () => {
  const ran = await pull.scene.golden("audit", "--with", "proposals", "--place", "ci", "--json");
  expect(ran).toMatchObject({ code: 1, stderr: "" });
  const { parts, coverage, tickets, history, report } = JSON.parse(ran.stdout);
  const states = parts.map(({ part, state }: Record<string, string>) => [part, state]);
  expect(Object.fromEntries(states)).toEqual(STATES);
  expect(history.change.map((number: number, index: number) => [report.commits.id[index], number])).toEqual(
    expect.arrayContaining(["first", "second", "merge"].map((name) => [ids[name], NUMBER])),
  );
  // One of its commits names no ticket.
  expect(coverage.proposals).toEqual({ covered: 0, total: 1, percent: 0 });
  expect(tickets).toMatchObject([{ key: "acme/shop#42", status: "found", changes: [NUMBER] }]);
  const traced = await pull.scene.golden("trace", `!${NUMBER}`, "--json");
  const { commits } = JSON.parse(traced.stdout);
  expect(commits.map(({ id }: Record<string, string>) => id).sort()).toEqual(Object.values(ids).sort());
});
