import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { RemoteLaw } from "../../src/core/law.ts";
import type { Lookup } from "../../src/core/ticket.ts";
import { remembering } from "../../src/gather/remember.ts";
import { breaker } from "../../src/store/breaker.ts";
import { ticketCache } from "../../src/store/ticket-cache.ts";
import { ticket } from "../rules/evidence.ts";

const REMOTE: RemoteLaw = { name: "tracker", kind: "jira", grammar: "jira", settings: {} };
const OPEN: Lookup = { status: "found", ticket: ticket("PROJ-1", "open"), source: "api" };
const DOWN: Lookup = { status: "unavailable", detail: "it is down" };
const MINUTE = 60_000;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A tracker that answers as it is told to, and asks what is remembered of it. */
function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-remember-"));
  folders.push(folder);
  const clock = { now: Date.parse("2026-01-01T00:00:00Z") };
  return {
    folder,
    clock,
    async ask(answer: Lookup, freshMs = -1, law = "a law"): Promise<Lookup | undefined> {
      const source = {
        remote: "tracker",
        many: async (ids: readonly string[]) => new Map(ids.map((id) => [id, answer])),
      };
      const memory = {
        cache: ticketCache(folder, REMOTE),
        breaker: breaker(folder, REMOTE),
        terms: { freshMs, staleMs: 60 * MINUTE },
        law,
        now: () => clock.now,
      };
      return (await remembering(source, memory).many(["PROJ-1"])).get("PROJ-1");
    },
  };
}

describe("what a tracker told before", () => {
  test("is gone as soon as the tracker is", async () => {
    const { ask, clock } = setUp();
    expect(await ask(OPEN)).toEqual(OPEN);
    clock.now += MINUTE;
    expect(await ask(DOWN)).toMatchObject({ status: "found", stale: true });
  });

  test.each<Lookup>([{ status: "absent" }, { status: "forbidden", detail: "not for you" }])(
    "comes back after the tracker said $status",
    async (answer) => {
      const { ask, clock } = setUp();
      await ask(OPEN);
      clock.now += MINUTE;
      expect(await ask(answer)).toEqual(answer);
      expect(await ask(DOWN)).toEqual(DOWN);
    },
  );

  test("counts though the clock was set back since", async () => {
    const { ask, clock } = setUp();
    await ask(OPEN);
    clock.now -= MINUTE;
    expect(await ask({ status: "absent" }, 10 * MINUTE)).toEqual({ status: "absent" });
  });

  test("ends a commit where its file was broken", async () => {
    const { ask, folder } = setUp();
    await ask(OPEN);
    const store = join(folder, "golden-thread", "tickets");
    const [name = ""] = readdirSync(store);
    const build = await import("../../src/core/build.ts");
    for (const told of [null, 1, [], { at: 1 }, { at: "x", ticket: null }]) {
      const content = { build: build.BUILD, tickets: { "PROJ-1": told } };
      writeFileSync(join(store, name), JSON.stringify(content));
      expect(await ask(OPEN, 10 * MINUTE)).toEqual(OPEN);
    }
  });
});

describe("what a ledger told", () => {
  const until = "2026-01-01T00:05:00.000Z";
  const TOLD: Lookup = { ...OPEN, source: "ledger", asOf: "2025-12-31T12:00:00Z", until };

  test("is taken for the tracker's own word when it is remembered", async () => {
    const { ask, clock } = setUp();
    await ask(TOLD);
    clock.now += MINUTE;
    expect(await ask(DOWN, 10 * MINUTE)).toEqual(TOLD);
  });

  test("counts longer than the ledger does", async () => {
    const { ask, clock } = setUp();
    await ask(TOLD);
    clock.now += 6 * MINUTE;
    expect(await ask(DOWN, 10 * MINUTE)).toEqual(DOWN);
  });

  test("counts under a law that may name another ledger, or none", async () => {
    const { ask, clock } = setUp();
    await ask(TOLD);
    clock.now += MINUTE;
    expect(await ask(DOWN, 10 * MINUTE, "another law")).toEqual(DOWN);
  });
});
