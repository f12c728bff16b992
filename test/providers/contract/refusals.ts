import { expect, test } from "vitest";
import { connect } from "../../servers/connect.ts";
import type { Mishap } from "../../servers/kit.ts";
import { NOTHING, faultOf, type SetUp, wordsOf } from "./asking.ts";

export function tellsRefusalsApart(setUp: SetUp): void {
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

export function keepsTheTokenAtHome(setUp: SetUp): void {
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
    const elsewhere = await import("../../servers/kit.ts").then(({ serve }) =>
      serve(() => ({ status: 200, json: {} })),
    );
    server.loopback.always = { status: 307, headers: { location: `${elsewhere.origin}/x` }, text: "" };
    await tracker.one(server.seed.open.id);
    await elsewhere.close();
    expect(elsewhere.calls).toEqual([]);
  });
}
