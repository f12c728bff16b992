import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../house/sources.ts";
import { actionNode } from "./node.ts";
import { type ActionScene, openActionScene } from "./scene.ts";

let one: ActionScene;
beforeAll(async () => {
  one = await openActionScene({ private: true, clone: "full" });
});
afterAll(() => one.close());

/** Requests of a run to GitHub's API, git's own left out, and the verdict. */
async function asked(action: string) {
  const before = one.server.loopback.calls.length;
  const { outputs } = await one.run("pull_request", action);
  const calls = one.server.loopback.calls.slice(before).map(({ method, path }) => `${method} ${path}`);
  return { verdict: outputs.verdict, calls: calls.filter((call) => !call.includes(" /acme/shop/")) };
}

test(`an ordinary run asks GitHub as often as docs/action.md says, under ${actionNode.label}`, async () => {
  const passing = await asked("opened");
  one.edit({ title: "Fix the login loop" });
  one.author.git("commit", "--quiet", "--amend", "--message=Fix the login loop");
  one.push();
  const failing = await asked("synchronize");
  const again = await asked("edited");
  expect([passing, failing, again].map(({ verdict }) => verdict)).toEqual(["pass", "fail", "fail"]);
  expect(one.comments()).toHaveLength(1);
  const page = readFileSync(join(root, "docs", "action.md"), "utf8").replaceAll(/\s+/g, " ");
  const told = /costs (\d+) requests .* (\d+) when it fails .* and (\d+) when/.exec(page)?.slice(1, 4);
  expect([passing, failing, again].map(({ calls }) => String(calls.length))).toEqual(told);
});
