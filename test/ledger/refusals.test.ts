import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { privateKeyOf, seal } from "../../src/ledger/dsse.ts";
import { LEDGER_TYPE } from "../../src/ledger/format.ts";
import { type LedgerAnswer, readLedger } from "../../src/ledger/read.ts";
import { AUDIENCE, DIGEST, issue, NOON, open, type TestKey, terms, testKey } from "./made.ts";

const key = testKey("k1");
const tickets = [open("PROJ-7"), open("PROJ-12"), open("PROJ-8")];
const good = issue(key, tickets);

function codeOf(answer: LedgerAnswer): string {
  return answer.status === "valid" ? "valid" : answer.code;
}

/** The same ledger with another body, header or envelope, signed again by a key that the policy knows. */
function resigned(change: (lines: string[]) => string[], by: TestKey = key): Uint8Array {
  const [head = "", , ...rows] = Buffer.from(good).toString("utf8").split("\n");
  const [header = "", ...changed] = change([head, ...rows]);
  const bodySha256 = createHash("sha256").update(changed.join("\n")).digest("hex");
  const line = JSON.stringify({ ...JSON.parse(header), bodySha256 });
  const opened = privateKeyOf(by.pem);
  if (opened === null) throw new Error("no key");
  const envelope = seal(LEDGER_TYPE, Buffer.from(line), { id: by.id, key: opened.key });
  return Buffer.from([line, JSON.stringify(envelope), ...changed].join("\n"));
}

describe("a ledger that nobody may rely on is refused, and by its own name", () => {
  test("the good one is not", () => {
    expect(codeOf(readLedger(good, terms([key])))).toBe("valid");
    expect(
      codeOf(
        readLedger(
          resigned((lines) => lines),
          terms([key]),
        ),
      ),
    ).toBe("valid");
  });

  test.each([
    ["nothing", Buffer.alloc(0), "malformed"],
    ["a line break", Buffer.from("\n"), "malformed"],
    ["something else", Buffer.from("hello\nworld\n"), "unsigned"],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 10, 10]), "malformed"],
    ["a header alone", good.subarray(0, Buffer.from(good).indexOf(10) + 1), "unsigned"],
    ["deep brackets", Buffer.from(`${"[".repeat(100_000)}\n${'{"a":'.repeat(25_000)}\n`), "unsigned"],
    ["too many bytes", Buffer.alloc(64 * 1024 * 1024 + 1, 10), "malformed"],
  ])("%s", (_name, bytes, code) => {
    expect(codeOf(readLedger(bytes, terms([key])))).toBe(code);
  });

  test.each([
    ["expired by its own word", { now: Date.parse("2026-11-23T10:00:01Z") }, "expired"],
    ["older than the policy's max_age", { maxAgeMs: 3_600_000 }, "expired"],
    ["issued in the future", { now: Date.parse("2026-11-22T09:54:00Z") }, "expired"],
    ["made for another repository", { audience: "github.com/acme/other" }, "foreign"],
    ["older than one that was seen", { highestSeq: 8 }, "rolled-back"],
    ["made under another policy", { policyDigest: "00".repeat(32) }, "other-policy"],
    ["signed by a key that the policy does not name", { keys: [] }, "unknown-key"],
  ])("one that is %s", (_name, more, code) => {
    const answer = readLedger(good, terms([key], more));
    expect(codeOf(answer)).toBe(code);
    expect(answer).toMatchObject({
      detail: expect.stringMatching(/.{20}/),
      fix: expect.stringMatching(/^golden-thread /),
    });
  });

  test("what only clocks differ by is no matter, nor how the audience is written", () => {
    const soon = { now: Date.parse("2026-11-22T09:56:00Z"), audience: AUDIENCE.toUpperCase(), highestSeq: 7 };
    expect(codeOf(readLedger(good, terms([key], soon)))).toBe("valid");
  });

  test("one that another key signed under a known key's name", () => {
    expect(codeOf(readLedger(issue(testKey("k1"), tickets), terms([key])))).toBe("bad-signature");
  });

  test("one whose policy names a key that is no P-256 key at all", () => {
    const none = { ...key, spki: "MFkwEwYHKoZIzj0CAQYIKoZI" };
    expect(codeOf(readLedger(good, terms([none])))).toBe("bad-signature");
  });

  test.each([
    ["out of order", ([head = "", a = "", b = "", ...rest]: string[]) => [head, b, a, ...rest], "reordered"],
    ["with a row twice", ([head = "", a = "", , ...rest]: string[]) => [head, a, a, ...rest], "reordered"],
    ["with a row too few", ([head = "", , ...rest]: string[]) => [head, ...rest], "malformed"],
    ["with a line that is no row", ([head = "", , ...rest]: string[]) => [head, "{}", ...rest], "malformed"],
    ["without its last line break", (lines: string[]) => lines.slice(0, -1), "malformed"],
  ])("one that was signed %s", (_name, change, code) => {
    expect(codeOf(readLedger(resigned(change), terms([key])))).toBe(code);
  });

  test("one whose header is not a ledger's", () => {
    const bytes = resigned(([head = "", ...rows]) => [
      head.replace('"schemaVersion":1', '"schemaVersion":2'),
      ...rows,
    ]);
    expect(codeOf(readLedger(bytes, terms([key])))).toBe("malformed");
  });
});

describe("keys follow one another", () => {
  const old = testKey("2026", "2026-11-22");
  const fresh = testKey("2027");

  test("two overlap, and either signs", () => {
    for (const one of [old, fresh])
      expect(codeOf(readLedger(issue(one, tickets), terms([old, fresh])))).toBe("valid");
  });

  test("the old one signs nothing after its last day", () => {
    const past = { ...old, until: "2026-11-21" };
    expect(codeOf(readLedger(issue(old, tickets), terms([past, fresh])))).toBe("key-past");
  });
});

test("no byte can be another one", () => {
  const small = Buffer.from(issue(key, [open("PROJ-7"), open("PROJ-8")]));
  const passed: number[] = [];
  for (let at = 0; at < small.length; at++) {
    for (const flip of [1, 0x20, 0x80]) {
      const bytes = Buffer.from(small);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      const answer = readLedger(bytes, terms([key]));
      if (answer.status === "valid") passed.push(at);
    }
  }
  expect(passed).toEqual([]);
});

test("no cut of it passes either", () => {
  const small = Buffer.from(issue(key, [open("PROJ-7")]));
  const passed = Array.from(small, (_, length) => readLedger(small.subarray(0, length), terms([key]))).filter(
    ({ status }) => status === "valid",
  );
  expect(passed).toEqual([]);
  const longer = Buffer.concat([small, Buffer.from("\n")]);
  expect(codeOf(readLedger(longer, terms([key], { now: NOON, policyDigest: DIGEST })))).toBe("body-changed");
});

describe("what a stranger may write before anything is believed is little", () => {
  const [head = "", line = ""] = Buffer.from(good).toString("utf8").split("\n");
  const sealed: unknown = JSON.parse(line);
  const sealedBy = (signatures: readonly unknown[]): Uint8Array =>
    Buffer.from(`${head}\n${JSON.stringify({ ...Object(sealed), signatures })}\n`);
  const refusal = (bytes: Uint8Array) => {
    const answer = readLedger(bytes, terms([key]));
    return answer.status === "valid" ? { code: "valid", detail: "" } : answer;
  };
  const other = { keyid: "k1", sig: "AA==" };

  test("thousands of signatures are each held against a key", () => {
    expect(refusal(sealedBy(Array(9).fill(other)))).toMatchObject({ code: "malformed" });
    expect(refusal(sealedBy(Array(8).fill(other)))).toMatchObject({ code: "bad-signature" });
  });

  test("an envelope of megabytes is parsed", () => {
    const long = refusal(sealedBy([{ keyid: "k".repeat(100_000), sig: "AA==" }]));
    expect(long).toMatchObject({ code: "malformed", detail: expect.stringContaining("second line") });
  });

  test("a refusal repeats all that somebody wrote", () => {
    const long = refusal(sealedBy(Array(8).fill({ keyid: "y".repeat(1000), sig: "AA==" })));
    expect(long.code).toBe("unknown-key");
    expect(long.detail.length).toBeLessThan(200);
  });

  test("a time that the clock can't read never ends", () => {
    const odd = issue(key, tickets, { issuedAt: "2020-01-01T99:00:00Z", expiresAt: "2020-01-01T99:00:00Z" });
    expect(refusal(odd)).toMatchObject({ code: "malformed" });
  });

  test("line ends that git changed are taken for an attack", () => {
    const crlf = Buffer.from(Buffer.from(good).toString("utf8").replaceAll("\n", "\r\n"));
    expect(refusal(crlf)).toMatchObject({ code: "malformed", detail: expect.stringContaining("CRLF") });
  });
});
