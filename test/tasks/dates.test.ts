import { describe, expect, test } from "vitest";
import { readDate } from "../../src/tasks/dates.ts";

describe("a date of any writer is the same moment for all rules", () => {
  test.each([
    ["2026-01-05 09:30", "2026-01-05T09:30:00Z"],
    ["2026-01-05", "2026-01-05"],
    ["2026-01-05T09:30", "2026-01-05T09:30:00Z"],
    ["2026-01-05T09:30:59.123Z", "2026-01-05T09:30:59Z"],
    ["2026-01-05T00:30+02:00", "2026-01-04T22:30:00Z"],
    ["2026-01-01T00:30:00+0100", "2025-12-31T23:30:00Z"],
    ["2024-02-28T23:30-01:00", "2024-02-29T00:30:00Z"],
    ["2026-12-31 23:59 -14:00", "2027-01-01T13:59:00Z"],
    ["05-01-26", "2026-01-05"],
    ["05/01/26", "2026-01-05"],
    ["05.01.26 18:00", "2026-01-05T18:00:00Z"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", null],
    ["1900-02-29", null],
    ["2000-02-29", "2000-02-29"],
    ["2026-13-01", null],
    ["2026-04-31", null],
    ["2026-00-10", null],
    ["2026-01-05 24:00", null],
    ["2026-01-05 10:60", null],
    ["05-01/26", null],
    ["2026-1-5", null],
    ["yesterday", null],
    ["", null],
    ["YYYY-MM-DD", null],
  ])("%j is %j", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  test("every day of five years agrees with the platform's calendar", () => {
    const wrong: string[] = [];
    for (let day = Date.UTC(2023, 11, 1); day < Date.UTC(2028, 2, 2); day += 86_400_000) {
      const iso = new Date(day).toISOString();
      const text = iso.slice(0, 10);
      const east = new Date(day - 14 * 3_600_000).toISOString().replace(".000Z", "Z");
      const west = new Date(day + 35 * 3_600_000).toISOString().replace(".000Z", "Z");
      if (readDate(text) !== text) wrong.push(text);
      if (readDate(`${text}T00:00+14:00`) !== east) wrong.push(`${text} east`);
      if (readDate(`${text}T23:00-12:00`) !== west) wrong.push(`${text} west`);
    }
    expect(wrong).toEqual([]);
  });
});
