import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { type ActionScene, JOB_TOKEN } from "./scene.ts";
import { scenesOfFile } from "./scenes-of-file.ts";

const METADATA = `name: Fixture
description: A fixture
inputs: { github-token: { description: The token, default: "\${{ github.token }}" } }
runs: { using: node24, main: main.cjs }
`;

/** An action that tells what its workspace is and what it can fetch, as JSON. */
function looking(script: string): string {
  const action = temporaryFolder();
  writeFileSync(join(action, "action.yml"), METADATA);
  writeFileSync(join(action, "main.cjs"), script);
  return action;
}

const LOOK = looking(`
const { spawnSync } = require("child_process");
const git = (env, ...args) => {
  const { status, stdout, stderr } = spawnSync("git", args, { env: { ...process.env, ...env }, encoding: "utf8" });
  return { status, text: (stdout + stderr).trim() };
};
const basic = Buffer.from("x-access-token:" + process.env["INPUT_GITHUB-TOKEN"]).toString("base64");
const key = "http." + process.env.GITHUB_SERVER_URL + "/.extraheader";
const config = (...values) => Object.fromEntries([["GIT_CONFIG_COUNT", String(values.length)],
  ...values.flatMap((value, at) => [["GIT_CONFIG_KEY_" + at, key], ["GIT_CONFIG_VALUE_" + at, value]])]);
const base = process.env.WANTED ?? "";
const fetching = ["fetch", "--depth=1", "--filter=blob:none", "--no-tags", "origin", base];
console.log(JSON.stringify({
  head: git({}, "rev-parse", "HEAD").text,
  branch: git({}, "branch", "--show-current").text,
  isShallow: git({}, "rev-parse", "--is-shallow-repository").text,
  sha: process.env.GITHUB_SHA,
  ref: process.env.GITHUB_REF,
  twice: git(config("AUTHORIZATION: basic " + basic), ...fetching),
  once: git(config("", "AUTHORIZATION: basic " + basic), ...fetching),
  missing: git({ GIT_NO_LAZY_FETCH: "1" }, "rev-list", "--objects", "--missing=print", "-1", base).text.split("\\n").filter((one) => one.startsWith("?")).length,
}));
`);

const scene = scenesOfFile();

describe("a job's workspace is as actions/checkout leaves it", () => {
  test("one commit of a private repository, and the base is fetched with the token that stands in no argument", async () => {
    const one = await scene({ private: true });
    const { before } = one.commitOnMain("Elsewhere (#42)", { "README.md": "# Another\n" });
    const { result, log } = await one.run("pull_request", "opened", {
      action: LOOK,
      env: { WANTED: before },
    });
    const told = JSON.parse(log.join("\n"));
    expect(told).toMatchObject({ isShallow: "true", branch: "", ref: `refs/pull/${one.number}/merge` });
    expect(told.head).toBe(told.sha);
    // What checkout left and what is handed over are two headers, which GitHub refuses.
    expect(told.twice).toMatchObject({ status: 128 });
    expect(told.twice.text).toContain("400");
    expect(told.once).toMatchObject({ status: 0 });
    expect(told.missing).toBeGreaterThan(0);
    expect(result).toBe("success");
    expect(one.server.loopback.calls.map(({ path }) => path)).toContain("/acme/shop/git-upload-pack");
  });

  test("a token without contents, and none at all, get nothing of it", async () => {
    const one = await scene({ private: true, persist: false, permissions: { pull_requests: "read" } });
    const { after } = one.commitOnMain("Elsewhere (#42)");
    const { log } = await one.run("push", "", {
      ...{ action: LOOK, env: { WANTED: after }, push: { before: null, after } },
    });
    const told = JSON.parse(log.join("\n"));
    expect(told).toMatchObject({ branch: "main", head: after, isShallow: "true" });
    expect(told.once.text).toContain("403");
  });
});

describe("the API tells what git has", () => {
  const ask = async (one: ActionScene, path: string, more: RequestInit = {}) => {
    const headers = {
      authorization: `Bearer ${JOB_TOKEN}`,
      accept: "application/vnd.github+json",
      "user-agent": "test",
      "x-github-api-version": "2022-11-28",
    };
    const reply = await fetch(`${one.store.base()}/repos/acme/shop/${path}`, { ...more, headers });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, json: text === "" ? null : JSON.parse(text) };
  };

  test("trees, blobs, contents, commits, comparisons, branches and pull requests of a real branch", async () => {
    const one = await scene({ ghes: true, base: { "golden-thread.yml": "preset: strict\n" } });
    await one.run("schedule", "", { action: looking("") });
    one.commit("Second (#42)", { "src/deep/b.js": "b\n", "Übung.md": "ü\n" });
    const { before, after } = one.push();
    const tree = await ask(one, `git/trees/${after}?recursive=1`);
    const paths = tree.json.tree.map(({ path }: { path: string }) => path);
    expect(paths).toEqual([
      ...["golden-thread.yml", "src", "src/deep", "src/deep/b.js", "src/login.js", "Übung.md"],
    ]);
    const { sha } = tree.json.tree.find(({ path }: { path: string }) => path === "src/deep/b.js");
    const blob = await ask(one, `git/blobs/${sha}`);
    expect(Buffer.from(blob.json.content, "base64").toString()).toBe("b\n");
    const file = await ask(one, `contents/${encodeURIComponent("Übung.md")}?ref=${after}`);
    expect(file.json).toMatchObject({ type: "file", path: "Übung.md", encoding: "base64" });
    expect((await ask(one, "contents/src?ref=topic")).json).toHaveLength(2);
    expect((await ask(one, `commits/${after}`)).json.commit.message).toBe("Second (#42)");
    expect((await ask(one, `git/commits/${after}`)).json.parents).toMatchObject([{ sha: before }]);
    expect((await ask(one, "git/ref/heads/topic")).json.object.sha).toBe(after);
    expect((await ask(one, `commits/${after}/pulls`)).json).toMatchObject([{ number: one.number }]);
    const main = one.objects.resolve("main");
    const compared = await ask(one, `compare/${main}...${after}?per_page=1&page=2`);
    expect(compared.json).toMatchObject({ status: "ahead", total_commits: 2, commits: [{ sha: after }] });
    const pull = await ask(one, `pulls/${one.number}`);
    expect(pull.json).toMatchObject({ commits: 2, head: { sha: after }, base: { sha: main } });
    expect((await ask(one, `commits/${"0".repeat(40)}`)).status).toBe(422);
    expect(one.problems()).toEqual([]);
  });

  test("a permission that is missing is named, and what a public repository tells needs none", async () => {
    const one = await scene({ permissions: { issues: "read" } });
    await one.run("schedule", "", { action: looking("") });
    const json = { "content-type": "application/json" };
    const post = (path: string, body: unknown) => {
      const headers = {
        authorization: `Bearer ${JOB_TOKEN}`,
        accept: "application/vnd.github+json",
        ...json,
      };
      const rest = { "user-agent": "test", "x-github-api-version": "2022-11-28" };
      const url = `${one.store.base()}/repos/acme/shop/${path}`;
      return fetch(url, { method: "POST", headers: { ...headers, ...rest }, body: JSON.stringify(body) });
    };
    const comment = await post(`issues/${one.number}/comments`, { body: "x" });
    expect(comment.status).toBe(403);
    expect(comment.headers.get("x-accepted-github-permissions")).toBe("issues=write; pull_requests=write");
    const run = await post("check-runs", { name: "x", head_sha: "0".repeat(40) });
    expect(run.headers.get("x-accepted-github-permissions")).toBe("checks=write");
    expect((await ask(one, `pulls/${one.number}`)).status).toBe(200);
    Object.assign(one.repository, { isPrivate: true });
    const refused = await ask(one, `pulls/${one.number}`);
    expect([refused.status, refused.json.message]).toEqual([403, "Resource not accessible by integration"]);
    expect(one.problems()).toEqual([]);
  });
});
