import { afterEach, describe, expect, test } from "vitest";
import { access } from "../../src/providers/jira/access.ts";
import { connect } from "../servers/connect.ts";
import { startJiraServer } from "../servers/jira/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(() => startJiraServer({ flavour: "cloud" }), "Jira Cloud");
contract(() => startJiraServer({ flavour: "data-center" }), "Jira Data Center");

const open: TrackerServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ loopback }) => loopback.close()));
});

async function setUp(flavour: "cloud" | "data-center", more: Readonly<Record<string, unknown>> = {}) {
  const server = await startJiraServer({ flavour });
  open.push(server);
  const settings = { ...server.settings, ...more };
  return { server, settings, tracker: await connect(server, { settings }) };
}

const paths = (server: TrackerServer) => server.loopback.calls.map(({ method, path }) => `${method} ${path}`);

describe.each(["cloud", "data-center"] as const)("traps of Jira: %s", (flavour) => {
  test("a policy that names the flavour does not ask for it", async () => {
    const { server, tracker } = await setUp(flavour, { flavour });
    await tracker.one("PROJ-7");
    expect(paths(server).filter((path) => path.includes("serverInfo"))).toEqual([]);
  });

  test("the flavour is asked for once, and again after a failure", async () => {
    const { server, tracker } = await setUp(flavour);
    server.loopback.mishaps.push({ status: 200, text: "junk" });
    expect((await tracker.one("PROJ-7")).status).toBe("unavailable");
    expect((await tracker.one("PROJ-7")).status).toBe("found");
    await tracker.one("PROJ-8");
    expect(paths(server).filter((path) => path.includes("serverInfo"))).toHaveLength(2);
  });

  test("a ticket outside the policy's filter is found, and says so", async () => {
    const filter = "issuetype = Bug";
    const { tracker } = await setUp(flavour, { filter });
    const answers = await tracker.many(["PROJ-7", "PROJ-8", "PROJ-4040"]);
    expect(answers.get("PROJ-7")).toMatchObject({ status: "found" });
    expect(answers.get("PROJ-7")).not.toHaveProperty("ticket.excludedBy");
    expect(answers.get("PROJ-8")).toMatchObject({ ticket: { excludedBy: filter } });
    expect(answers.get("PROJ-4040")?.status).toBe("absent");
  });

  test("a filter that Jira can't read lets nothing pass, in Jira's words", async () => {
    const { tracker } = await setUp(flavour, { filter: "colour = red" });
    expect(await tracker.one("PROJ-7")).toMatchObject({
      status: "unavailable",
      detail: expect.stringContaining("colour"),
    });
  });

  test("without a credential a private ticket is not absent, and a public one is found", async () => {
    const { server } = await setUp(flavour);
    const tracker = await connect(server, { credential: null });
    const answers = await tracker.many(["CORE-7", "PROJ-7"]);
    expect(answers.get("CORE-7")?.status).toBe("found");
    expect(answers.get("PROJ-7")).toMatchObject({
      status: "forbidden",
      detail: expect.stringContaining("no credential"),
    });
  });

  test("a way that wants a resolution is refused by the field's name", async () => {
    const { tracker } = await setUp(flavour);
    await expect(tracker.setState("PROJ-7", "Released")).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining("Resolution"),
    });
  });

  test("a label with a blank is refused in Jira's words", async () => {
    const { tracker } = await setUp(flavour);
    await expect(tracker.edit("PROJ-7", { labels: ["a b"] })).rejects.toMatchObject({ code: "usage" });
  });

  test("assigned by address, and to nobody", async () => {
    const { tracker } = await setUp(flavour);
    await tracker.edit("PROJ-7", { assignees: ["rob@example.com"] });
    expect(await tracker.one("PROJ-7")).toMatchObject({ ticket: { assignees: [{ name: "Rob Reader" }] } });
    await tracker.edit("PROJ-7", { assignees: [] });
    expect(await tracker.one("PROJ-7")).toMatchObject({ ticket: { assignees: [] } });
    await expect(tracker.edit("PROJ-7", { assignees: ["nobody@x.example"] })).rejects.toMatchObject({
      code: "usage",
    });
  });

  test("links of people and of the development panel; without the panel those of people", async () => {
    const { server, tracker } = await setUp(flavour);
    const links = await tracker.links("PROJ-17");
    expect(links.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      "pull-request 45",
      "other https://wiki.example/page/1",
      "pull-request 46",
      "branch fix/PROJ-17-again",
    ]);
    server.loopback.onCall = ({ path }) =>
      path.includes("dev-status") ? { status: 404, text: "gone" } : null;
    expect(await tracker.links("PROJ-17")).toHaveLength(2);
  });

  test("words of JQL in a value are a value", async () => {
    const { server, tracker } = await setUp(flavour);
    const hits = [];
    for await (const ticket of tracker.list({ labels: ['auth" OR project = CORE OR labels = "x'] }))
      hits.push(ticket);
    expect(hits).toEqual([]);
    expect(server.problems).toEqual([]);
  });

  test("a wrong address is no absent ticket", async () => {
    const { server } = await setUp(flavour);
    const settings = { ...server.settings, flavour, url: `${server.loopback.origin}/elsewhere` };
    const tracker = await connect(server, { settings });
    expect((await tracker.one("PROJ-4040")).status).toBe("unavailable");
  });
});

test("Cloud: an issue that could not be loaded is not absent", async () => {
  const { server, tracker } = await setUp("cloud", { flavour: "cloud" });
  const issueErrors = [{ id: "PROJ-7", errorMessage: "Issue could not be loaded, try again." }];
  server.loopback.mishaps.push({ status: 200, json: { issues: [], issueErrors } });
  expect(await tracker.one("PROJ-7")).toMatchObject({
    status: "unavailable",
    detail: expect.stringContaining("loaded"),
  });
});

test("Cloud: existence is never asked of a search", async () => {
  const { server, tracker } = await setUp("cloud");
  await tracker.many(["PROJ-7", "PROJ-13", "PROJ-4040"]);
  expect(paths(server).filter((path) => path.includes("search"))).toEqual([]);
});

test("Data Center: a server that refuses unknown keys is asked for each", async () => {
  const { server, tracker } = await setUp("data-center", { flavour: "data-center" });
  server.loopback.mishaps.push({
    status: 400,
    json: { errorMessages: ["An issue with key 'PROJ-4040' does not exist"] },
  });
  const answers = await tracker.many(["PROJ-7", "PROJ-4040"]);
  expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "absent"]);
});

test("Data Center: a CAPTCHA is no forbidden ticket", async () => {
  const { server, tracker } = await setUp("data-center", { flavour: "data-center" });
  server.loopback.always = {
    status: 403,
    headers: {
      "x-seraph-loginreason": "AUTHENTICATION_DENIED",
      "x-authentication-denied-reason": "CAPTCHA_CHALLENGE",
    },
    text: "Basic Authentication Failure",
  };
  expect((await tracker.one("PROJ-7")).status).toBe("credentials");
});

test("a token with scopes goes to the gateway, and people to the site", () => {
  const settings = {
    kind: "jira",
    site: "acme.atlassian.net",
    cloud_id: "11111111-2222-4333-8444-555555555555",
  } as const;
  expect(access.base(settings)).toBe(`https://api.atlassian.com/ex/jira/${settings.cloud_id}`);
  expect(access.isVendor("acme.atlassian.net")).toBe(true);
  expect(access.isVendor("acme.atlassian.net.evil.example")).toBe(false);
});

test("an account makes it Basic, a token alone Bearer", () => {
  const settings = { kind: "jira", url: "https://jira.example" } as const;
  expect(access.headers({ user: null, token: "t" }, settings)).toEqual({ authorization: "Bearer t" });
  expect(access.headers({ user: "a@b.c", token: "t" }, settings)).toEqual({
    authorization: "Basic YUBiLmM6dA==",
  });
});
