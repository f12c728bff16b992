import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secondsOf } from "../../src/core/time.ts";

const HOUR = 3600;

describe("a time in a ticket is read as it was meant", () => {
  test("any instant that a clock can write is read to the second", () => {
    const dates = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const seconds = Math.floor(date.getTime() / 1000);
        expect(secondsOf(date.toISOString())).toBe(seconds);
      }),
    );
  });

  test.each([
    ["2026-03-02T12:00:00+05:30", Date.UTC(2026, 2, 2, 6, 30) / 1000],
    ["2026-03-02T12:00:00-0800", Date.UTC(2026, 2, 2, 20) / 1000],
    ["2026-03-02 12:00", Date.UTC(2026, 2, 2, 12) / 1000],
    ["2024-02-29T00:00:00z", Date.UTC(2024, 1, 29) / 1000],
  ])("%s is another moment", (text, seconds) => expect(secondsOf(text)).toBe(seconds));

  test("a date alone is one zone's day", () => {
    const midnight = Date.UTC(2026, 2, 2) / 1000;
    expect(secondsOf("2026-03-02")).toBe(midnight - 14 * HOUR);
  });

  test.each([
    "",
    "yesterday",
    "2026-3-2",
    "2026-13-01",
    "2026-00-10",
    "2026-01-32",
    "02/03/2026",
    "2026-03-02T1:00Z",
  ])("%j is taken for a date", (text) => expect(secondsOf(text)).toBeNull());
});
