import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../servers/connect.ts";
import { startNotionServer } from "../servers/notion/index.ts";
import { DATABASE, OTHER_SOURCE, SOURCE } from "../servers/notion/model.ts";
import { idOf } from "../servers/notion/seed.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(startNotionServer, "notion");

describe("Notion's own traps", () => {
  const open: TrackerServer[] = [];
  const start = async () => {
    const server = await startNotionServer();
    open.push(server);
    return server;
  };
  afterEach(async () => {
    for (const { loopback, problems } of open.splice(0)) {
      await loopback.close();
      expect(problems).toEqual([]);
    }
  });

  test("a page in the trash still answers, and is none", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one(idOf(47))).toEqual({ status: "absent", detail: "it was deleted" });
    await expect(tracker.setState(idOf(47), "Done")).rejects.toMatchObject({ code: "absent" });
  });

  test("a page of another data source is found, says so, and is not changed", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one(idOf(53))).toMatchObject({
      status: "found",
      ticket: {
        project: OTHER_SOURCE.replaceAll("-", ""),
        state: { name: "Done", category: "in_progress" },
        title: "Page 53",
        // It has no such properties: that nobody is assigned is not said.
        untold: ["assignees", "parent"],
      },
    });
    await expect(tracker.edit(idOf(53), { title: "x" })).rejects.toMatchObject({ code: "absent" });
    await expect(tracker.comment(idOf(53), "x", "m")).rejects.toMatchObject({ code: "absent" });
  });

  test("a page in no data source is no ticket", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one(idOf(54))).toMatchObject({
      status: "absent",
      detail: expect.stringContaining("page"),
    });
  });

  test("a page without a status is in no state that authorises", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one(idOf(55))).toMatchObject({ ticket: { state: { category: "unknown" } } });
  });

  test("an option's group, not its name, tells its category", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one(idOf(56))).toMatchObject({
      ticket: { state: { name: "Shipping", category: "in_progress" } },
    });
  });

  test("a database's id, with or without dashes, does as its data source's does", async () => {
    const server = await start();
    for (const data_source of [
      DATABASE,
      DATABASE.replaceAll("-", "").toUpperCase(),
      SOURCE.replaceAll("-", ""),
    ]) {
      const tracker = await connect(server, { settings: { ...server.settings, data_source } });
      expect(await tracker.one(idOf(42))).toMatchObject({ ticket: { project: data_source } });
      const found: string[] = [];
      for await (const { id } of tracker.list({ states: ["done"] })) found.push(id);
      expect(found).toEqual([idOf(44)]);
      expect(await tracker.setState(idOf(42), "in_progress")).toMatchObject({ name: "In progress" });
      await tracker.setState(idOf(42), "open");
    }
  });

  test("the data source is asked for once, texts only for few", async () => {
    const server = await start();
    const tracker = await connect(server);
    await tracker.many(server.crowd(5));
    await tracker.many(server.crowd(6));
    const paths = server.loopback.calls.map(({ path }) => path);
    expect(paths.filter((path) => path.includes("/data_sources/"))).toHaveLength(1);
    expect(paths.filter((path) => path.endsWith("/markdown"))).toEqual([]);
  });

  test("an id that is none is not sent", async () => {
    const server = await start();
    expect((await (await connect(server)).one("TASK-42")).status).toBe("absent");
    expect(server.loopback.calls.map(({ path }) => path)).toEqual(["/v1/users/me"]);
  });

  test("people are found by name, address and id; a connection is not me", async () => {
    const tracker = await connect(await start());
    for (const assignee of ["Ada Dev", "ADA@example.com", "d40e767cd7af4b18a86d55c61f1e39a4"]) {
      const found: string[] = [];
      for await (const { id } of tracker.list({ assignee })) found.push(id);
      expect(found).toEqual([idOf(42)]);
    }
    await expect(tracker.list({ assignee: "@me" })[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: "usage",
    });
    await tracker.edit(idOf(42), { assignees: ["bob@example.com"] });
    expect(await tracker.one(idOf(42))).toMatchObject({ ticket: { assignees: [{ name: "Bob Ops" }] } });
  });

  test("a title longer than one piece of rich text", async () => {
    const tracker = await connect(await start());
    const title = "word ".repeat(900).trim();
    await tracker.edit(idOf(42), { title });
    expect(await tracker.one(idOf(42))).toMatchObject({ ticket: { title } });
  });

  test("a changed comment is posted below the old one, and that one counts", async () => {
    const server = await start();
    const tracker = await connect(server);
    const text = "**Passed**, see [report](https://example.com/1)";
    await tracker.comment(idOf(42), "Failed", "report");
    expect(await tracker.comment(idOf(42), text, "report")).toMatchObject({ changed: true });
    expect(await tracker.comment(idOf(42), text, "report")).toMatchObject({ changed: false });
    expect(server.comments(idOf(42))).toHaveLength(2);
  });

  test("the 101st comment is still the one", async () => {
    const server = await start();
    const tracker = await connect(server);
    for (let at = 0; at < 103; at++) await tracker.comment(idOf(42), "x", `m${at}`);
    expect(await tracker.comment(idOf(42), "x", "m102")).toMatchObject({ changed: false });
  });

  test("a list that is cut off is not taken for all", async () => {
    const server = await start();
    const tracker = await connect(server);
    server.loopback.onCall = ({ path }) =>
      path.endsWith("/query")
        ? { status: 200, json: { results: [], next_cursor: null, request_status: { type: "incomplete" } } }
        : null;
    await expect(tracker.list({})[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  test("no changes are told, only who made it and who was last", async () => {
    const events = await (await connect(await start())).history(idOf(42));
    expect(events.map(({ field, at }) => [field, at])).toEqual([
      ["created", "2026-10-20T08:00:00.000Z"],
      ["edited", "2026-11-01T09:30:00.000Z"],
    ]);
  });
});
