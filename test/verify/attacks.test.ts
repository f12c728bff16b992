import { sign } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { NO_ADDRESS } from "../../src/attest/context.ts";
import { keySigner, STATEMENT_PAYLOAD } from "../../src/attest/sign.ts";
import { recordSubject } from "../../src/attest/statements.ts";
import { pae, seal } from "../../src/ledger/dsse.ts";
import { openTerms } from "../../src/verify/open.ts";
import { type EvidenceTerms, type Verification, verifyEvidence } from "../../src/verify.ts";
import { backlogRepository, judge } from "../history/judged.ts";
import { evidenceKey, linesOf, pushed, type ThreePushes, threePushes } from "./made.ts";

const key = evidenceKey();
const other = evidenceKey();
let good: ThreePushes;
let foreign: ThreePushes;
let terms: EvidenceTerms;
beforeAll(async () => {
  good = await threePushes(key);
  foreign = await threePushes(key, "https://github.com/acme/other");
  const { root, env } = good.repo;
  const world = { cwd: root, env, now: () => new Date("2026-11-23T12:00:00Z") };
  terms = await openTerms(world, { ...ASKED, keys: [key.spki], repo: root });
});

const ASKED = { keys: [], identities: [], root: null, repository: null, ref: null, policies: [], repo: null };

/** Without git, which has a story of its own below. */
const ALONE = { repo: null, lawOf: null };

function verified(lines: readonly string[], more: Partial<EvidenceTerms> = {}): Promise<Verification> {
  const bytes = Buffer.from(lines.join(""));
  return verifyEvidence({ name: "evidence", bytes, files: null }, { ...terms, ...more });
}

async function codesOf(lines: readonly string[], more: Partial<EvidenceTerms> = {}) {
  const { verdict, findings } = await verified(lines, more);
  return { verdict, codes: [...new Set(findings.map(({ code }) => code))] };
}

interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { keyid: string; sig: string }[];
}
const opened = (line = ""): Envelope => JSON.parse(line);
const payloadOf = (line = "") => Buffer.from(opened(line).payload, "base64").toString("utf8");
/** Signed by the right key: what an insider could write. */
const signed = (payload: string, by = key) => {
  const id = opened(good.lines[0]).signatures[0]?.keyid ?? "";
  return `${JSON.stringify(seal(STATEMENT_PAYLOAD, Buffer.from(payload), { id, key: by.key }))}\n`;
};
/** Line `at` with another text in its payload, signed anew. */
const rewritten = (at: number, from: string | RegExp, to: string) =>
  good.lines.with(at, signed(payloadOf(good.lines[at]).replace(from, to)));
const withEnvelope = (at: number, change: (envelope: Envelope) => unknown) =>
  good.lines.with(at, `${JSON.stringify(change(opened(good.lines[at])))}\n`);

describe("evidence that nobody touched", () => {
  test("does not verify", async () => {
    const found = await verified(good.lines, { ref: "refs/heads/main" });
    expect(found.findings).toEqual([]);
    expect(found).toMatchObject({ verdict: "pass", records: 3, claims: 3, commits: 3, lines: 6 });
    expect(found.checks.map(({ outcome }) => outcome)).not.toContain("fail");
    expect(found.head?.seq).toBe(3);
  });

  test("is taken for the log that was meant, though nobody said which that is", async () => {
    const anything = { ...ALONE, repository: null, ref: null };
    const found = await verified(good.lines, anything);
    expect(found.unchecked).toEqual(["repository", "ref", "policy", "anchor", "files", "history"]);
    const told = found.findings.map(({ code, about }) => `${code} ${about}`.trim());
    const names = ["repository-not-asked github.com/acme/shop", "ref-not-asked refs/heads/main"];
    expect(told).toEqual([...names, "no-repository"]);
    const either = [...good.lines, ...foreign.lines, ...rewritten(0, "refs/heads/main", "refs/heads/x")];
    const { codes } = await codesOf(either, anything);
    expect(codes).toEqual(expect.arrayContaining(["several-repositories", "several-refs"]));
  });

  test("is believed without a key, or an unsigned one with a key", async () => {
    expect(await codesOf(good.lines, { keys: [] })).toEqual({ verdict: "undecided", codes: ["no-key"] });
    const report = good.reports[0];
    if (report === undefined) throw new Error("no report");
    const plain = await linesOf(report, pushed(good.ids[0] ?? "", good.ids[1] ?? ""), { signer: null });
    expect(await codesOf(plain.lines, { keys: [] })).toEqual({
      verdict: "undecided",
      codes: ["nobody-signed"],
    });
    expect((await codesOf(plain.lines)).codes).toContain("unsigned");
  });
});

describe("an attack goes unnoticed, or by another name", () => {
  const L = () => good.lines;
  test.each<[string, string, () => readonly string[]]>([
    [
      "a flipped byte in a payload",
      "bad-signature",
      () =>
        withEnvelope(2, (one) => {
          const bytes = Buffer.from(one.payload, "base64");
          bytes[40] = (bytes[40] ?? 0) ^ 1;
          return { ...one, payload: bytes.toString("base64") };
        }),
    ],
    [
      "a flipped byte in a signature",
      "bad-signature",
      () =>
        withEnvelope(2, (one) => {
          const sig = Buffer.from(one.signatures[0]?.sig ?? "", "base64");
          sig[sig.length - 1] = (sig.at(-1) ?? 0) ^ 1;
          return { ...one, signatures: [{ ...one.signatures[0], sig: sig.toString("base64") }] };
        }),
    ],
    ["the first record removed", "removed", () => L().slice(2)],
    ["a record in the middle removed", "removed", () => L().toSpliced(2, 2)],
    ["a claim removed", "previous-changed", () => L().toSpliced(1, 1)],
    ["two records swapped", "reordered", () => [...L().slice(0, 2), ...L().slice(4, 6), ...L().slice(2, 4)]],
    [
      "a claim before its record",
      "reordered",
      () =>
        L()
          .with(2, L()[3] ?? "")
          .with(3, L()[2] ?? ""),
    ],
    ["a line twice", "doubled", () => L().toSpliced(2, 0, L()[0] ?? "")],
    ["a record signed a second time", "doubled", () => L().toSpliced(1, 0, signed(payloadOf(L()[0])))],
    ["a record of another repository", "foreign-record", () => [...L(), foreign.lines[0] ?? ""]],
    ["everything replayed from another repository", "foreign-repository", () => foreign.lines],
    [
      "a payload of another type",
      "payload-type",
      () => withEnvelope(0, (one) => ({ ...one, payloadType: "text/plain" })),
    ],
    [
      "two signatures",
      "two-signatures",
      () => withEnvelope(0, (one) => ({ ...one, signatures: [...one.signatures, ...one.signatures] })),
    ],
    ["no signature", "two-signatures", () => withEnvelope(0, (one) => ({ ...one, signatures: [] }))],
    ["a statement without its envelope", "unsigned", () => L().with(0, `${payloadOf(L()[0])}\n`)],
    ["another key", "wrong-key", () => L().with(4, relabelled(signed(payloadOf(L()[4]), other)))],
    [
      "another key under the right name",
      "bad-signature",
      () => L().with(4, signed(payloadOf(L()[4]), other)),
    ],
    [
      "a key twice in the payload",
      "not-canonical",
      () => rewritten(0, '"predicate":{', '"predicate":{},"predicate":{'),
    ],
    ["blanks in the payload", "not-canonical", () => rewritten(0, '"predicate":{', '"predicate": {')],
    ["a key in another case", "key-variant", () => rewritten(0, '{"_type"', '{"Subject":[],"_type"')],
    ["bytes that are no text", "not-utf8", () => L().with(0, latin(signed("x")))],
    [
      "another kind of statement",
      "statement-type",
      () => rewritten(0, "in-toto.io/Statement/v1", "in-toto.io/Statement/v2"),
    ],
    [
      "another predicate",
      "predicate-type",
      () => rewritten(0, /change-authorization\/v0\.1/, "change-authorization/v9"),
    ],
    [
      "a digest that is none",
      "subject-digest",
      () => rewritten(1, /"gitCommit":"[0-9a-f]{40}"/, '"gitCommit":"zz"'),
    ],
    ["another record's text", "subject-record", () => rewritten(0, '"attempt":1', '"attempt":2')],
    [
      "a claim of more than was checked",
      "claim-unfounded",
      () => rewritten(1, '"properties":[', '"properties":["ORG_SOURCE_PLAN_BOUND",'),
    ],
    ["a line that is nothing", "not-a-record", () => [...L(), "hello\n"]],
    ["a last line that is cut off", "torn-line", () => L().with(5, L()[5]?.slice(0, -9) ?? "")],
  ])("%s", async (_name, code, forge) => {
    const { verdict, codes } = await codesOf(forge(), ALONE);
    expect(codes).toContain(code);
    expect(verdict).toBe("fail");
  });

  test.each<[string, string, () => Partial<EvidenceTerms>]>([
    ["from another ref", "foreign-ref", () => ({ ref: "refs/heads/release" })],
    ["under an edited policy", "edited-policy", () => ({ policies: ["0".repeat(64)] })],
    [
      "made after its key's last day",
      "key-past",
      () => ({ keys: [{ id: "k", spki: key.spki, until: "2020-01-01" }] }),
    ],
    ["from the future", "from-the-future", () => ({ now: new Date("2020-01-01T00:00:00Z") })],
    [
      "with an identity wanted and a key given",
      "wrong-key",
      () => ({ keys: [], bundle: () => ({ code: "no-key", detail: "" }) }),
    ],
  ])("a record %s", async (_name, code, more) => {
    const { verdict, codes } = await codesOf(good.lines, { ...ALONE, ...more() });
    expect(codes).toContain(code);
    expect(verdict).toBe("fail");
  });
});

/** The envelope says another key's name. */
function relabelled(line: string): string {
  const envelope = opened(line);
  return `${JSON.stringify({ ...envelope, signatures: [{ ...envelope.signatures[0], keyid: "x" }] })}\n`;
}

/** An envelope over a byte that no UTF-8 has, signed by the right key. */
function latin(line: string): string {
  const payload = Buffer.from([0xff]);
  const sig = sign("sha256", pae(STATEMENT_PAYLOAD, payload), key.key).toString("base64");
  const { signatures } = opened(line);
  return `${JSON.stringify({ ...opened(line), payload: payload.toString("base64"), signatures: [{ ...signatures[0], sig }] })}\n`;
}

describe("git tells another story than the records", () => {
  test("a commit that no record tells of", async () => {
    const { repo, ids, reports } = good;
    const [report] = reports;
    if (report === undefined) throw new Error("no report");
    const wide = await linesOf(report, pushed(ids[0] ?? "", ids[2] ?? ""), { signer: keySigner(key) });
    expect((await codesOf(wide.lines)).codes).toEqual(["commit-without-record"]);
    const narrow = await linesOf(report, pushed(ids[1] ?? "", ids[1] ?? ""), { signer: keySigner(key) });
    expect((await codesOf(narrow.lines)).codes).toEqual(["record-without-commit"]);
    const late = repo.commit("Unrecorded", { "late.txt": "1" });
    expect(await codesOf(good.lines)).toMatchObject({ verdict: "pass" });
    const found = await verified(good.lines, { through: late });
    expect(found.findings).toEqual([{ code: "commit-without-record", line: null, about: late }]);
    repo.git("reset", "--quiet", "--hard", ids[3] ?? "");
  });

  test("a history that was rewritten, a ref that is not here, and a push that was left out", async () => {
    const { repo, ids } = good;
    repo.git("reset", "--quiet", "--hard", ids[2] ?? "");
    repo.commit("Instead (TASK-1)", { "a.txt": "other" });
    expect((await codesOf(good.lines)).codes).toEqual(["rewritten-history"]);
    repo.git("reset", "--quiet", "--hard", ids[3] ?? "");
    repo.git("branch", "-m", "trunk");
    expect(await codesOf(good.lines)).toEqual({
      verdict: "undecided",
      codes: ["ref-not-asked", "ref-not-here"],
    });
    repo.git("branch", "-m", "main");
    const [one, , three] = good.reports;
    if (one === undefined || three === undefined) throw new Error("no reports");
    const by = { signer: keySigner(key) };
    const first = await linesOf(one, pushed(ids[0] ?? "", ids[1] ?? ""), by);
    const gap = await linesOf(three, pushed(ids[2] ?? "", ids[3] ?? ""), { ...by, link: first.next });
    expect((await codesOf([...first.lines, ...gap.lines])).codes).toEqual(["range-gap"]);
    const tree = { tree: "a".repeat(40) };
    const other = await linesOf(one, pushed(ids[0] ?? "", ids[1] ?? "", tree), by);
    expect((await codesOf(other.lines)).codes).toEqual(["tree-differs"]);
  });

  test("a clone that never had the commits", async () => {
    const { root, env } = backlogRepository();
    const asked = { ...ASKED, keys: [key.spki], repo: root, repository: "github.com/acme/shop" };
    const away = await openTerms({ cwd: root, env, now: () => terms.now }, asked);
    expect((await codesOf(good.lines, away)).codes).toEqual(["policy-unread", "record-without-commit"]);
  });
});

describe("an audit of a history", () => {
  test("has evidence that does not verify, or claims what only a push can", async () => {
    const { repo, ids } = good;
    const report = await judge(repo, { range: "HEAD" });
    const audit = { phase: "audit", event: "manual", repository: NO_ADDRESS } as const;
    const context = { ...pushed("", ids[3] ?? "", audit), base: null };
    const { lines } = await linesOf(report, context, { signer: keySigner(key) });
    const found = await verified(lines, { repository: null });
    expect(found).toMatchObject({ verdict: "pass", records: 1, claims: 0, commits: 4 });
    expect(found.findings).toEqual([{ code: "policy-unread", line: 1, about: "" }]);
  });
});

describe("a judgement of which the end was cut off", () => {
  test("is noticed without a repository, and so is a text that is nested without end", async () => {
    const part = (number: number) => `"part":{"number":${number},"of":2},"phase"`;
    const payload = payloadOf(good.lines[0]).replace('"phase"', part(1));
    const record = recordSubject(JSON.parse(payload).predicate).digest.sha256 ?? "";
    const first = signed(
      payload.replace(
        /"sha256":"[0-9a-f]{64}"\},"name":"change-record.json"/,
        `"sha256":"${record}"},"name":"change-record.json"`,
      ),
    );
    expect((await codesOf([first], ALONE)).codes).toContain("part-missing");
    const deep = `{"_type":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(await codesOf([signed(deep)], ALONE)).toMatchObject({
      verdict: "fail",
      codes: ["not-canonical", "no-repository"],
    });
  });
});
