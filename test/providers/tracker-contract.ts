import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { Fault, type FaultCode } from "../../src/core/fault.ts";
import type { Lookup, Ticket } from "../../src/core/ticket.ts";
import type { Tracker } from "../../src/core/tracker.ts";
import { type Asking, connect, providerOf, testClock } from "../servers/connect.ts";
import type { Call, Mishap } from "../servers/kit.ts";
import { HOSTILE, type TrackerServer, UNICODE_TITLE } from "../servers/tracker-server.ts";

/** What no answer about a ticket may be when nobody could know it. */
const NO_ANSWER: readonly Lookup["status"][] = ["unavailable"];
const NO_ENTRY: readonly Lookup["status"][] = ["credentials"];
const PAGE = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>";
const HTML = { "content-type": "text/html; charset=utf-8" };

/** Said of a case that a vendor has nothing of; the matrix at the end of a run shows it as such. */
const NOTHING = "the vendor has nothing of the kind";

/** Most milliseconds that a look-up may take beyond its deadline. */
const GRACE = 1500;

/** What every tracker owes the gate, run against the vendor's protocol over real HTTP. `name`: where a kind has flavours. */
export function contract(start: () => Promise<TrackerServer>, name: string): void {
  describe(`contract of a tracker: ${name}`, () => {
    const open: TrackerServer[] = [];
    const setUp = async (asking: Asking = {}): Promise<{ server: TrackerServer; tracker: Tracker }> => {
      const server = await start();
      open.push(server);
      return { server, tracker: await connect(server, asking) };
    };
    afterEach(async () => {
      const servers = open.splice(0);
      await Promise.all(servers.map(({ loopback }) => loopback.close()));
      for (const { problems } of servers) expect(problems).toEqual([]);
    });
    readsTickets(setUp);
    tellsRefusalsApart(setUp);
    bearsTrouble(setUp);
    asksFewTimes(setUp);
    listsAndLinks(setUp);
    writes(setUp);
    keepsTheTokenAtHome(setUp);
  });
}

type SetUp = (asking?: Asking) => Promise<{ server: TrackerServer; tracker: Tracker }>;

function readsTickets(setUp: SetUp): void {
  test("registered under its kind, with strict settings", async () => {
    const { server } = await setUp();
    const provider = await providerOf(server.kind);
    expect(provider.id).toBe(server.kind);
    expect(provider.capabilities.remote).toBe(true);
    expect(provider.settings(z).safeParse({ ...server.settings, surprise: 1 }).success).toBe(false);
  });

  test("found, with all that it has", async () => {
    const { server, tracker } = await setUp();
    const { id, ticket } = server.seed.open;
    const lookup = await tracker.one(id);
    expect(lookup).toMatchObject({
      status: "found",
      source: "api",
      ticket: { ...ticket, id, remote: "a-name", archived: false, movedFrom: null, path: null },
    });
    const { url, createdAt, state } = ticketIn(lookup);
    expect(state.category).toBe("open");
    expect(url).toMatch(/^https?:\/\//);
    if (createdAt !== null) expect(new Date(createdAt).toISOString()).toBe(createdAt);
  });

  test("plain JSON: it can be stored, hashed and replayed", async () => {
    const { server, tracker } = await setUp();
    const lookup = await tracker.one(server.seed.open.id);
    expect(JSON.parse(JSON.stringify(lookup))).toEqual(lookup);
    expect(await tracker.one(server.seed.open.id)).toEqual(lookup);
  });

  test("state: in progress, done, canceled", async () => {
    const { server, tracker } = await setUp();
    const { inProgress, done, canceled } = server.seed;
    const ids = [inProgress, done, canceled].filter((id) => id !== null);
    const answers = await tracker.many(ids);
    const category = (id: string | null) => id && ticketIn(answers.get(id)).state.category;
    expect([category(inProgress), category(done), category(canceled)]).toEqual([
      inProgress && "in_progress",
      "done",
      canceled && "canceled",
    ]);
  });

  test("state: the policy's own map outranks the tracker's", async () => {
    const { server } = await setUp();
    const { state } = ticketIn(await (await connect(server)).one(server.seed.done));
    const settings = { ...server.settings, status_map: { open: [` ${state.name.toUpperCase()}`] } };
    const mapped = await connect(server, { settings });
    expect(ticketIn(await mapped.one(server.seed.done)).state).toEqual({ ...state, category: "open" });
  });

  test("archived", async ({ skip }) => {
    const { server, tracker } = await setUp();
    if (server.seed.archived === null) return skip(NOTHING);
    expect(await tracker.one(server.seed.archived)).toMatchObject({
      status: "found",
      ticket: { archived: true },
    });
  });

  test("moved: found under its new id", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { moved, open } = server.seed;
    if (moved === null) return skip(NOTHING);
    const answers = await tracker.many([open.id, moved.from]);
    for (const lookup of [answers.get(moved.from), await tracker.one(moved.from)])
      expect(lookup).toMatchObject({ status: "found", ticket: { id: moved.to, movedFrom: moved.from } });
    expect(ticketIn(answers.get(open.id)).id).toBe(open.id);
  });

  test("Unicode", async () => {
    const { server, tracker } = await setUp();
    expect(ticketIn(await tracker.one(server.seed.unicode)).title).toContain(UNICODE_TITLE);
  });

  test("hostile text comes through harmless", async () => {
    const { server, tracker } = await setUp();
    const ticket = ticketIn(await tracker.one(server.seed.hostile));
    const text = JSON.stringify(ticket).replaceAll("\\u001b", "\u001b");
    for (const never of HOSTILE.never.filter((one) => one !== "<script")) expect(text).not.toContain(never);
    expect(ticket.description).not.toMatch(/<script/i);
    expect(ticket.description).toContain("Before");
    expect(ticket.description).toContain("After");
    expect(ticket.title).toContain("Pay");
  });

  test("huge body", async () => {
    const { server, tracker } = await setUp();
    const began = performance.now();
    const { description } = ticketIn(await tracker.one(server.seed.huge));
    expect(description.length).toBeLessThan(250_000);
    expect(performance.now() - began).toBeLessThan(5000);
  });
}

function tellsRefusalsApart(setUp: SetUp): void {
  test("absent", async () => {
    const { server, tracker } = await setUp();
    expect((await tracker.one(server.seed.absent)).status).toBe("absent");
  });

  test("forbidden", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { forbidden } = server.seed;
    if (forbidden === null) return skip(NOTHING);
    expect((await tracker.one(forbidden.id)).status).toBe(forbidden.as);
  });

  test("deleted", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { deleted } = server.seed;
    if (deleted === null) return skip(NOTHING);
    expect((await tracker.one(deleted)).status).toBe("absent");
    expect((await tracker.many([deleted, server.seed.open.id])).get(deleted)?.status).toBe("absent");
  });

  test("not a ticket", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { notATicket } = server.seed;
    if (notATicket === null) return skip(NOTHING);
    for (const lookup of [
      await tracker.one(notATicket),
      (await tracker.many([notATicket, server.seed.open.id])).get(notATicket),
    ])
      expect(lookup).toMatchObject({ status: "absent", detail: expect.stringMatching(/request/) });
  });

  test("dead token: nothing is absent because of it", async () => {
    const { server } = await setUp();
    const tracker = await connect(server, { credential: server.credentials.dead });
    const { absent, open } = server.seed;
    const answers = await tracker.many([absent, open.id]);
    expect([...answers.values()].map(({ status }) => status)).toEqual(["credentials", "credentials"]);
    expect((await tracker.one(absent)).status).toBe("credentials");
    expect(await faultOf(tracker.identity())).toBe("credentials");
  });

  test("no token: never absent, never a crash", async () => {
    const { server } = await setUp();
    const tracker = await connect(server, { credential: null });
    const answers = await tracker.many([server.seed.absent, server.seed.open.id]);
    expect(answers.get(server.seed.absent)?.status).not.toBe("absent");
    expect(["found", "credentials", "forbidden"]).toContain(answers.get(server.seed.open.id)?.status);
  });

  test("identity: whose token it is", async () => {
    const { tracker } = await setUp();
    const { account, name } = await tracker.identity();
    expect(account).not.toBe("");
    expect(name).not.toBe("");
  });
}

function bearsTrouble(setUp: SetUp): void {
  test("limit reached, then answered, as the vendor says it", async () => {
    const { server } = await setUp();
    for (const [how, answer] of Object.entries(server.limits(Date.now()))) {
      const clock = testClock();
      const tracker = await connect(server, { clock, waitMs: Number.POSITIVE_INFINITY });
      server.loopback.mishaps.push(answer);
      expect([how, (await tracker.one(server.seed.open.id)).status]).toEqual([how, "found"]);
      expect(clock.slept.length).toBeGreaterThan(0);
    }
  });

  test("limit reached for long: said so at once, not waited for", async () => {
    const { server } = await setUp();
    for (const answer of Object.values(server.limits(Date.now()))) {
      const clock = testClock();
      const tracker = await connect(server, { clock, waitMs: 0 });
      server.loopback.mishaps.push(answer);
      const lookup = await tracker.one(server.seed.open.id);
      expect(lookup).toMatchObject({ status: "unavailable", detail: expect.stringContaining("a-name") });
      expect(clock.slept).toEqual([]);
      server.loopback.mishaps.length = 0;
    }
  });

  test("5xx, then answered", async () => {
    const { server, tracker } = await setUp();
    server.loopback.mishaps.push({ status: 503, text: "down" }, { status: 502, text: PAGE, headers: HTML });
    expect((await tracker.one(server.seed.open.id)).status).toBe("found");
  });

  test.each([
    ["5xx for good", { status: 500, json: { message: "Internal error" } }, NO_ANSWER],
    ["connection cut", "reset", NO_ANSWER],
    ["truncated", "truncate", NO_ANSWER],
    [
      "junk JSON",
      { status: 200, text: '{"id": ', headers: { "content-type": "application/json" } },
      NO_ANSWER,
    ],
    ["JSON of something else", { status: 200, json: { hello: ["world"] } }, NO_ANSWER],
    ["empty answer", { status: 200, text: "" }, NO_ANSWER],
    ["login page as 200", { status: 200, text: PAGE, headers: HTML }, [...NO_ANSWER, ...NO_ENTRY]],
    ["login page as 203", { status: 203, text: PAGE, headers: HTML }, [...NO_ANSWER, ...NO_ENTRY]],
    [
      "redirect to another host",
      { status: 302, headers: { location: "https://signin.example/login" }, text: "" },
      [...NO_ANSWER, ...NO_ENTRY],
    ],
  ] satisfies readonly (readonly [string, Mishap, readonly string[]])[])(
    "%s",
    async (_, mishap, statuses) => {
      const { server, tracker } = await setUp();
      server.loopback.always = mishap;
      const answers = await tracker.many([server.seed.open.id, server.seed.absent]);
      for (const { status } of answers.values()) expect(statuses).toContain(status);
      expect(statuses).toContain((await tracker.one(server.seed.open.id)).status);
    },
  );

  test("slow: the deadline holds", async () => {
    const { server } = await setUp();
    const began = performance.now();
    const tracker = await connect(server, { deadline: AbortSignal.timeout(300), tryMs: 5000 });
    server.loopback.always = "hang";
    expect((await tracker.one(server.seed.open.id)).status).toBe("unavailable");
    expect(performance.now() - began).toBeLessThan(300 + GRACE);
  });

  test("gzip", async () => {
    const { server, tracker } = await setUp();
    server.loopback.always = "gzip";
    expect((await tracker.one(server.seed.open.id)).status).toBe("found");
  });
}

function asksFewTimes(setUp: SetUp): void {
  test.each([1, 200, 1001])("%i ids", async (count) => {
    const { server, tracker } = await setUp();
    const { capabilities } = await providerOf(server.kind);
    const ids = server.crowd(count);
    expect(new Set(ids).size).toBe(count);
    const before = server.loopback.calls.length;
    const answers = await tracker.many([...ids, ...ids.slice(0, 3)]);
    expect([...answers.keys()]).toEqual(ids);
    const strangers = [...answers].filter(
      ([id, lookup]) => lookup.status !== "found" || lookup.ticket.id !== id,
    );
    expect(strangers.slice(0, 3)).toEqual([]);
    // What a tracker has to be asked once (states of a type, a data source's properties) comes on top.
    const asked = server.loopback.calls.length - before;
    expect(asked).toBeLessThanOrEqual(Math.ceil(count / (capabilities.batch ?? 1)) + 3);
  });

  test("no ids: nothing is asked", async () => {
    const { server, tracker } = await setUp();
    expect((await tracker.many([])).size).toBe(0);
    expect(server.loopback.calls).toEqual([]);
  });

  test("found, absent and forbidden in one batch, each under its own id", async () => {
    const { server, tracker } = await setUp();
    const { open, absent, done, forbidden, deleted } = server.seed;
    const ids = [done, absent, open.id, forbidden?.id, deleted].filter((id) => typeof id === "string");
    const answers = await tracker.many(ids);
    expect([...answers.keys()]).toEqual(ids);
    expect(answers.get(absent)?.status).toBe("absent");
    expect(ticketIn(answers.get(open.id)).id).toBe(open.id);
    expect(ticketIn(answers.get(done)).state.category).toBe("done");
  });
}

function listsAndLinks(setUp: SetUp): void {
  test("list: paged to the end, lazily", async () => {
    const { server, tracker } = await setUp();
    const ids = server.crowd(230);
    const listed = await collect(tracker.list({ states: ["open"] }));
    const missing = ids.filter((id) => !listed.some((ticket) => ticket.id === id));
    expect(missing).toEqual([]);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(listed.every(({ state }) => state.category === "open")).toBe(true);
    const before = server.loopback.calls.length;
    for await (const ticket of tracker.list({ states: ["open"] })) {
      expect(ticket.id).not.toBe("");
      break;
    }
    expect(server.loopback.calls.length - before).toBeLessThanOrEqual(3);
  });

  test("list: by state, type, label and assignee", async () => {
    const { server, tracker } = await setUp();
    const done = await collect(tracker.list({ states: ["done"] }));
    expect(done.map(({ id }) => id)).toContain(server.seed.done);
    expect(done.every(({ state }) => state.category === "done")).toBe(true);
    const ticket = ticketIn(await tracker.one(server.seed.open.id));
    const [assignee] = ticket.assignees;
    const query = {
      labels: ticket.labels.slice(0, 1),
      ...(ticket.type === null ? {} : { types: [ticket.type.name] }),
      ...(assignee?.account === undefined ? {} : { assignee: assignee.account }),
    };
    const narrow = await collect(tracker.list(query));
    expect(narrow.map(({ id }) => id)).toContain(ticket.id);
    expect(narrow.map(({ id }) => id)).not.toContain(server.seed.unicode);
  });

  test("search", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { search } = server.seed;
    if (search === null) return skip(NOTHING);
    const hits = await collect(tracker.search(search.word));
    expect(hits.map(({ id }) => id).sort()).toEqual([...search.ids].sort());
    expect(await collect(tracker.search("no'such\"word)\\%"))).toEqual([]);
  });

  test("links: typed", async () => {
    const { server, tracker } = await setUp();
    const { linked, open, absent } = server.seed;
    if (linked !== null) {
      const links = await tracker.links(linked);
      expect(links.length).toBeGreaterThan(0);
      expect(links.map(({ kind }) => kind)).toContain("pull-request");
    }
    expect(Array.isArray(await tracker.links(open.id))).toBe(true);
    expect(await faultOf(tracker.links(absent))).toMatch(/absent|forbidden/);
  });

  test("history: who moved it, when, oldest first", async () => {
    const { server, tracker } = await setUp();
    const { open, targets } = server.seed;
    const target = targets.done ?? "";
    await tracker.setState(open.id, target);
    const events = await tracker.history(open.id);
    const moved = events.findLast(({ field }) => field === "state");
    if (server.seed.history === false) expect(moved).toBeUndefined();
    else expect(moved?.to?.toLowerCase()).toBe(target.toLowerCase());
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
    for (const { at } of events) expect(new Date(at).toISOString()).toBe(at);
  });
}

function writes(setUp: SetUp): void {
  test("state: set by name and by category, and read back", async () => {
    const { server, tracker } = await setUp();
    const { open, targets } = server.seed;
    for (const [category, target] of Object.entries(targets)) {
      expect((await tracker.setState(open.id, target)).name.toLowerCase()).toBe(target.toLowerCase());
      expect(ticketIn(await tracker.one(open.id)).state.category).toBe(category);
    }
    await tracker.setState(open.id, "done");
    expect(ticketIn(await tracker.one(open.id)).state.category).toBe("done");
  });

  test("state: one that is not there is refused, with those that are", async () => {
    const { server, tracker } = await setUp();
    const refusal = await tracker
      .setState(server.seed.open.id, "No Such State")
      .catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(Fault);
    if (!(refusal instanceof Fault)) return;
    expect(refusal.code).toBe("usage");
    for (const target of Object.values(server.seed.targets))
      expect(refusal.wanted?.toLowerCase()).toContain(target.toLowerCase());
  });

  test("edit: title, description and labels", async () => {
    const { server, tracker } = await setUp();
    const description = "First paragraph.\n\n- one\n- two\n\n`code` and **bold**";
    await tracker.edit(server.seed.open.id, { title: "A new title", description, labels: ["alpha", "beta"] });
    const ticket = ticketIn(await tracker.one(server.seed.open.id));
    expect(ticket.title).toBe("A new title");
    expect([...ticket.labels].sort()).toEqual(["alpha", "beta"]);
    for (const part of ["First paragraph.", "one", "two", "code", "bold"])
      expect(ticket.description).toContain(part);
  });

  test("comment: posted once, whatever happens in between", async () => {
    const { server, tracker } = await setUp();
    const { id } = server.seed.open;
    const first = await tracker.comment(id, "It is **done**.", "report");
    expect(first.changed).toBe(true);
    expect(await tracker.comment(id, "It is **done**.", "report")).toMatchObject({ changed: false });
    expect(server.comments(id).filter((text) => text.includes("golden-thread:report"))).toHaveLength(1);
    await tracker.comment(id, "Another one.", "other");
    expect(server.comments(id).filter((text) => text.includes("golden-thread:other"))).toHaveLength(1);
    expect(server.comments(id).filter((text) => text.includes("golden-thread:report"))).toHaveLength(1);
  });

  test("comment: an answer that got lost does not make two", async () => {
    const { server } = await setUp();
    const { id } = server.seed.open;
    const tracker = await connect(server);
    let lost = 0;
    server.loopback.onCall = (call) => {
      if (!isWrite(call)) return null;
      lost += 1;
      return "lost-answer";
    };
    expect(await faultOf(tracker.comment(id, "Lost?", "lost"))).toBe("unavailable");
    expect(lost).toBe(1);
    server.loopback.onCall = null;
    await tracker.comment(id, "Lost?", "lost");
    expect(server.comments(id).filter((text) => text.includes("golden-thread:lost"))).toHaveLength(1);
  });

  test("a token that may only read is told so", async ({ skip }) => {
    const { server } = await setUp();
    if (server.credentials.reader === null) return skip(NOTHING);
    const tracker = await connect(server, { credential: server.credentials.reader });
    expect((await tracker.one(server.seed.open.id)).status).toBe("found");
    expect(await faultOf(tracker.comment(server.seed.open.id, "x", "mark"))).toBe("forbidden");
    expect(await faultOf(tracker.edit(server.seed.open.id, { title: "x" }))).toBe("forbidden");
  });

  test("writing to what is not there", async () => {
    const { server, tracker } = await setUp();
    expect(await faultOf(tracker.edit(server.seed.absent, { title: "x" }))).toMatch(/absent|forbidden/);
    expect(await faultOf(tracker.comment(server.seed.absent, "x", "mark"))).toMatch(/absent|forbidden/);
  });
}

function keepsTheTokenAtHome(setUp: SetUp): void {
  test("the token stands in no answer, and no word of a failure", async () => {
    const { server } = await setUp();
    const { token } = server.credentials.good;
    const tracker = await connect(server);
    const echo: Mishap = {
      status: 400,
      json: { message: `bad token ${token}`, errorMessages: [token], err: token },
    };
    const said: unknown[] = [await tracker.identity(), await tracker.one(server.seed.open.id)];
    server.loopback.always = echo;
    said.push(await tracker.one(server.seed.open.id));
    said.push(await tracker.links(server.seed.open.id).catch((fault: unknown) => wordsOf(fault)));
    said.push(await tracker.comment(server.seed.open.id, "x", "m").catch((fault: unknown) => wordsOf(fault)));
    expect(JSON.stringify(said)).not.toContain(token);
    for (const { path, query, text } of server.loopback.calls)
      expect(`${path}${query.toString()}${text}`).not.toContain(token);
  });

  test("the token does not follow a redirect to another host", async () => {
    const { server, tracker } = await setUp();
    const elsewhere = await import("../servers/kit.ts").then(({ serve }) =>
      serve(() => ({ status: 200, json: {} })),
    );
    server.loopback.always = { status: 307, headers: { location: `${elsewhere.origin}/x` }, text: "" };
    await tracker.one(server.seed.open.id);
    await elsewhere.close();
    expect(elsewhere.calls).toEqual([]);
  });
}

/** Whether a request changes something, in any vendor's way. */
function isWrite({ method, path, text }: Call): boolean {
  if (method === "GET") return false;
  if (path.endsWith("graphql")) return /\bmutation\b/.test(text);
  return !/search|bulkfetch|workitemsbatch|wiql|\/query$/.test(path);
}

function ticketIn(lookup: Lookup | undefined): Ticket {
  if (lookup?.status !== "found") throw new Error(`not found: ${JSON.stringify(lookup)}`);
  return lookup.ticket;
}

async function collect(tickets: AsyncIterable<Ticket>): Promise<Ticket[]> {
  const all: Ticket[] = [];
  for await (const ticket of tickets) all.push(ticket);
  return all;
}

async function faultOf(asked: Promise<unknown>): Promise<FaultCode | "no fault"> {
  try {
    await asked;
    return "no fault";
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.code;
    throw thrown;
  }
}

function wordsOf(fault: unknown): string {
  if (!(fault instanceof Fault)) return String(fault);
  return [fault.message, fault.found, fault.wanted, fault.fix, fault.stack].join(" ");
}
