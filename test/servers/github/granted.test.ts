import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PULLS } from "../pull-model.ts";
import type { Permissions } from "./permissions.ts";
import { BOT } from "./seed.ts";
import { startGithubServer } from "./start.ts";

const TOKEN = "ghs_grantedgrantedgrantedgrantedgrant0007";

let server: Awaited<ReturnType<typeof startGithubServer>>;
beforeAll(async () => {
  server = await startGithubServer({ layout: "cloud" });
  server.forge();
});
afterAll(async () => {
  await server.loopback.close();
  expect(server.problems).toEqual([]);
});

/** One request with an installation's token that may do what is said. */
async function asked(permissions: Permissions, method: string, path: string, body?: unknown) {
  server.store.tokens.set(TOKEN, { user: BOT, rights: "app", permissions });
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    // As Octokit asks.
    accept: "application/vnd.github.v3+json",
    "user-agent": "test",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const url = `${server.store.base()}${path.startsWith("/") ? path : `/repos/acme/shop/${path}`}`;
  const reply = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return {
    status: reply.status,
    needed: reply.headers.get("x-accepted-github-permissions"),
    left: reply.headers.get("x-ratelimit-remaining"),
    json: text === "" ? null : JSON.parse(text),
  };
}

describe("what an installation's token may, its permissions say one by one", () => {
  const checks: Permissions = { checks: "write" };
  const annotation = (line: number) => ({
    ...{ path: "a.js", start_line: line, end_line: line, annotation_level: "failure", message: `m${line}` },
  });
  const output = (from: number, count: number) => ({
    ...{ title: "Failed", summary: "No ticket" },
    annotations: Array.from({ length: count }, (_, at) => annotation(from + at)),
  });

  test("a check run gathers the annotations of every update, fifty at a time", async () => {
    const head = "c".repeat(40);
    const made = await asked(checks, "POST", "check-runs", {
      ...{ name: "golden-thread", head_sha: head, status: "in_progress", output: output(1, 50) },
    });
    expect(made).toMatchObject({ status: 201, json: { status: "in_progress", conclusion: null } });
    const { id } = made.json;
    const again = await asked(checks, "PATCH", `check-runs/${id}`, {
      ...{ conclusion: "failure", output: output(51, 3) },
    });
    expect(again.json).toMatchObject({
      status: "completed",
      output: { annotations_count: 53, title: "Failed" },
    });
    const told = await asked(checks, "GET", `check-runs/${id}/annotations?per_page=100`);
    expect(told.json).toHaveLength(53);
    const listed = await asked(checks, "GET", `commits/${head}/check-runs?check_name=golden-thread`);
    expect(listed.json).toMatchObject({ total_count: 1, check_runs: [{ id, conclusion: "failure" }] });
    const none = await asked({ contents: "write" }, "PATCH", `check-runs/${id}`, { conclusion: "success" });
    expect(none).toMatchObject({ status: 403, needed: "checks=write" });
  });

  test("fifty-one at once are too many", async () => {
    const body = { name: "golden-thread", head_sha: "c".repeat(40), output: output(1, 51) };
    const { status, json } = await asked(checks, "POST", "check-runs", body);
    expect([status, json.message]).toEqual([
      422,
      expect.stringContaining("must NOT have more than 50 items"),
    ]);
    expect(server.store.problems.splice(0)).toHaveLength(1);
  });

  test("labels of a pull request take either scope, those of an issue only one", async () => {
    const pulls: Permissions = { pull_requests: "write" };
    const path = `issues/${PULLS.open}/labels`;
    expect((await asked(pulls, "POST", path, { labels: ["golden", "auth"] })).json).toMatchObject([
      { name: "auth" },
      { name: "golden" },
    ]);
    expect((await asked(pulls, "DELETE", `${path}/auth`)).json).toMatchObject([{ name: "golden" }]);
    expect((await asked(pulls, "DELETE", `${path}/auth`)).status).toBe(404);
    expect(await asked(pulls, "POST", "issues/42/labels", { labels: ["x"] })).toMatchObject({
      ...{ status: 403, needed: "issues=write; pull_requests=write" },
    });
    expect((await asked({ issues: "write" }, "PUT", path, { labels: ["only"] })).json).toMatchObject([
      { name: "only" },
    ]);
  });

  test("a comment is read, changed and removed, and is gone then", async () => {
    const issues: Permissions = { issues: "write" };
    const { json } = await asked(issues, "POST", `issues/${PULLS.open}/comments`, { body: "One" });
    const path = `issues/comments/${json.id}`;
    expect((await asked(issues, "PATCH", path, { body: "Two" })).json.body).toBe("Two");
    expect(await asked({ issues: "read" }, "DELETE", path)).toMatchObject({ status: 403 });
    expect((await asked(issues, "DELETE", path)).status).toBe(204);
    expect((await asked(issues, "GET", path)).status).toBe(404);
  });

  test("GraphQL tells nothing of a private repository's issues to who may not read them", async () => {
    const query = `{ repository(owner: "acme", name: "cellar") { issue(number: 1) { title } } }`;
    const open = await asked({ issues: "read" }, "POST", "/graphql", { query });
    expect(open.json.data.repository.issue.title).toBe("Let me in 1");
    const shut = await asked({ contents: "read" }, "POST", "/graphql", { query });
    expect(shut.json.errors).toMatchObject([
      { type: "FORBIDDEN", message: "Resource not accessible by integration" },
    ]);
  });

  test("an hour's requests are counted, and the last one is the last", async () => {
    expect((await asked({}, "GET", "pulls")).left).toBe("4987");
    server.store.tokens.set("ghs_few", {
      ...{ user: BOT, rights: "app", permissions: {}, quota: { limit: 1000, remaining: 1 } },
    });
    const headers = {
      ...{ authorization: "Bearer ghs_few", "user-agent": "test", accept: "application/vnd.github+json" },
      "x-github-api-version": "2022-11-28",
    };
    const ask = () => fetch(`${server.store.base()}/repos/acme/shop/pulls`, { headers });
    expect((await ask()).headers.get("x-ratelimit-remaining")).toBe("0");
    const reply = await ask();
    expect([reply.status, reply.headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
  });
});
