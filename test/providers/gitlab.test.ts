import { afterEach, describe, expect, test } from "vitest";
import { access } from "../../src/providers/gitlab/access.ts";
import { inert } from "../../src/providers/quick-actions.ts";
import { connect } from "../servers/connect.ts";
import { startGitlabServer, TOKENS } from "../servers/gitlab/start.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(startGitlabServer, "gitlab");

describe("what people fear of GitLab", () => {
  const open: TrackerServer[] = [];
  const start = async (): Promise<TrackerServer> => {
    const server = await startGitlabServer();
    open.push(server);
    return server;
  };
  afterEach(async () => {
    const servers = open.splice(0);
    await Promise.all(servers.map(({ loopback }) => loopback.close()));
    for (const { problems } of servers) expect(problems).toEqual([]);
  });

  test.each([
    [undefined, "https://gitlab.com/api/v4"],
    ["https://git.acme.com/", "https://git.acme.com/api/v4"],
    ["https://acme.com/gitlab", "https://acme.com/gitlab/api/v4"],
    ["https://git.acme.com/api/v4", "https://git.acme.com/api/v4"],
  ])("%s is asked at the wrong address", (url, base) => {
    expect(access.base({ kind: "gitlab", project: "a/b", url })).toBe(base);
    expect(access.isVendor("gitlab.com.evil.example")).toBe(false);
  });

  test("a hundred issues are asked one by one, or more than a page holds", async () => {
    const server = await start();
    await (await connect(server)).many(server.crowd(250));
    expect(server.loopback.calls.map(({ query }) => query.getAll("iids[]").length)).toEqual([100, 100, 50]);
  });

  test("an epic that an issue names is taken for one that there is not", async () => {
    const server = await start();
    expect((await (await connect(server)).many(["acme&5"])).get("acme&5")?.status).toBe("unavailable");
    expect(server.loopback.calls).toEqual([]);
  });

  test("a merge request's number is looked up among the issues", async () => {
    const server = await start();
    const answer = await (await connect(server)).one("acme/shop!45");
    expect(answer).toEqual({ status: "absent", detail: "it is a merge request" });
    expect(server.loopback.calls).toEqual([]);
  });

  test("a moved issue counts as closed, because its shell is", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { from, to } = server.seed.moved ?? { from: "", to: "" };
    expect(await tracker.one(from)).toMatchObject({ ticket: { id: to, state: { category: "open" } } });
    expect((await tracker.one("acme/shop#52")).status).toBe("forbidden");
  });

  test.each([400, 403, 404])(
    "%i on the way to one moved issue is said of its whole batch",
    async (status) => {
      const server = await start();
      server.loopback.onCall = ({ path }) =>
        path.endsWith("/notes") ? { status, json: { message: "no" } } : null;
      const answers = await (await connect(server)).many([server.seed.open.id, "acme/shop#50"]);
      expect(answers.get(server.seed.open.id)?.status).toBe("found");
      expect(answers.get("acme/shop#50")?.status).toBe(status === 403 ? "forbidden" : "unavailable");
    },
  );

  test("a renamed project loses its tickets", async () => {
    const server = await start();
    const settings = { ...server.settings, project: "acme/old-shop" };
    const tracker = await connect(server, { settings });
    expect(await tracker.one("acme/old-shop#42")).toMatchObject({
      status: "found",
      ticket: { id: "acme/shop#42", movedFrom: "acme/old-shop#42" },
    });
    await tracker.setState("acme/old-shop#42", "done");
    expect(await tracker.one("acme/shop#42")).toMatchObject({ ticket: { state: { category: "done" } } });
  });

  test("a private project and one that is not there are taken for absent tickets", async () => {
    const server = await start();
    const answers = await (await connect(server)).many(["acme/vault#1", "acme/none#1", server.seed.absent]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["forbidden", "forbidden", "absent"]);
  });

  test("without a token a confidential issue looks deleted", async () => {
    const server = await start();
    const tracker = await connect(server, { credential: null });
    const answers = await tracker.many([server.seed.open.id, server.seed.absent, "acme/vault#1"]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "forbidden", "forbidden"]);
    expect(answers.get(server.seed.absent)).toMatchObject({ detail: expect.stringContaining("credential") });
  });

  test("a proxy's own 404 page is taken for GitLab's word", async () => {
    const server = await start();
    server.loopback.always = {
      status: 404,
      text: "<html>no</html>",
      headers: { "content-type": "text/html" },
    };
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

  test("a line of a report closes the issue", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { id } = server.seed.open;
    await tracker.comment(id, "Report:\n/close\n\n```\n/close\n```", "report");
    await tracker.edit(id, { description: "Why\n\n/close" });
    expect(await tracker.one(id)).toMatchObject({ ticket: { state: { category: "open" } } });
    expect(server.comments(id)[0]).toContain("```\n/close\n```");
  });

  test.each([
    ["/close", "\\/close"],
    ["a\n  /label ~x", "a\n  \\/label ~x"],
    ["~~~\n/close\n~~~\n/close", "~~~\n/close\n~~~\n\\/close"],
    ["/1 and a/b", "/1 and a/b"],
  ])("%j keeps a command", (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  test("an edit that GitLab drops in silence looks done", async () => {
    const server = await start();
    const guest = await connect(server, { credential: { user: null, token: TOKENS.guest } });
    await expect(guest.edit(server.seed.open.id, { labels: ["alpha"] })).rejects.toMatchObject({
      code: "forbidden",
    });
    const good = await connect(server);
    const two = good.edit(server.seed.open.id, { assignees: ["ada", "gus"] });
    await expect(two).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("assignees"),
    });
  });

  test("assignees by name, by number, and none", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { id } = server.seed.open;
    for (const [assignees, account] of [
      [["gus"], ["9"]],
      [["7"], ["7"]],
      [[], []],
    ] as const) {
      await tracker.edit(id, { assignees });
      const lookup = await tracker.one(id);
      expect(lookup.status === "found" && lookup.ticket.assignees.map((one) => one.account)).toEqual(account);
    }
    await expect(tracker.edit(id, { assignees: ["nobody"] })).rejects.toMatchObject({ code: "usage" });
    const fields = (await tracker.history(id)).map(({ field, from, to }) => [field, from, to]);
    expect(fields).toContainEqual(["assignees", "@ada", "@gus"]);
  });

  test("what was renamed and rewritten stands in no history", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { id } = server.seed.open;
    await tracker.edit(id, { title: "Another", description: "New", labels: ["auth", "new"] });
    const events = (await tracker.history(id)).map(({ field, from, to }) => [field, from, to]);
    expect(events).toContainEqual(["title", "Login fails after token refresh", "Another"]);
    expect(events).toContainEqual(["description", null, null]);
    expect(events).toContainEqual(["labels", "bug", null]);
    expect(events).toContainEqual(["labels", null, "new"]);
  });

  test("a merge request that closes it is told as a mere mention, a commit not at all", async () => {
    const server = await start();
    const links = await (await connect(server)).links(server.seed.open.id);
    expect(links.map(({ kind, ref, relation }) => `${kind} ${ref.slice(0, 8)} ${relation}`)).toEqual([
      "pull-request 45 closes",
      "pull-request 44 mentions",
      "commit 3f2a1b4c mentions",
    ]);
  });

  test("somebody else's comment is overwritten because it carries our mark", async () => {
    const server = await start();
    const { id } = server.seed.open;
    const guest = await connect(server, { credential: { user: null, token: TOKENS.guest } });
    await guest.comment(id, "copied", "report");
    await (await connect(server)).comment(id, "ours", "report");
    await (await connect(server)).comment(id, "ours, newer", "report");
    expect(server.comments(id).map((text) => text.split("\n")[0])).toEqual(["copied", "ours, newer"]);
  });

  test("a comment that GitLab would cut or refuse is sent all the same", async () => {
    const server = await start();
    const { id } = server.seed.open;
    const tracker = await connect(server);
    await expect(tracker.comment(id, "x".repeat(1_000_000), "report")).rejects.toMatchObject({
      code: "usage",
    });
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

  test("a token without the scope to write is told which one it needs", async () => {
    const server = await start();
    const tracker = await connect(server, { credential: server.credentials.reader });
    expect((await tracker.identity()).rights).toEqual(["read_api"]);
    const edit = tracker.edit(server.seed.open.id, { title: "x" });
    await expect(edit).rejects.toMatchObject({ code: "forbidden", fix: expect.stringContaining("api") });
  });

  test("only my own issues are listed, because GitLab starts from those", async () => {
    const server = await start();
    const ids: string[] = [];
    for await (const { id } of (await connect(server)).list({ assignee: "@me" })) ids.push(id);
    expect(ids).toEqual(["acme/shop#42"]);
    for await (const { id } of (await connect(server)).list({ assignee: "ada", types: ["bug"] }))
      ids.push(id);
    expect(ids).toHaveLength(2);
  });

  test("422 for a ticket ends the whole check", async () => {
    const server = await start();
    server.loopback.mishaps.push({ status: 422, json: { message: "no" } });
    expect((await (await connect(server)).one(server.seed.open.id)).status).toBe("unavailable");
  });
});
