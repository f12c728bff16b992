import { expect, test } from "vitest";
import { Fault } from "../../../src/core/fault.ts";
import { connect } from "../../servers/connect.ts";
import { NOTHING, faultOf, isWrite, type SetUp, ticketIn } from "./asking.ts";

export function writes(setUp: SetUp): void {
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
