import { afterEach, describe, expect, test } from "vitest";
import { startClickupServer } from "../servers/clickup/index.ts";
import { connect } from "../servers/connect.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(startClickupServer, "clickup");

describe("ClickUp's own traps", () => {
  const open: TrackerServer[] = [];
  const start = async () => {
    const server = await startClickupServer();
    open.push(server);
    return server;
  };
  afterEach(async () => {
    for (const { loopback, problems } of open.splice(0)) {
      await loopback.close();
      expect(problems).toEqual([]);
    }
  });

  test("a task that does not exist is refused with 401, and that is no dead token", async () => {
    const server = await start();
    const tracker = await connect(server);
    const answers = await tracker.many(["86zzzzzz9", "86ew42633", "86zzzzzz8"]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["forbidden", "found", "forbidden"]);
    expect(server.loopback.calls.filter(({ path }) => path.endsWith("/user"))).toHaveLength(1);
  });

  test("a dead token is asked about with the same 401, and counts as one", async () => {
    const server = await start();
    const tracker = await connect(server);
    server.loopback.onCall = ({ path }) =>
      path.endsWith("/user")
        ? { status: 401, json: { err: "Token invalid", ECODE: "OAUTH_025" } }
        : { status: 401, json: { err: "Team(s) not authorized", ECODE: "OAUTH_023" } };
    expect((await tracker.one("86ew42633")).status).toBe("credentials");
  });

  test("an id of the workspace's own finds the task, everywhere", async () => {
    const server = await start();
    const tracker = await connect(server);
    expect(await tracker.one("SHOP-42")).toMatchObject({
      status: "found",
      ticket: { id: "SHOP-42", key: "SHOP-42", movedFrom: null, url: "https://app.clickup.com/t/86ew42633" },
    });
    await tracker.setState("SHOP-42", "done");
    await tracker.edit("SHOP-42", { title: "Changed", assignees: ["bob@example.com"] });
    await tracker.comment("SHOP-42", "x", "m");
    expect(server.comments("86ew42633")).toEqual(["x\n\ngolden-thread:m"]);
    expect(await tracker.one("86ew42633")).toMatchObject({
      ticket: {
        id: "86ew42633",
        title: "Changed",
        assignees: [{ name: "Bob Ops" }],
        state: { category: "done" },
      },
    });
  });

  test("a task of another workspace authorises nothing", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one("86ew4263f")).toEqual({
      status: "absent",
      detail: "it is in another workspace",
    });
    await expect(tracker.edit("86ew4263f", { title: "x" })).rejects.toMatchObject({ code: "absent" });
  });

  test("a task of another space is found, and says which", async () => {
    const server = await start();
    const tracker = await connect(server, { settings: { ...server.settings, spaces: ["701"] } });
    expect(await tracker.one("86ew4263e")).toMatchObject({ status: "found", ticket: { project: "702" } });
    for await (const { project } of tracker.list({})) expect(project).toBe("701");
  });

  test("a status called done that is none is told by its kind", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one("86ew4263g")).toMatchObject({
      ticket: { state: { name: "done", category: "in_progress" } },
    });
  });

  test("statuses are those of the task's own list", async () => {
    const tracker = await connect(await start());
    await expect(tracker.setState("86ew4263g", "in_progress")).resolves.toMatchObject({
      category: "in_progress",
    });
    await expect(tracker.setState("86ew4263g", "blocked")).rejects.toMatchObject({
      code: "usage",
      wanted: expect.stringContaining("Open, done, Closed"),
    });
  });

  test("a type that has no name is no plain task, and names are asked once", async () => {
    const server = await start();
    const tracker = await connect(server);
    expect(await tracker.one("86ew4263h")).toMatchObject({ ticket: { type: { category: "other" } } });
    await tracker.many(["86ew42633", "86ew4263h"]);
    expect(server.loopback.calls.filter(({ path }) => path.endsWith("/custom_item"))).toHaveLength(1);
  });

  test("links are those of fields and of the description, each once, no scripts", async () => {
    const links = await (await connect(await start())).links("86ew42633");
    expect(links.map(({ kind, ref, repository }) => [kind, ref, repository])).toEqual([
      ["pull-request", "45", "acme/shop"],
      ["commit", "0123456789abcdef0123456789abcdef01234567", "acme/shop"],
    ]);
  });

  test("a comment behind the first page is brought up to date in its place", async () => {
    const server = await start();
    const tracker = await connect(server);
    for (let at = 0; at < 60; at++) await tracker.comment("86ew42633", "x", `m${at}`);
    expect(await tracker.comment("86ew42633", "x", "m0")).toMatchObject({ changed: false });
    expect(await tracker.comment("86ew42633", "y", "m1")).toMatchObject({ changed: true });
    expect(server.comments("86ew42633")).toHaveLength(60);
    expect(server.comments("86ew42633")[1]).toBe("y\n\ngolden-thread:m1");
  });

  test("somebody who is silently not assigned is told of", async () => {
    const tracker = await connect(await start());
    await expect(tracker.edit("86ew42633", { assignees: ["999"] })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(tracker.edit("86ew42633", { assignees: ["No Body"] })).rejects.toMatchObject({
      code: "usage",
    });
  });

  test("an OAuth token is a bearer's, a personal one is not", async () => {
    const { access } = await import("../../src/providers/clickup/access.ts");
    const settings = { kind: "clickup", team: "1" } as const;
    expect(access.headers({ user: null, token: "pk_1_A" }, settings)).toEqual({ authorization: "pk_1_A" });
    expect(access.headers({ user: null, token: "123_abc" }, settings)).toEqual({
      authorization: "Bearer 123_abc",
    });
  });

  test("a list of one assignee by name, and of me", async () => {
    const tracker = await connect(await start());
    for (const assignee of ["Ada Dev", "ADA@example.com", "@me"]) {
      const ids: string[] = [];
      for await (const { id } of tracker.list({ assignee })) ids.push(id);
      expect(ids).toEqual(["86ew42633"]);
    }
    for await (const _ of tracker.list({ assignee: "Nobody" })) expect.unreachable();
  });
});
