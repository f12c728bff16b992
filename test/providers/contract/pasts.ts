import { expect, test } from "vitest";
import type { Past, StateSpan } from "../../../src/core/ticket.ts";
import { connect } from "../../servers/connect.ts";
import { NOTHING, type SetUp, ticketIn } from "./asking.ts";

/** The spans of a past that is told. */
function spansIn(past: Past | undefined): readonly StateSpan[] {
  if (past?.status !== "told") throw new Error(`not told: ${JSON.stringify(past)}`);
  return past.spans;
}

/** Whether the end of each span is the beginning of the next, and the last one has none. */
function holes(spans: readonly StateSpan[]): readonly StateSpan[] {
  return spans.filter(({ from, until }, at) => until !== (spans[at + 1]?.from ?? null) || from === until);
}

export function tellsPasts(setUp: SetUp): void {
  test("pasts: every state since it was made, and who brought it there", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { open, targets, pasts } = server.seed;
    if (pasts === false) return skip(NOTHING);
    const before = ticketIn(await tracker.one(open.id));
    const way = [targets.done, targets.open, targets.canceled, targets.open, targets.done];
    const names = way.flatMap((name) => name ?? []).filter((name, at, all) => name !== all[at - 1]);
    for (const name of names) await tracker.setState(open.id, name);
    const spans = spansIn((await tracker.pasts([open.id])).get(open.id));
    expect(holes(spans)).toEqual([]);
    expect(spans.map(({ state }) => state.name.toLowerCase())).toEqual(
      [before.state.name, ...names].map((name) => name.toLowerCase()),
    );
    const categories = names.map((name) => Object.entries(targets).find(([, one]) => one === name)?.[0]);
    expect(spans.map(({ state }) => state.category)).toEqual(["open", ...categories]);
    expect(spans[0]).toMatchObject({ from: before.createdAt, by: null });
    const { account } = await tracker.identity();
    expect(spans.slice(1).map(({ by }) => by?.account)).toEqual(names.map(() => account));
    for (const { from } of spans) expect(new Date(from).toISOString()).toBe(from);
  });

  test("pasts: the policy's own map outranks the tracker's, in the past too", async ({ skip }) => {
    const { server } = await setUp();
    const { open, targets, pasts } = server.seed;
    if (pasts === false) return skip(NOTHING);
    server.move(open.id, targets.done ?? "");
    server.move(open.id, targets.open ?? "");
    const settings = { ...server.settings, status_map: { canceled: [targets.done] } };
    const mapped = await connect(server, { settings });
    const spans = spansIn((await mapped.pasts([open.id])).get(open.id));
    expect(spans.map(({ state }) => state.category)).toEqual(["open", "canceled", "open"]);
  });

  test("pasts: one answer for every id, and none is made up", async () => {
    const { server, tracker } = await setUp();
    const { open, absent, forbidden, deleted, notATicket, pasts } = server.seed;
    const strange = [absent, forbidden?.id, deleted, notATicket].flatMap((id) => id ?? []);
    const ids = [...strange.slice(0, 1), open.id, ...strange.slice(1)];
    const told = await tracker.pasts([...ids, open.id]);
    expect([...told.keys()]).toEqual(ids);
    for (const id of strange) expect(told.get(id)).toMatchObject({ status: "untold" });
    expect(told.get(open.id)?.status).toBe(pasts === false ? "untold" : "told");
    for (const past of told.values())
      if (past.status === "untold") expect(past.detail).toMatch(/^[^\n]{10,}$/);
    const before = server.loopback.calls.length;
    expect((await tracker.pasts([])).size).toBe(0);
    expect(server.loopback.calls).toHaveLength(before);
  });

  test("pasts: of a moved ticket under the id that was asked", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { moved, open, pasts } = server.seed;
    if (moved === null || pasts === false) return skip(NOTHING);
    const told = await tracker.pasts([open.id, moved.from]);
    expect(spansIn(told.get(moved.from))[0]?.until).toBeNull();
  });

  test("pasts: nobody's word is no past", async () => {
    const { server } = await setUp();
    const { open } = server.seed;
    const dead = await connect(server, { credential: server.credentials.dead });
    expect((await dead.pasts([open.id])).get(open.id)?.status).toBe("untold");
    const tracker = await connect(server);
    server.loopback.always = { status: 500, json: { message: "Internal error" } };
    expect((await tracker.pasts([open.id])).get(open.id)?.status).toBe("untold");
    server.loopback.always = { status: 200, json: { hello: ["world"] } };
    expect((await tracker.pasts([open.id])).get(open.id)?.status).toBe("untold");
  });

  test("history: a label that was set and taken away, by whom, each by itself", async ({ skip }) => {
    const { server, tracker } = await setUp();
    const { open, history } = server.seed;
    if (history === false || server.kind === "clickup") return skip(NOTHING);
    await tracker.edit(open.id, { labels: ["alpha", "beta"] });
    await tracker.edit(open.id, { labels: ["beta"] });
    const { account } = await tracker.identity();
    const events = (await tracker.history(open.id)).filter(({ field }) => field === "labels");
    const sets = events.filter(({ to }) => to === "alpha" || to === "beta");
    expect(sets.map(({ from, to }) => [from, to]).sort()).toEqual([
      [null, "alpha"],
      [null, "beta"],
    ]);
    expect(sets.every(({ by }) => by?.account === account)).toBe(true);
    expect(events.at(-1)).toMatchObject({ from: "alpha", to: null });
    expect(events.every(({ from, to }) => (from === null) !== (to === null))).toBe(true);
  });

  test("history: a changed text is told, where it is said to be", async ({ skip }) => {
    const { server, tracker } = await setUp();
    if (!tracker.recordsText) return skip(NOTHING);
    const { id } = server.seed.open;
    const began = (await tracker.history(id)).length;
    await tracker.edit(id, { title: "Another" });
    await tracker.edit(id, { description: "Another text" });
    const { account } = await tracker.identity();
    const events = (await tracker.history(id)).slice(began);
    expect(events.map(({ field }) => field)).toEqual(["title", "description"]);
    expect(events.map(({ by }) => by?.account)).toEqual([account, account]);
  });
}
