import { expect, test } from "vitest";
import { roundTripsText } from "../servers/round-trips.ts";

test("docs/round-trips.md says something else of the trackers than they do", async () => {
  const told = await roundTripsText();
  await expect(told).toMatchFileSnapshot("../../docs/round-trips.md");
  expect(told).toContain("| paragraphs | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |");
}, 60_000);
