import { afterEach, expect, test } from "vitest";
import { startAzureDevopsServer } from "../servers/azure-devops/index.ts";
import { connect } from "../servers/connect.ts";
import { ticketIn } from "./contract/asking.ts";

type Server = Awaited<ReturnType<typeof startAzureDevopsServer>>;
const open: Server[] = [];

async function setUp() {
  const server = await startAzureDevopsServer();
  open.push(server);
  return { server, tracker: await connect(server) };
}

afterEach(async () => {
  const servers = open.splice(0);
  await Promise.all(servers.map(({ loopback }) => loopback.close()));
  for (const { problems } of servers) expect(problems).toEqual([]);
});

/** What the vendor's own page does, which our tracker can't. */
async function set(server: Server, id: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const { token } = server.credentials.good;
  const reply = await fetch(`${server.loopback.origin}/acme/Shop/_apis/wit/workitems/${id}?api-version=7.1`, {
    method: "PATCH",
    headers: {
      authorization: `Basic ${Buffer.from(`:${token}`).toString("base64")}`,
      "content-type": "application/json-patch+json",
      "user-agent": "golden-thread/test",
      "x-tfs-fedauthredirect": "Suppress",
    },
    body: JSON.stringify(
      Object.entries(fields).map(([field, value]) => ({ op: "add", path: `/fields/${field}`, value })),
    ),
  });
  return reply.status;
}

test("changed criteria pass for another field, and an approval of the old ones holds", async () => {
  const { server, tracker } = await setUp();
  const field = "Microsoft.VSTS.Common.AcceptanceCriteria";
  expect(await set(server, "299", { [field]: "<ul><li>It <b>never</b> logs in</li></ul>" })).toBe(200);
  const event = (await tracker.history("299")).at(-1);
  expect(event).toMatchObject({ field: "criteria", to: "- It **never** logs in" });
  expect(event?.from).toContain("It logs in");
});

test("a collection without the field for risk answers nothing at all", async () => {
  const { server, tracker } = await setUp();
  const message = "TF51535: Cannot find field Microsoft.VSTS.Common.Risk.";
  server.loopback.onCall = ({ text }) =>
    text.includes("Common.Risk") ? { status: 400, json: { message, typeKey: "FieldNotFound" } } : null;
  expect(ticketIn(await tracker.one("299"))).not.toHaveProperty("risk");
  const before = server.loopback.calls.length;
  expect((await tracker.one("299")).status).toBe("found");
  expect(server.loopback.calls).toHaveLength(before + 1);
});

test.each([
  ["1 - High", "high"],
  ["2 - Medium", "medium"],
  ["3 - Low", "low"],
  ["", undefined],
  ["High, they say", undefined],
])("a risk is read that is none, or not read: %j", async (told, risk) => {
  const { server, tracker } = await setUp();
  await set(server, "299", { "Microsoft.VSTS.Common.Risk": told });
  expect(ticketIn(await tracker.one("299")).risk).toBe(risk);
});

test("who may not read all revisions is told of none", async () => {
  const { server, tracker } = await setUp();
  const ids = server.crowd(201);
  server.move(ids[0] ?? "", "Closed");
  const whole = await tracker.pasts(ids);
  server.loopback.onCall = ({ path }) =>
    path.includes("/reporting/") ? { status: 403, json: { message: "Access denied" } } : null;
  const single = await tracker.pasts(ids);
  expect([...single]).toEqual([...whole]);
  const past = whole.get(ids[0] ?? "");
  expect(past?.status === "told" && past.spans.map(({ state }) => state.category)).toEqual(["open", "done"]);
});

test("a work item of another project has no past", async () => {
  const { server, tracker } = await setUp();
  const ids = [...server.crowd(201), "310"];
  expect((await tracker.pasts(ids)).get("310")?.status).toBe("told");
});
