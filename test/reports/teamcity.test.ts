import { expect, test } from "vitest";
import { teamcityValue } from "../../src/reports/escape.ts";

test.each([
  ["it's |one [thing]", "it|'s ||one |[thing|]"],
  ["two\r\nlines", "two|nlines"],
  ["größe 😀", "gr|0x00f6|0x00dfe |0xd83d|0xde00"],
  ["hidden\u202e\u0000", "hidden\\u{202e}\\x00"],
  ["']\n##teamcity[buildStatus status='SUCCESS']", "|'|]|n##teamcity|[buildStatus status=|'SUCCESS|'|]"],
])("%j ends no service message and begins none", (text, value) => {
  expect(teamcityValue(text)).toBe(value);
});
