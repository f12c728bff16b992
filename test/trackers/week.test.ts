import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ran } from "../cli/world.ts";
import { letControl } from "../servers/control.ts";
import { variablesOf } from "../servers/entry.ts";
import { startGithubServer } from "../servers/github/start.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { age, endPause } from "./later.ts";
import { openScene, type Scene } from "./scene.ts";

let server: TrackerServer;
let scene: Scene;
beforeAll(async () => {
  server = await startGithubServer();
  await letControl(server);
  const token = variablesOf({ token: ["GH_ENTERPRISE_TOKEN"] }, server.credentials.good);
  scene = await openScene({ policy: null, variables: token, trust: [], shipped: true });
});
afterAll(async () => {
  scene.close();
  await server.loopback.close();
});

/** What a person types and reads in the first week with a tracker; `week.txt` is rewritten by `vitest run -u`. */
test("what people read in their first week is not what was meant", async () => {
  const story: string[] = [];
  const tell = (text: string): void => {
    story.push(`\n# ${text}`);
  };
  const type = async (line: string, ran: Promise<Ran>): Promise<number> => {
    const { code, stdout, stderr } = await ran;
    story.push(`$ ${line}`, `${stdout}${stderr}`.trimEnd(), `-> ${code}`);
    return code;
  };
  const commit = (subject: string) =>
    type(`git commit -m "${subject}"`, scene.git("commit", "--quiet", "--allow-empty", "-m", subject));
  const golden = (line: string) => type(`golden-thread ${line}`, scene.golden(...line.split(" ")));
  const order = (name: string) =>
    fetch(`${server.loopback.origin}/__golden-thread/${name}`, { method: "POST" });

  tell("Monday. The repository lies on a GitHub Enterprise Server, whose name says nothing of GitHub.");
  await scene.git("remote", "add", "origin", `${server.loopback.origin}/acme/shop.git`);
  const entry = `github: { kind: github, repo: acme/shop, url: "${server.loopback.origin}" }`;
  const named = scene.golden("init", "--yes", "--remote", entry);
  expect(await type(`golden-thread init --yes --remote '${entry}'`, named)).toBe(0);
  expect(await golden("remote check")).toBe(2);
  expect(await golden(`remote trust ${server.loopback.origin}`)).toBe(0);
  expect(await golden("remote check")).toBe(0);
  await scene.git("add", ".");
  expect(await commit("Set up the gate (#42)")).toBe(0);

  tell("Tuesday. #42 is closed; a minute later the answer of before still counts here, not in CI.");
  server.move("acme/shop#42", "closed");
  expect(await commit("Go on (#42)")).toBe(0);
  expect(await golden("check commit HEAD --place ci")).toBe(1);
  tell("Ten minutes later it is asked for again.");
  age(scene, 11);
  expect(await commit("Go on once more (#42)")).toBe(1);

  tell("Wednesday. #42 is opened again.");
  server.move("acme/shop#42", "open");
  expect(await commit("Go on at last (#42)")).toBe(0);

  tell("Thursday. The token is revoked.");
  age(scene, 11);
  await order("revoke");
  expect(await commit("Work without a token (#42)")).toBe(0);
  expect(await golden("remote check")).toBe(2);
  expect(await golden("check commit HEAD --place ci")).toBe(3);

  tell("Friday. A new token, and no network; #42 was seen open before, #61 never.");
  await order("ok");
  await order("kill");
  expect(await commit("Work on the train (#42)")).toBe(0);
  expect(await commit("Something else on the train (#61)")).toBe(0);
  expect(await golden("remote check")).toBe(3);
  tell("At home.");
  await order("ok");
  endPause(scene, "github");
  expect(await commit("Back again (#61)")).toBe(0);
  expect(server.problems).toEqual([]);
  await expect(plain(story.join("\n"))).toMatchFileSnapshot("week.txt");
});

/** Without what is another one in each run: ports, folders, ids, times. */
function plain(story: string): string {
  return `${story
    .replaceAll(server.loopback.origin, "http://TRACKER")
    .replaceAll(scene.root, "WORK")
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replace(/\b\d\d:\d\d:\d\d\b/g, "CLOCK")
    .replace(/(?<=of 5,000) +[\d,]+$/gm, "  MS")
    .replace(/UND_ERR_SOCKET other side closed|ECONNRESET \w+ ECONNRESET/g, "CUT")
    .replace(/ms$/gm, "MS")
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/g, "ID")
    .trim()}\n`;
}
