import { expect, test } from "vitest";
import { z } from "zod";
import { connect, providerOf } from "../../servers/connect.ts";
import { HOSTILE, UNICODE_TITLE } from "../../servers/tracker-server.ts";
import { NOTHING, type SetUp, ticketIn } from "./asking.ts";

export function readsTickets(setUp: SetUp): void {
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

export function asksFewTimes(setUp: SetUp): void {
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
