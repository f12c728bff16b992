import { expect, test } from "vitest";
import type { Lookup } from "../../../src/core/ticket.ts";
import { connect, testClock } from "../../servers/connect.ts";
import type { Mishap } from "../../servers/kit.ts";
import type { SetUp } from "./asking.ts";

/** What no answer about a ticket may be when nobody could know it. */
const NO_ANSWER: readonly Lookup["status"][] = ["unavailable"];
const NO_ENTRY: readonly Lookup["status"][] = ["credentials"];
const PAGE = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>";
const HTML = { "content-type": "text/html; charset=utf-8" };

/** Most milliseconds that a look-up may take beyond its deadline. */
const GRACE = 1500;
export function bearsTrouble(setUp: SetUp): void {
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
