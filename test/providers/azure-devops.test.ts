import { afterEach, describe, expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { startAzureDevopsServer } from "../servers/azure-devops/index.ts";
import { connect } from "../servers/connect.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(startAzureDevopsServer, "azure-devops");

describe("Azure Boards' own traps", () => {
  const open: TrackerServer[] = [];
  const start = async () => {
    const server = await startAzureDevopsServer();
    open.push(server);
    return server;
  };
  afterEach(() => Promise.all(open.splice(0).map(({ loopback }) => loopback.close())));

  test("a sign-in page that is called a success is no missing work item", async () => {
    const server = await start();
    const tracker = await connect(server);
    for (const status of [200, 203]) {
      const headers = { "content-type": "text/html; charset=utf-8" };
      server.loopback.always = {
        status,
        text: "<html><title>Azure DevOps Services | Sign In</title>",
        headers,
      };
      expect((await tracker.one("299")).status).toBe("credentials");
    }
  });

  test("a work item of another project is found, and says which", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one("310")).toMatchObject({ status: "found", ticket: { project: "Bäckerei Nord" } });
  });

  test("a wrong project in the policy makes nothing absent", async () => {
    const server = await start();
    const settings = { ...server.settings, organization: "nope" };
    const tracker = await connect(server, { settings });
    expect((await tracker.one("299")).status).toBe("unavailable");
    const misspelt = await connect(server, { settings: { ...server.settings, project: "Shopp" } });
    await expect(misspelt.links("299")).rejects.toMatchObject({ code: "unavailable" });
    expect(server.problems).toEqual([]);
  });

  test("one state's name in two types is two categories", async () => {
    const tracker = await connect(await start());
    const answers = await tracker.many(["303", "304"]);
    expect(answers.get("303")).toMatchObject({ ticket: { state: { name: "Resolved", category: "done" } } });
    expect(answers.get("304")).toMatchObject({
      ticket: { state: { name: "Resolved", category: "in_progress" } },
    });
  });

  test("a state that its type no longer has is unknown", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one("314")).toMatchObject({ ticket: { state: { category: "unknown" } } });
  });

  test("states are asked once for each type that is met", async () => {
    const server = await start();
    const tracker = await connect(server);
    await tracker.many(["299", "300", "301"]);
    await tracker.many(["302", "303"]);
    const asked = server.loopback.calls.filter(({ path }) => path.endsWith("/states"));
    expect(asked.map(({ path }) => path.split("/").at(-2)).sort()).toEqual(["Bug", "Task", "User%20Story"]);
  });

  test("a bug's text is in its steps", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one("300")).toMatchObject({ ticket: { description: "Click twice" } });
  });

  test("Markdown stays Markdown", async () => {
    const tracker = await connect(await start());
    expect(await tracker.one("313")).toMatchObject({
      ticket: {
        description: expect.stringContaining("It > is **Markdown**"),
        criteria: [
          { text: "done", done: true },
          { text: "open", done: false },
        ],
      },
    });
  });

  test("a number that no work item can have does not refuse the others", async () => {
    const server = await start();
    const answers = await (await connect(server)).many(["299", "9999999999"]);
    expect(answers.get("299")?.status).toBe("found");
    expect(answers.get("9999999999")?.status).toBe("absent");
    expect(server.problems).toEqual([]);
  });

  test("the policy's filter marks what it leaves out, in one more request", async () => {
    const server = await start();
    const filter = "[System.Tags] CONTAINS 'auth' OR [System.State] = 'Closed'";
    const tracker = await connect(server, { settings: { ...server.settings, filter } });
    const answers = await tracker.many(["299", "301", "302"]);
    const excluded = [...answers.values()].map((one) => one.status === "found" && one.ticket.excludedBy);
    expect(excluded).toEqual([undefined, undefined, filter]);
    expect(server.loopback.calls.filter(({ path }) => path.endsWith("/wiql"))).toHaveLength(1);
    expect(server.problems).toEqual([]);
  });

  test("a filter that is no WIQL lets nothing through", async () => {
    const server = await start();
    const tracker = await connect(server, { settings: { ...server.settings, filter: "[Custom.Nope] = 1" } });
    expect(await tracker.one("299")).toMatchObject({
      status: "unavailable",
      detail: expect.stringContaining("Custom.Nope"),
    });
  });

  test("links are told apart, whatever the case of their escapes", async () => {
    const links = await (await connect(await start())).links("299");
    expect(links.map(({ kind, ref }) => [kind, ref])).toEqual([
      ["pull-request", "22"],
      ["commit", "4800cfa0be564b1e606d6811e99e0380f765a9c4"],
      ["branch", "fix/299-login"],
      ["build", "77"],
      ["pull-request", "45"],
      ["other", "https://example.com/spec"],
      ["commit", "0123456789abcdef0123456789abcdef01234567"],
    ]);
  });

  test("someone else's change in between is not overwritten, and not lost", async () => {
    const server = await start();
    const tracker = await connect(server);
    let times = 0;
    server.loopback.onCall = ({ method }) => {
      if (method === "PATCH" && times++ === 0) server.move("299", "Resolved");
      return null;
    };
    await tracker.edit("299", { title: "Mine" });
    server.loopback.onCall = null;
    expect(times).toBe(2);
    expect(await tracker.one("299")).toMatchObject({
      ticket: { title: "Mine", state: { name: "Resolved" } },
    });
  });

  test("two assignees are one too many, and a stranger is none", async () => {
    const tracker = await connect(await start());
    await expect(tracker.edit("299", { assignees: ["a", "b"] })).rejects.toBeInstanceOf(Fault);
    await expect(tracker.edit("299", { assignees: ["nobody@example.com"] })).rejects.toMatchObject({
      code: "usage",
    });
    await tracker.edit("299", { assignees: ["ann@example.com"] });
    expect(await tracker.one("299")).toMatchObject({ ticket: { assignees: [{ name: "Ann Reader" }] } });
    await tracker.edit("299", { assignees: [], labels: [] });
    expect(await tracker.one("299")).toMatchObject({ ticket: { assignees: [], labels: [] } });
  });

  test("a comment is brought up to date in its place", async () => {
    const server = await start();
    const tracker = await connect(server);
    const { id } = await tracker.comment("299", "First > text", "report");
    expect(await tracker.comment("299", "Second text", "report")).toMatchObject({ id, changed: true });
    expect(server.comments("299")).toEqual(["Second text\n\ngolden-thread:report"]);
  });

  test("the 201st comment is still the one", async () => {
    const server = await start();
    const tracker = await connect(server);
    for (let at = 0; at < 203; at++) await tracker.comment("299", "x", `m${at}`);
    expect(await tracker.comment("299", "x", "m202")).toMatchObject({ changed: false });
  });

  test("changes beyond the first page are read", async () => {
    const server = await start();
    for (let at = 0; at < 405; at++) server.move("299", at % 2 === 0 ? "Active" : "New");
    const states = (await (await connect(server)).history("299")).filter(({ field }) => field === "state");
    expect(states).toHaveLength(406);
    expect(states.at(-1)).toMatchObject({ from: "New", to: "Active", by: { name: "Jamal Hartnett" } });
  });

  test("hostile HTML is read in time", async () => {
    const { htmlToMarkdown } = await import("../../src/providers/html.ts");
    for (const one of [
      "<div>",
      "<br>",
      "<p>a<b>b</b></p>",
      "<script ",
      "<!--",
      "<",
      "</div>",
      "<table><tr><td>",
      "&lt;",
    ]) {
      const began = performance.now();
      await htmlToMarkdown(one.repeat(400_000 / one.length));
      expect(performance.now() - began).toBeLessThan(4000);
    }
  });
});
