import { afterAll, beforeAll, expect, test } from "vitest";
import { NUMBER, type PullScene, pullScene } from "../check-pr/scene.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { JENKINS_PULL } from "./environments.ts";

let pull: PullScene;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  pull = await pullScene(startGithubServer, {});
  pull.scene.write("src/a.js", "a");
  const head = await pull.commit("Change a file");
  await pull.scene.git("update-ref", "refs/remotes/origin/main", "main");
  await pull.push({ title: "Change a file (#42)" });
  env = { ...JENKINS_PULL, CHANGE_ID: String(NUMBER), GIT_COMMIT: head };
});
afterAll(async () => {
  await pull.close();
  expect(pull.server.problems).toEqual([]);
});

test("a title that names the ticket counts wherever the pull request is built, as long as its forge can be asked", async () => {
  const { code, stdout } = await pull.ci(env, "--json");
  const { verdict, subject, notices } = JSON.parse(stdout);
  expect([code, verdict, subject.kind, subject.label]).toEqual([0, "pass", "pull-request", `#${NUMBER}`]);
  expect(notices.join()).not.toContain("change-by-range");
});

test("a forge that is down does not make it a range: nobody knows what the title says", async () => {
  const down = { status: 500, headers: { "retry-after": "0" } };
  pull.server.loopback.onCall = ({ path }) => (path.includes("/pulls/") ? down : null);
  expect(await pull.ci(env)).toMatchObject({ code: 3, stdout: "" });
  pull.server.loopback.onCall = null;
});
