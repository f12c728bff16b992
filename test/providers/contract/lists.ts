import { expect, test } from "vitest";
import { collect, faultOf, NOTHING, type SetUp, ticketIn } from "./asking.ts";

export function listsAndLinks(setUp: SetUp): void {
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

  test("list: oldest change first, and taken up again where it was left", async () => {
    const { server, tracker } = await setUp();
    const ids = server.crowd(230);
    for (const id of ids.slice(100, 130).toReversed()) server.move(id, server.seed.targets.done ?? "");
    const listed = await collect(tracker.list({ order: "oldest-first" }));
    const times = listed.map(({ updatedAt }) => updatedAt ?? "");
    expect(times).toEqual([...times].sort());
    expect(ids.filter((id) => !listed.some((ticket) => ticket.id === id))).toEqual([]);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    const newest = await collect(tracker.list({}));
    expect(newest.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    const from = times.at(-10) ?? "";
    const rest = await collect(tracker.list({ order: "oldest-first", updatedSince: from }));
    const wanted = listed.filter(({ updatedAt }) => (updatedAt ?? "") >= from).map(({ id }) => id);
    expect(rest.map(({ id }) => id)).toEqual(wanted);
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
