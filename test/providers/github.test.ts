import { afterEach, describe, expect, test } from "vitest";
import { access, graphqlAddress } from "../../src/providers/github/access.ts";
import { connect } from "../servers/connect.ts";
import { startGithubServer, TOKENS } from "../servers/github/start.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(startGithubServer, "github");

describe("what people fear of GitHub", () => {
  const open: TrackerServer[] = [];
  const start = async (options: Parameters<typeof startGithubServer>[0] = {}): Promise<TrackerServer> => {
    const server = await startGithubServer(options);
    open.push(server);
    return server;
  };
  afterEach(async () => {
    const servers = open.splice(0);
    await Promise.all(servers.map(({ loopback }) => loopback.close()));
    for (const { problems } of servers) expect(problems).toEqual([]);
  });

  test.each([
    [undefined, "https://api.github.com", "https://api.github.com/graphql"],
    ["https://github.com", "https://api.github.com", "https://api.github.com/graphql"],
    ["https://acme.ghe.com/", "https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"],
    ["https://api.acme.ghe.com", "https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"],
    ["https://git.acme.com/", "https://git.acme.com/api/v3", "https://git.acme.com/api/graphql"],
  ])("%s is asked at the wrong address", (url, base, graphql) => {
    const settings = { kind: "github" as const, repo: "a/b", url };
    expect(access.base(settings)).toBe(base);
    expect(graphqlAddress(base)).toBe(graphql);
  });

  test("a github.com token goes to somebody's own server", () => {
    const settings = { kind: "github" as const, repo: "a/b" };
    expect(access.variables(settings).token).toEqual(["GH_TOKEN", "GITHUB_TOKEN"]);
    expect(access.variables({ ...settings, url: "https://git.acme.com" }).token).toEqual([
      "GH_ENTERPRISE_TOKEN",
      "GITHUB_ENTERPRISE_TOKEN",
    ]);
    expect(["github.com", "api.github.com", "x.ghe.com"].every(access.isVendor)).toBe(true);
    expect(["github.com.evil.example", "notgithub.com"].some(access.isVendor)).toBe(false);
  });

  test("one question an issue, although GraphQL takes fifty", async () => {
    const server = await start();
    const tracker = await connect(server);
    await tracker.many(server.crowd(120));
    expect(server.loopback.calls.map(({ path }) => path)).toEqual(Array(3).fill("/api/graphql"));
  });

  test("one and many tell different tickets", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { open: seeded, done, canceled, hostile, unicode } = server.seed;
    const ids = [seeded.id, done, canceled ?? done, hostile, unicode, "acme/shop#47", "acme/shop#62"];
    const many = await tracker.many(ids);
    for (const id of ids) expect(many.get(id)).toEqual(await tracker.one(id));
  });

  test("an old Enterprise Server refuses the whole batch for a field that it does not know", async () => {
    const server = await start({ lacks: ["issueType", "parent", "enableDuplicate"] });
    const tracker = await connect(server);
    const answers = await tracker.many([...server.crowd(2), "acme/shop#47"]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "found", "found"]);
    expect(answers.get("acme/shop#47")).toMatchObject({
      ticket: { state: { category: "canceled" }, parent: null, untold: ["parent"] },
    });
    const before = server.loopback.calls.length;
    await tracker.many(server.crowd(2));
    expect(server.loopback.calls.length - before).toBe(1);
  });

  test("an issue that went where nobody may look counts as found, or as open", async () => {
    const server = await start();
    const tracker = await connect(server);
    expect((await tracker.one("acme/shop#52")).status).toBe("absent");
  });

  test("a private repository and one that is not there can be told apart by us alone", async () => {
    const server = await start();
    const tracker = await connect(server);
    const answers = await tracker.many(["acme/vault#1", "acme/none#1", server.seed.absent]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["forbidden", "forbidden", "absent"]);
  });

  test("without a token every private issue looks deleted", async () => {
    const server = await start();
    const tracker = await connect(server, { credential: null });
    const answers = await tracker.many([server.seed.open.id, server.seed.absent, server.seed.deleted ?? ""]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "forbidden", "absent"]);
    expect(answers.get(server.seed.absent)).toMatchObject({ detail: expect.stringContaining("credential") });
    expect(server.loopback.calls.map(({ path }) => path)).not.toContain("/api/graphql");
    expect((await tracker.links(server.seed.open.id)).map(({ kind }) => kind)).toContain("commit");
  });

  test("the token of an Actions run can't prove itself by /user, and nothing is ever absent", async () => {
    const server = await start();
    const tracker = await connect(server, { credential: { user: null, token: TOKENS.app } });
    expect(await tracker.identity()).toMatchObject({ account: "41898282", name: "github-actions[bot]" });
    expect((await tracker.one(server.seed.absent)).status).toBe("absent");
  });

  test("single sign-on: the way out is named", async () => {
    const server = await start();
    const url = "https://github.com/orgs/acme/sso?authorization_request=A1B2";
    server.loopback.mishaps.push({
      status: 403,
      headers: { "x-github-sso": `required; url=${url}` },
      json: { message: "Resource protected by organization SAML enforcement." },
    });
    const answer = await (await connect(server)).one(server.seed.open.id);
    expect(answer).toMatchObject({ status: "forbidden", detail: expect.stringContaining(url) });
  });

  test("a proxy's own 404 page proves that a ticket is absent", async () => {
    const server = await start();
    server.loopback.always = {
      status: 404,
      text: "<html>nothing here</html>",
      headers: { "content-type": "text/html" },
    };
    expect((await (await connect(server)).one(server.seed.open.id)).status).toBe("unavailable");
  });

  test.each([404, 410, 422, 400])(
    "%i for a whole batch proves that all its tickets are absent",
    async (status) => {
      const server = await start();
      server.loopback.mishaps.push({ status, json: { message: "Not Found" } });
      const answers = await (await connect(server)).many(["acme/shop#42", "acme/shop#43"]);
      expect([...answers.values()].map((one) => one.status)).toEqual(["unavailable", "unavailable"]);
    },
  );

  test("422 for one ticket ends the whole check", async () => {
    const server = await start();
    server.loopback.mishaps.push({ status: 422, json: { message: "Validation Failed" } });
    expect((await (await connect(server)).one(server.seed.open.id)).status).toBe("unavailable");
  });

  test("a number that is too high has a whole batch refused", async () => {
    const server = await start();
    const answers = await (await connect(server)).many([
      server.seed.open.id,
      "acme/shop#9999999999",
      server.seed.done,
    ]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "absent", "found"]);
  });

  test("a hole in GraphQL's answer without an error counts as absent", async () => {
    const server = await start();
    server.loopback.mishaps.push({ status: 200, json: { data: { r0: { i42: null, i43: null } } } });
    const answers = await (await connect(server)).many(["acme/shop#42", "acme/shop#43"]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["unavailable", "unavailable"]);
  });

  test("a title that speaks of rate limits stops everything", async () => {
    const server = await start();
    const tracker = await connect(server);
    await tracker.edit(server.seed.open.id, { title: 'secondary rate limit "type":"RATE_LIMITED"' });
    const answers = await tracker.many([server.seed.open.id, server.seed.done]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "found"]);
  });

  test("an edit that GitHub drops in silence looks done", async () => {
    const server = await start();
    const tracker = await connect(server, { credential: { user: null, token: TOKENS.triage } });
    const edit = tracker.edit(server.seed.open.id, { labels: ["alpha"], assignees: ["reader"] });
    await expect(edit).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/labels and assignees/),
    });
  });

  test("an assignee that is not there", async () => {
    const server = await start();
    const edit = (await connect(server)).edit(server.seed.open.id, { assignees: ["nobody-here"] });
    await expect(edit).rejects.toMatchObject({
      code: "usage",
      found: expect.stringContaining("nobody-here"),
    });
  });

  test("a pull request is closed under an issue's number", async () => {
    const server = await start();
    const tracker = await connect(server);
    await expect(tracker.setState("acme/shop#44", "closed")).rejects.toMatchObject({ code: "absent" });
    expect(server.loopback.calls.every(({ method }) => method === "GET")).toBe(true);
  });

  test("a moved issue is written to where it was", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { from, to } = server.seed.moved ?? { from: "", to: "" };
    await tracker.setState(from, "not_planned");
    expect(await tracker.one(to)).toMatchObject({ ticket: { state: { category: "canceled" } } });
  });

  test("somebody else's comment is overwritten because it carries our mark", async () => {
    const server = await start();
    const { id } = server.seed.open;
    const other = await connect(server, { credential: { user: null, token: TOKENS.triage } });
    await other.comment(id, "copied", "report");
    await (await connect(server)).comment(id, "ours", "report");
    await (await connect(server)).comment(id, "ours, newer", "report");
    expect(server.comments(id).map((text) => text.split("\n")[0])).toEqual(["copied", "ours, newer"]);
  });

  test("a comment that GitHub would cut or refuse is sent all the same", async () => {
    const server = await start();
    const { id } = server.seed.open;
    const tracker = await connect(server);
    await expect(tracker.comment(id, "x".repeat(65_536), "report")).rejects.toMatchObject({ code: "usage" });
    expect(server.comments(id)).toEqual([]);
  });

  test("a mark beyond the first page of comments is not seen", async () => {
    const server = await start();
    const { id } = server.seed.open;
    const tracker = await connect(server);
    for (let at = 0; at < 101; at++) await tracker.comment(id, "x", `m${at}`);
    expect(await tracker.comment(id, "x", "m100")).toMatchObject({ changed: false });
    expect(server.comments(id)).toHaveLength(101);
  });

  test("a pull request that closes it is told as a mere mention", async () => {
    const server = await start();
    const links = await (await connect(server)).links(server.seed.open.id);
    const told = links.map(({ kind, ref, relation }) => `${kind} ${ref.slice(0, 8)} ${relation}`);
    expect(told.sort()).toEqual([
      "branch 42-login mentions",
      "commit 3f2a1b4c mentions",
      "pull-request 44 mentions",
      "pull-request 45 closes",
    ]);
  });

  test("what a search asks for is taken for a qualifier", async () => {
    const server = await start();
    const tracker = await connect(server);
    for await (const { id } of tracker.search('repo:acme/vault "is:pr" secret')) expect(id).toBe("none");
    const found: string[] = [];
    for await (const { id } of tracker.search("quokka", { labels: ["animals"], states: ["open"] }))
      found.push(id);
    expect(found).toEqual(["acme/shop#62"]);
  });

  test("pull requests are listed as tickets", async () => {
    const server = await start();
    const ids: string[] = [];
    for await (const { id } of (await connect(server)).list({ assignee: "@me" })) ids.push(id);
    expect(ids).toEqual(["acme/shop#42"]);
    for await (const { id } of (await connect(server)).list({})) ids.push(id);
    expect(ids).not.toContain("acme/shop#44");
  });

  test("the policy's spelling of a repository is taken for a move", async () => {
    const server = await start();
    const settings = { ...server.settings, repo: "Acme/Shop" };
    const answers = await (await connect(server, { settings })).many(["Acme/Shop#42", "Acme/Shop#43"]);
    for (const [id, lookup] of answers) expect(lookup).toMatchObject({ ticket: { id, movedFrom: null } });
  });
});
