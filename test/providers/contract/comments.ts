import { expect, test } from "vitest";
import { connect } from "../../servers/connect.ts";
import { HOSTILE } from "../../servers/tracker-server.ts";
import { faultOf, type SetUp } from "./asking.ts";

/** More than a page of any vendor's. */
const MANY = 230;

export function tellsComments(setUp: SetUp): void {
  test("comments: what was said, by whom, when, oldest first", async () => {
    const { server, tracker } = await setUp();
    const { open, other } = server.seed;
    expect(await tracker.comments(open.id)).toEqual([]);
    const first = server.say(open.id, "I take this on.");
    const own = await tracker.comment(open.id, "A report.", "report");
    server.say(open.id, "Thanks.");
    const [one, two, three, ...more] = await tracker.comments(open.id);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ id: first, by: other, text: "I take this on." });
    expect(two?.id).toBe(own.id);
    expect(two?.text).toContain("A report.");
    expect(two?.by?.account).not.toBe(other.account);
    expect(three?.text).toBe("Thanks.");
    for (const { at, url } of [one, two, three].flatMap((comment) => comment ?? [])) {
      expect(new Date(at).toISOString()).toBe(at);
      expect(url).toMatch(/^https?:\/\//);
    }
  });

  test("comments: nobody bears another one's login", async () => {
    const { server, tracker } = await setUp();
    server.say(server.seed.open.id, "I take this on.");
    const [said] = await tracker.comments(server.seed.open.id);
    expect(said?.by).toEqual(server.seed.other);
    if (said?.by?.login !== undefined && server.kind !== "github")
      expect(said.by.login).not.toBe(said.by.name);
  });

  test("comments: one that was changed later says so", async () => {
    const { server, tracker } = await setUp();
    const { id } = server.seed.open;
    const said = server.say(id, "No.");
    server.say(id, "Yes.");
    server.reword(id, said, "Yes!");
    const comments = await tracker.comments(id);
    expect(comments.map(({ text }) => text)).toEqual(["Yes!", "Yes."]);
    const edited = server.seed.edits === false ? [null, null] : [true, false];
    expect(comments.map((one) => one.edited)).toEqual(edited);
  });

  test("comments: paged to the end", async () => {
    const { server, tracker } = await setUp();
    const { id } = server.seed.open;
    const said = Array.from({ length: MANY }, (_, at) => server.say(id, `Remark ${at}`));
    expect((await tracker.comments(id)).map((one) => one.id)).toEqual(said);
  });

  test("comments: hostile text comes through harmless", async () => {
    const { server, tracker } = await setUp();
    server.say(server.seed.open.id, HOSTILE.text);
    const [said] = await tracker.comments(server.seed.open.id);
    for (const never of HOSTILE.never) expect(said?.text).not.toContain(never);
    expect(said?.text).toContain("Before");
    expect(said?.text).toContain("After");
  });

  test("comments: none that can be read is no silence", async () => {
    const { server, tracker } = await setUp();
    const { absent, open, forbidden } = server.seed;
    expect(await faultOf(tracker.comments(absent))).toMatch(/absent|forbidden/);
    if (forbidden !== null) expect(await faultOf(tracker.comments(forbidden.id))).toMatch(/absent|forbidden/);
    const dead = await connect(server, { credential: server.credentials.dead });
    expect(await faultOf(dead.comments(open.id))).toBe("credentials");
    server.loopback.always = { status: 500, json: { message: "Internal error" } };
    expect(await faultOf(tracker.comments(open.id))).toBe("unavailable");
  });
}
