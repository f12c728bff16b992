import { expect, test } from "vitest";
import { audienceOf } from "../../src/ledger/audience.ts";

test.each([
  ["https://host.test:8443/o/r.git", "host.test:8443/o/r"],
  ["https://host.test:443/o/r.git", "host.test/o/r"],
  ["ssh://git@ssh.github.com:443/o/r.git", "github.com/o/r"],
  ["git@host.test:o/r.git", "host.test/o/r"],
  ["C:/repos/shop", null],
  ["c:\\repos\\shop", null],
])("two servers of one host, or a disk, pass for one another: %s", (url, audience) => {
  expect(audienceOf(url)).toBe(audience);
});
