import { afterEach, expect, test } from "vitest";
import type { Ticket } from "../../src/core/ticket.ts";
import { connect } from "../servers/connect.ts";
import { startGithubServer, TOKENS } from "../servers/github/start.ts";
import { collect, ticketIn } from "./contract/asking.ts";

type Server = Awaited<ReturnType<typeof startGithubServer>>;
const open: Server[] = [];

async function start(): Promise<Server> {
  const server = await startGithubServer();
  open.push(server);
  return server;
}

afterEach(async () => {
  const servers = open.splice(0);
  await Promise.all(servers.map(({ loopback }) => loopback.close()));
  for (const { problems } of servers) expect(problems).toEqual([]);
});

const OCTO = { name: "octo-dev", email: "", account: "101", login: "octo-dev" };
const TRIAGE = { name: "triage", email: "", account: "103", login: "triage" };

/** What strangers opened in a public repository, and who took it up. */
const ORIGINS: Readonly<Record<string, Ticket["origin"]>> = {
  "acme/plaza#1": { outsider: true, vouchers: [] },
  // A bot, what an import left of somebody, and the author: none of them counts.
  "acme/plaza#2": { outsider: true, vouchers: [] },
  "acme/plaza#3": { outsider: true, vouchers: [OCTO] },
  "acme/plaza#4": { outsider: true, vouchers: [TRIAGE] },
  "acme/plaza#5": { outsider: true, vouchers: [OCTO] },
  // Closing it takes nothing up.
  "acme/plaza#6": { outsider: true, vouchers: [] },
  "acme/plaza#7": undefined,
  "acme/cellar#1": undefined,
  "acme/cellar#7": undefined,
};

test.each(Object.entries(ORIGINS))(
  "a stranger's own issue is taken for planned work: %s",
  async (id, origin) => {
    const server = await start();
    const tracker = await connect(server);
    const single = ticketIn(await tracker.one(id));
    expect(single.origin).toEqual(origin);
    expect(ticketIn((await tracker.many([id, "acme/shop#42"])).get(id))).toEqual(single);
  },
);

test("strangers' issues are asked about one by one where they are listed", async () => {
  const server = await start();
  for (const repo of ["acme/plaza", "acme/cellar"]) {
    const tracker = await connect(server, { settings: { ...server.settings, repo } });
    server.loopback.calls.length = 0;
    const listed = await collect(tracker.list({}));
    expect(listed).toHaveLength(7);
    for (const { id, origin } of listed) expect(origin).toEqual(ORIGINS[id]);
    expect(server.loopback.calls.length).toBeLessThanOrEqual(3);
  }
});

test("an insider's issue costs a question more", async () => {
  const server = await start();
  const tracker = await connect(server);
  await tracker.one("acme/shop#42");
  expect(server.loopback.calls).toHaveLength(1);
});

test("whoever has no credential is told that nobody took a stranger's issue up", async () => {
  const server = await start();
  const tracker = await connect(server, { credential: null });
  for (const id of ["acme/plaza#2", "acme/plaza#3"])
    expect(ticketIn(await tracker.one(id)).origin).toEqual(ORIGINS[id]);
});

test("a changed description is kept quiet about, and an old approval holds", async () => {
  const server = await start();
  const anybody = await connect(server, { credential: null });
  await expect(anybody.history("acme/shop#42")).rejects.toMatchObject({ code: "credentials" });
  const app = await connect(server, { credential: { user: null, token: TOKENS.app } });
  await app.edit("acme/shop#42", { description: "Something else" });
  const events = await (await connect(server)).history("acme/shop#42");
  expect(events.at(-1)).toMatchObject({ field: "description", by: { login: "github-actions[bot]" } });
});

test("an issue that was closed and opened more often than a page holds is told in part", async () => {
  const server = await start();
  const id = "acme/shop#42";
  for (let times = 0; times < 60; times++) {
    server.move(id, "closed");
    server.move(id, "open");
  }
  const past = (await (await connect(server)).pasts([id])).get(id);
  expect(past?.status === "told" && past.spans.length).toBe(121);
});
