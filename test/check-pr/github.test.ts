import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { golden } from "../cli/world.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { evidenceKey } from "../verify/made.ts";
import { NUMBER, type PullScene, pullScene } from "./scene.ts";

const POLICY = "waivers: { approvers: [ada] }\nrules: { change-size: { level: enforce, max_files: 2 } }\n";
const WAIVERS = `- id: W-1
  rules: [reference-required]
  for: { pr: [${NUMBER}] }
  reason: The pager rang at night.
  incident: INC-9
  approver: ada
  created: 2026-11-20
  expires: 2026-11-25
`;

const TOLD = {
  parents: ["c".repeat(40)],
  message: "Pushed elsewhere (#42)",
  name: "Ada",
  email: "ada@example.test",
  at: "2026-11-21T10:00:00Z",
};

let pull: PullScene;
beforeAll(async () => {
  pull = await pullScene(startGithubServer, { policy: POLICY });
  pull.scene.write("src/a.js", "a");
  await pull.commit("Change a file");
  pull.scene.write("src/b.js", "b");
  await pull.commit("Change another (#42)");
  await pull.push();
});
afterAll(async () => {
  await pull.close();
  expect(pull.server.problems).toEqual([]);
});

const number = ["--number", String(NUMBER)];

/** The codes that a rule gave, for the whole and for each distinct commit. */
async function codes(rule: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await pull.check(...number, ...args, "--json");
  expect(stderr).toBe("");
  if (code > 1) throw new Error(stdout);
  const { findings, keys, commits, subject, verdict, notices } = JSON.parse(stdout);
  const of = (list: readonly { rule: string; code: string }[]) =>
    list.filter((one) => one.rule === rule).map((one) => one.code);
  return {
    code,
    verdict,
    subject,
    notices,
    whole: of(findings),
    commits: commits.key.map((key: number) => of(keys[key].findings).join()).sort(),
  };
}

describe("what a pull request says counts for every commit", () => {
  test("a commit without a ticket hides in a pull request without one", async () => {
    await pull.push({ title: "Change things" });
    const answer = await codes("reference-required");
    expect(answer).toMatchObject({
      code: 1,
      verdict: "fail",
      subject: { kind: "pull-request", label: `#${NUMBER}`, branch: "topic", complete: true },
      whole: ["lost"],
      commits: ["missing", "referenced"],
    });
  });

  test.each([
    ["the title", { title: "Change things (#42)" }],
    ["the description", { body: "Fixes #42\r\n" }],
    ["the branch", { branch: "42-things", body: "For #42" }],
  ])("what %s names counts for no commit", async (_, more) => {
    await pull.push(more);
    expect(await codes("reference-required")).toMatchObject({
      code: 0,
      commits: ["referenced", "referenced"],
    });
  });

  test("our own block in a body authorises the change that it describes", async () => {
    const block = `<!-- golden-thread:spec:begin v=1 sha256=${"0".repeat(64)} -->\nSee #42\n<!-- golden-thread:spec:end -->`;
    await pull.push({ body: block });
    expect(await codes("reference-required")).toMatchObject({ code: 1, commits: ["missing", "referenced"] });
  });
});

test("a large pull request of small commits is read as small ones", async () => {
  await pull.push({ title: "Change things (#42)" });
  expect(await codes("change-size")).toMatchObject({ code: 0, whole: ["small"], commits: ["", ""] });
  const args = ["--base", "main~0"];
  await pull.scene.git("switch", "--quiet", "--create", "larger");
  pull.scene.write("src/c.js", "c");
  const head = await pull.commit("A third");
  const answer = await codes("change-size", ...args, "--head", head);
  expect(answer).toMatchObject({ code: 1, whole: ["too-many-files"] });
  expect(answer.notices.join()).toContain("head-moved");
  await pull.scene.git("switch", "--quiet", "topic");
});

test("evidence of a pull request claims what only a landed change can, or tells what its description says", async () => {
  await pull.push({ title: "Change things (#42)", body: "Pigeonhole" });
  const { env, root } = pull.scene;
  const out = join(root, "..", "evidence");
  env.GOLDEN_THREAD_SIGNING_KEY = evidenceKey().pem;
  const ran = await pull.check(...number, "--out", out, "--sign", "key");
  delete env.GOLDEN_THREAD_SIGNING_KEY;
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const words = ["verify", out, "--key", join(out, "evidence.pub.pem"), "--repo", root, "--json"];
  const verified = await golden(words, { cwd: root, env });
  expect([verified.code, JSON.parse(verified.stdout)]).toEqual([
    0,
    expect.objectContaining({ verdict: "pass", records: 1, claims: 0, commits: 2 }),
  ]);
  const line = readFileSync(join(out, "evidence.intoto.jsonl"), "utf8").trimEnd();
  const text = Buffer.from(JSON.parse(line).payload, "base64").toString("utf8");
  const { predicate } = JSON.parse(text);
  expect(predicate).toMatchObject({ phase: "pre-merge", change: { targetRef: "refs/heads/main" } });
  expect(text).not.toMatch(/Pigeonhole|Change things/);
  expect(JSON.stringify(predicate.change)).toContain(`pull/${NUMBER}`);
});

describe("nothing but the forge says what a pull request says", () => {
  const event = (more: object) =>
    JSON.stringify({
      repository: { full_name: "acme/shop" },
      pull_request: { number: NUMBER, title: "Replayed (#42)", base: { sha: "f".repeat(40) }, ...more },
    });

  test("an old payload is replayed to judge another title", async () => {
    await pull.push({ title: "Change things" });
    pull.scene.write("../event.json", event({}));
    expect((await pull.check("--event", "../event.json")).code).toBe(1);
  });

  test("a payload of another repository is taken for one of this", async () => {
    pull.scene.write("../event.json", event({}).replace("acme/shop", "acme/other"));
    const { code, stderr } = await pull.check("--event", "../event.json");
    expect(code).toBe(2);
    expect(stderr).toContain("acme/other");
  });

  test.each([
    ["nothing", "{}"],
    ["no JSON", "{"],
    ["no number", event({ number: "12" })],
  ])("a payload that says %s ends in a stack trace", async (_, text) => {
    pull.scene.write("../event.json", text);
    expect((await pull.check("--event", "../event.json")).code).toBe(2);
  });
});

test("a pull request loosens the law that judges it, or waives itself", async () => {
  await pull.push({ title: "Change things" });
  await pull.scene.git("switch", "--quiet", "--create", "loose");
  pull.scene.write("golden-thread.yml", "version: 1\nrules: { reference-required: off }\n");
  pull.scene.write("golden-thread.waivers.yml", WAIVERS);
  const head = await pull.commit("Loosen the law (#42)");
  const { commits } = await codes("reference-required", "--head", head, "--base", "main");
  expect(commits).toContain("missing");
  await pull.scene.git("switch", "--quiet", "topic");
});

test("an excuse for one pull request, given on main, excuses none", async () => {
  await pull.push({ title: "Change things" });
  await pull.scene.git("switch", "--quiet", "--create", "excused", "main");
  pull.scene.write("golden-thread.waivers.yml", WAIVERS);
  const base = await pull.commit("Excuse it (#42)");
  await pull.scene.git("switch", "--quiet", "topic");
  const { code, stdout } = await pull.check(...number, "--base", base, "--json");
  expect(code).toBe(0);
  expect(stdout).toContain('"waiver":"W-1"');
});

test("after a rebase its own commits are the law, or after a squash the base is another one", async () => {
  const { scene } = pull;
  const git = async (...args: string[]) => (await scene.git(...args)).stdout.trim();
  await git("switch", "--quiet", "--create", "rebased", "main");
  const law = readFileSync(join(scene.root, "golden-thread.yml"), "utf8");
  const loose = law.replace("rules: {", "rules: { reference-required: off,");
  scene.write("golden-thread.yml", loose);
  const first = await pull.commit("Loosen the law");
  scene.write("src/z.js", "z");
  const last = await pull.commit("Change without a ticket");
  const commits = [first, last].map((id, at) => ({
    ...TOLD,
    id,
    message: ["Loosen the law", "Change without a ticket"][at] ?? "",
  }));
  for (const mergeCommit of [last, null]) {
    await pull.push({ title: "Change things", state: "merged", mergeCommit, commits });
    const { code, stdout, stderr } = await pull.check(...number, "--json");
    if (mergeCommit === null)
      expect([code, `${stdout}${stderr}`]).toEqual([3, expect.stringContaining("--base")]);
    else expect([code, JSON.parse(stdout).counts]).toMatchObject([1, { commits: 2 }]);
  }
  await git("switch", "--quiet", "--create", "squashed", "main");
  scene.write("golden-thread.yml", loose);
  const mergeCommit = await pull.commit("Change things (#12)");
  await pull.push({ title: "Change things", state: "merged", mergeCommit, commits });
  const { code, stdout } = await pull.check(...number, "--json");
  expect([code, JSON.parse(stdout).counts]).toMatchObject([1, { commits: 2 }]);
  await git("switch", "--quiet", "topic");
  await pull.push();
});

describe("what is not known passes", () => {
  test("there is no such pull request", async () => {
    const { code, stderr } = await pull.check("--number", "4711", "--base", "main");
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("4711") });
  });

  test("the clone lacks the base, and the branch's own law stands in", async () => {
    const tip = pull.forge.tips.get("main") ?? "";
    pull.forge.tips.set("main", "e".repeat(40));
    const { code, stderr } = await pull.check(...number);
    pull.forge.tips.set("main", tip);
    expect({ code, stderr }).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("git fetch origin main"),
    });
  });

  test("the clone lacks the commits, and what the forge tells of them is taken for all", async () => {
    const commits = [...(pull.forge.pulls.get(NUMBER)?.commits ?? []), { ...TOLD, id: "d".repeat(40) }];
    await pull.push({ title: "Change things", commits });
    const { code, stdout } = await pull.check(...number, "--json");
    const { keys, notices, subject, counts } = JSON.parse(stdout);
    expect({ code, complete: subject.complete }).toEqual({ code: 1, complete: true });
    expect(counts).toMatchObject({ commits: 3, referenced: 2, failed: 1 });
    expect(JSON.stringify(keys)).toContain('"code":"missing"');
    expect(notices.join()).toContain("commits-told");
  });

  test("the token is gone", async () => {
    const { good } = pull.server.credentials;
    for (const [name, value] of Object.entries(pull.scene.env))
      if (value === good.token) pull.scene.env[name] = undefined;
    const { code, stderr } = await pull.check(...number);
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining("is not known") });
  });
});
