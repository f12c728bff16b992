import type { HttpReply } from "../../src/core/http.ts";
import { type HttpOptions, openHttp } from "../../src/providers/http.ts";
import { type TestClock, testClock } from "../servers/connect.ts";

/** The token of these tests; it must come back in nothing. */
export const TOKEN = "a-token-that-must-not-come-back";

/** A transport to one address, with a clock on which waiting costs nothing. */
export function transport(base: string, given: Partial<HttpOptions> = {}) {
  const clock: TestClock = testClock();
  const http = openHttp({
    remote: "tracker",
    base,
    origins: new Set([new URL(base).origin]),
    privateAllowed: true,
    credential: async () => ({ headers: { authorization: `Bearer ${TOKEN}` }, secrets: [TOKEN] }),
    tryMs: 1000,
    waitMs: 600_000,
    proxy: {},
    ca: null,
    tags: null,
    clock,
    ...given,
  });
  return { http, clock };
}

/** What was thrown, with its words; an answer where nothing was. */
export async function refused(asked: Promise<HttpReply>): Promise<Record<string, unknown>> {
  try {
    return { ...(await asked) };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { ...thrown, message: thrown.message };
  }
}
