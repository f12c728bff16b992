import { afterEach, expect, test } from "vitest";
import { access } from "../../src/providers/linear/access.ts";
import { connect } from "../servers/connect.ts";
import { startLinearServer } from "../servers/linear/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { contract } from "./tracker-contract.ts";

contract(startLinearServer, "Linear");

const open: TrackerServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ loopback }) => loopback.close()));
});

async function setUp(more: Readonly<Record<string, unknown>> = {}) {
  const server = await startLinearServer();
  open.push(server);
  return { server, tracker: await connect(server, { settings: { ...server.settings, ...more } }) };
}

test("a personal key stands alone, a token of OAuth behind Bearer", () => {
  const header = (token: string) => access.headers({ user: null, token }, { kind: "linear", teams: ["ENG"] });
  expect(header("lin_api_x")).toEqual({ authorization: "lin_api_x" });
  expect(header("lin_oauth_x")).toEqual({ authorization: "Bearer lin_oauth_x" });
});

test("an address that ends in /graphql is the same server", async () => {
  const { server } = await setUp();
  const settings = { ...server.settings, url: `${server.loopback.origin}/graphql` };
  const tracker = await connect(server, { settings });
  expect((await tracker.one("ENG-42")).status).toBe("found");
  expect(server.problems).toEqual([]);
});

test("issues of several teams are one request", async () => {
  const { server, tracker } = await setUp();
  const answers = await tracker.many(["ENG-42", "OPS-7", "ENG-43"]);
  expect([...answers.values()].map(({ status }) => status)).toEqual(["found", "found", "found"]);
  expect(server.loopback.calls).toHaveLength(1);
});

test("a deleted issue says what became of it", async () => {
  const { tracker } = await setUp();
  expect(await tracker.one("ENG-47")).toEqual({ status: "absent", detail: "it was deleted" });
});

test("an error that comes with 400 is told apart as one that comes with 200", async () => {
  const { server, tracker } = await setUp();
  const extensions = {
    type: "invalid input",
    code: "INPUT_ERROR",
    userPresentableMessage: "Could not find referenced Issue.",
  };
  server.loopback.onCall = ({ text }) =>
    text.includes("query Issue(")
      ? { status: 400, json: { errors: [{ message: "Entity not found: Issue", extensions }], data: null } }
      : null;
  expect((await tracker.one("ENG-4040")).status).toBe("absent");
});

test("an unknown error of the server is not absence", async () => {
  const { server, tracker } = await setUp();
  server.loopback.always = {
    status: 200,
    json: { errors: [{ message: "Internal server error" }], data: null },
  };
  expect((await tracker.one("ENG-42")).status).toBe("unavailable");
});

test("a duplicate is canceled, and one in triage is open", async () => {
  const { server, tracker } = await setUp();
  server.move("ENG-43", "Duplicate");
  server.move("ENG-44", "Triage");
  const answers = await tracker.many(["ENG-43", "ENG-44"]);
  expect(answers.get("ENG-43")).toMatchObject({ ticket: { state: { category: "canceled" } } });
  expect(answers.get("ENG-44")).toMatchObject({ ticket: { state: { category: "open" } } });
});

test("a state is looked for in the team that the issue is in now", async () => {
  const { server, tracker } = await setUp();
  expect(await tracker.setState("ENG-48", "done")).toEqual({ name: "Done", category: "done" });
  expect(server.problems).toEqual([]);
});

test("a label that the team does not have is refused by name", async () => {
  const { tracker } = await setUp();
  await expect(tracker.edit("ENG-42", { labels: ["gamma"] })).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("gamma"),
  });
});

test("assigned by address, by name, to nobody; never to two", async () => {
  const { tracker } = await setUp();
  await tracker.edit("ENG-42", { assignees: ["rob@example.com"] });
  expect(await tracker.one("ENG-42")).toMatchObject({ ticket: { assignees: [{ name: "Rob Dev" }] } });
  await tracker.edit("ENG-42", { assignees: ["ada"] });
  expect(await tracker.one("ENG-42")).toMatchObject({ ticket: { assignees: [{ name: "Ada Dev" }] } });
  await tracker.edit("ENG-42", { assignees: [] });
  expect(await tracker.one("ENG-42")).toMatchObject({ ticket: { assignees: [] } });
  await expect(tracker.edit("ENG-42", { assignees: ["ada", "rob"] })).rejects.toMatchObject({
    code: "usage",
  });
});

test("links are typed by where they lead", async () => {
  const { tracker } = await setUp();
  const links = await tracker.links("ENG-52");
  expect(links.map(({ kind, repository }) => [kind, repository])).toEqual([
    ["pull-request", "acme/shop"],
    ["commit", "acme/shop"],
    ["other", null],
  ]);
});

test("one entry of the history can hold several changes", async () => {
  const { tracker } = await setUp();
  await tracker.edit("ENG-42", { title: "New", labels: ["alpha"] });
  const events = await tracker.history("ENG-42");
  expect(events.map(({ field, from, to, by }) => [field, from, to, by?.name])).toEqual([
    ["title", "Login fails after token refresh", "New", "Ada Dev"],
    ["labels", "Bug", null, "Ada Dev"],
    ["labels", "auth", null, "Ada Dev"],
    ["labels", null, "alpha", "Ada Dev"],
  ]);
});

test("a comment that changed is brought up to date, not posted again", async () => {
  const { server, tracker } = await setUp();
  const { id } = await tracker.comment("ENG-42", "One", "mark");
  expect(await tracker.comment("ENG-42", "Two", "mark")).toMatchObject({ id, changed: true });
  expect(server.comments("ENG-42")).toEqual(["Two\n\ngolden-thread:mark"]);
});

test("somebody else's comment is overwritten because it carries our mark", async () => {
  const { server, tracker } = await setUp();
  const copied = "Copied\n\ngolden-thread:mark";
  server.say("ENG-42", copied);
  expect(await tracker.comment("ENG-42", "Ours", "mark")).toMatchObject({ changed: true });
  expect(server.comments("ENG-42")).toEqual([copied, "Ours\n\ngolden-thread:mark"]);
});
