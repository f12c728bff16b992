import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { encodePartial } from "../../src/audit/file.ts";
import type { NamedPartial } from "../../src/audit/fit.ts";
import { look } from "../../src/audit/look.ts";
import { mergeFiles, mergeShards } from "../../src/audit/merge.ts";
import { decodePartial } from "../../src/audit/read-file.ts";
import type { AuditRequest } from "../../src/audit/request.ts";
import type { Audit } from "../../src/core/audit.ts";
import { timeOf } from "../../src/core/time.ts";
import { auditFormatNames, auditFormats } from "../../src/reports/audits.ts";
import { ruleMetas } from "../../src/rules/index.ts";
import { mutated } from "./mutated.ts";
import { AS_OF, audited, EVERYTHING, seededRepository } from "./seeded.ts";

const { repository, ids } = seededRepository();
const OF = 4;
/** Any order is the same. */
const ORDERS = [
  [3, 2, 1, 0],
  [1, 3, 0, 2],
];
/** Ten of the clock's minutes after the first commit. */
const SINCE = 1_700_000_600;
const FEW_PARTS: AuditRequest["parts"] = new Set(["messages", "paths"]);
const world = { cwd: repository.root, env: repository.env, now: () => new Date(AS_OF) };
const EVERY_PART: AuditRequest["parts"] = new Set(["messages", "paths", "lines", "tree", "blame", "tickets"]);

/** As the file has it: what is merged was written down and read again. */
async function shard(number: number, request: Partial<AuditRequest> = {}): Promise<NamedPartial> {
  const partial = await look(world, {
    ...EVERYTHING,
    parts: EVERY_PART,
    ...request,
    shard: { number, of: OF },
  });
  const name = `shard-${number}`;
  return { name, partial: decodePartial(Buffer.concat(encodePartial(partial)), name) };
}

async function shards(request: Partial<AuditRequest> = {}): Promise<readonly NamedPartial[]> {
  return Promise.all([1, 2, 3, 4].map((number) => shard(number, request)));
}

/** What it answers or throws. */
function outcome<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof Error) return thrown;
    throw thrown;
  }
}

async function written(audit: Audit): Promise<ReadonlyMap<string, string>> {
  const options = { metas: ruleMetas(), color: false, columns: 100, repair: null, subject: () => null };
  const files = auditFormatNames.map(async (name) => {
    const body = (await auditFormats[name]())(options)(audit).body;
    return [name, [...body].join("")] as const;
  });
  return new Map(await Promise.all(files));
}

describe("an audit that was cut into shards", () => {
  let parts: readonly NamedPartial[];
  beforeAll(async () => {
    parts = await shards();
  });

  test("is the one that one run makes, byte for byte, in every format", async () => {
    const counts = parts.map(({ partial }) => partial.rows.count);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    const whole = await written(await audited(repository, { parts: EVERY_PART }));
    expect([...whole.keys()]).toEqual([...auditFormatNames]);
    for (const order of ORDERS) {
      const merged = await written(mergeShards(order.flatMap((number) => parts[number] ?? [])));
      for (const [name, text] of whole) expect(merged.get(name), `${name} of ${order}`).toBe(text);
    }
  });

  test("of a range, or of what came since a day, is the same too", async () => {
    const question = { range: `${ids.authorised}..HEAD`, since: timeOf(SINCE), parts: FEW_PARTS };
    const [cut, whole] = await Promise.all([shards(question), audited(repository, question)]);
    expect(whole.history.count).toBeLessThan(Number(repository.git("rev-list", "--count", question.range)));
    expect(whole.history.count).toBeGreaterThan(1);
    const merged = await written(mergeShards(cut));
    for (const [name, text] of await written(whole)) expect(merged.get(name), name).toBe(text);
  });

  test("is refused where it is not of one question, and the difference is named", async () => {
    const [first, second, third, fourth] = parts;
    if (!first || !second || !third || !fourth) throw new Error("four shards were made");
    const later = await shard(4, { asOf: "2024-01-02T00:00:00Z" });
    expect(() => mergeShards([first, second, third, later])).toThrow(/time \(--as-of\) differs/u);
    expect(() => mergeShards([first, second, third])).toThrow("A shard is missing.");
    expect(() => mergeShards([first, second, third, third])).toThrow("A shard is there twice.");
    const ranged = await shard(4, { range: `${ids.root}..HEAD` });
    expect(() => mergeShards([first, second, third, ranged])).toThrow(/range differs/u);
    const fewer = await shard(4, { parts: new Set(["messages"]) });
    expect(() => mergeShards([first, second, third, fewer])).toThrow(/their parts differs/u);
    const { head } = fourth.partial;
    const changed = (more: Partial<typeof head>): NamedPartial => ({
      name: "other",
      partial: { ...fourth.partial, head: { ...head, ...more } },
    });
    const policy = { ...head.frame, policyDigest: "0".repeat(64) };
    expect(() => mergeShards([first, second, third, changed({ frame: policy })])).toThrow(/policy differs/u);
    expect(() => mergeShards([first, second, third, changed({ tool: "0.0.0" })])).toThrow(/tool version/u);
    const ledger = { digest: "0".repeat(64), issuedAt: AS_OF, expiresAt: AS_OF, signer: "me" };
    expect(() => mergeShards([first, second, third, changed({ ledger })])).toThrow(/ledger differs/u);
    const scope = { ...head.scope, tip: "0".repeat(40) };
    expect(() => mergeShards([first, second, third, changed({ scope })])).toThrow(/tip differs/u);
  });

  test("a damaged file is no shard, nor is one that was edited with care an error of ours", async () => {
    const partial = await look(world, { ...EVERYTHING, parts: EVERY_PART, shard: { number: 1, of: 1 } });
    const good = Buffer.concat(encodePartial(partial));
    const bytes = Buffer.from(good);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    expect(() => decodePartial(bytes, "a")).toThrow("This is no partial audit, or it was damaged.");
    expect(() => decodePartial(bytes.subarray(0, 100), "a")).toThrow("This is no partial audit");

    const tally = { refused: 0, taken: 0 };
    await fc.assert(
      fc.asyncProperty(mutated(good), async (data) => {
        const answer = outcome(() => mergeFiles([{ name: "a", path: "a", bytes: data }]));
        if (answer instanceof Error) {
          expect(answer).toMatchObject({ code: "usage", found: expect.any(String), fix: expect.any(String) });
          tally.refused++;
        } else {
          expect((await written(answer)).size).toBe(auditFormatNames.length);
          tally.taken++;
        }
      }),
      { seed: 20261123, numRuns: 150 },
    );
    expect(Math.min(tally.refused, tally.taken)).toBeGreaterThan(10);
  });
});

describe("an audit that is asked again", () => {
  test("says the same of a history that grew, from what was kept and from nothing", async () => {
    const before = await written(await audited(repository));
    expect((await written(await audited(repository))).get("json")).toBe(before.get("json"));
    repository.commit("One more (TASK-4)", { "z.txt": "one\n" });
    const grown = await written(await audited(repository));
    repository.run(["clean", "-fdxq"]);
    repository.run(["-c", "alias.forget=!rm -rf .git/golden-thread", "forget"]);
    expect((await written(await audited(repository))).get("json")).toBe(grown.get("json"));
    expect(grown.get("json")).not.toBe(before.get("json"));
  });
});
