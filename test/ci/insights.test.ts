import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { postInsights } from "../../src/check-ci/insights.ts";
import { type Loopback, serve } from "../servers/kit.ts";

const place = { repository: "acme/thread", commit: "a".repeat(40) };
const path = `/2.0/repositories/acme/thread/commit/${place.commit}/reports/golden-thread`;
const world = {
  env: { PATH: process.env.PATH, https_proxy: "http://127.0.0.1:9" },
  now: () => new Date("2026-11-22T12:00:00Z"),
};

/** The proxy of Pipelines as a step sees it: what is asked of the API, the last report of a commit, its annotations. */
const kept: { report: unknown; annotations: unknown[] } = { report: null, annotations: [] };
const proxy: Loopback = await serve(({ method, headers, json }) => {
  if (headers.host !== "api.bitbucket.org") return { status: 502 };
  if (method === "DELETE") Object.assign(kept, { report: null, annotations: [] });
  if (method === "PUT") kept.report = json;
  if (method === "POST" && Array.isArray(json)) {
    if (kept.report === null || json.length > 100) return { status: 400 };
    kept.annotations.push(...json);
  }
  return method === "DELETE" ? { status: 204 } : { status: 200, json: {} };
});
afterAll(() => proxy.close());
beforeEach(() => {
  proxy.calls.length = 0;
});

const annotations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ external_id: String(index), annotation_type: "BUG" }));

describe("Bitbucket is given the report through the proxy of its pipelines", () => {
  test("no credential, plain addresses, a hundred annotations at once, a thousand in all", async () => {
    await postInsights(
      world,
      place,
      { report: { title: "t" }, annotations: annotations(1050) },
      proxy.origin,
    );
    expect(proxy.calls.slice(0, 3).map(({ method, path: address }) => `${method} ${address}`)).toEqual([
      `DELETE ${path}`,
      `PUT ${path}`,
      `POST ${path}/annotations`,
    ]);
    expect(proxy.calls.every(({ auth }) => auth === null)).toBe(true);
    expect([kept.report, kept.annotations.length, proxy.calls.length]).toEqual([{ title: "t" }, 1000, 12]);
  });
  test("a second run leaves nothing of the first", async () => {
    await postInsights(world, place, { report: { title: "u" }, annotations: annotations(2) }, proxy.origin);
    expect([kept.report, kept.annotations.length]).toEqual([{ title: "u" }, 2]);
  });
  test("a refusal says what was answered", async () => {
    proxy.mishaps.push({ status: 404 }, { status: 400, text: "title is required" });
    await expect(
      postInsights(world, place, { report: {}, annotations: [] }, proxy.origin),
    ).rejects.toMatchObject({
      code: "unavailable",
      found: "PUT answered 400: title is required",
    });
  });
});
