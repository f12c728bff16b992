import { describe, expect, test } from "vitest";
import type { Source } from "../../src/core/ports.ts";
import type { Lookup } from "../../src/core/ticket.ts";
import { ledgerBehind } from "../../src/gather/ledgered.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { issue, open, terms, testKey } from "../ledger/made.ts";

const key = testKey("k1");
const ledger = readLedger(issue(key, [open("PROJ-9")]), terms([key]));

async function answerTo(id: string, own: Lookup): Promise<string | undefined> {
  const source: Source = { remote: "jira", many: async (ids) => new Map(ids.map((one) => [one, own])) };
  return (await ledgerBehind(source, async () => ledger).many([id])).get(id)?.status;
}

describe("where a tracker is silent its ledger stands in", () => {
  const refused: Lookup = { status: "forbidden", detail: "not for this credential" };
  const dead: Lookup = { status: "unavailable", detail: "no network" };

  test("a ticket that this credential may not see is called absent", async () => {
    expect(await answerTo("PROJ-5", refused)).toBe("forbidden");
  });

  test.each([
    ["of what is there", "PROJ-9", refused, "found"],
    ["of what is there, without network", "PROJ-9", dead, "found"],
    ["of what is not there", "PROJ-5", dead, "absent"],
    ["of what is newer than it", "PROJ-5000", dead, "unavailable"],
  ])("it tells no longer %s", async (_what, id, own, status) => {
    expect(await answerTo(id, own)).toBe(status);
  });
});
