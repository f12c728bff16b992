import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { keySigner } from "../../src/attest/sign.ts";
import { statementLine } from "../../src/attest/statements.ts";
import { golden, type Ran } from "../cli/world.ts";
import { temporaryFolder } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { evidenceKey } from "../verify/made.ts";
import { verified } from "./verified.ts";

const key = evidenceKey();
const POLICY = `version: 1
remotes:
  tasks: { kind: markdown }
evidence: { keys: [{ id: ci, spki: "${key.spki}" }] }
`;
const repository = backlogRepository(POLICY);
repository.git("remote", "add", "origin", "https://github.com/acme/shop.git");
const base = repository.git("rev-parse", "HEAD");
repository.commit("Work on it (TASK-1)", { "a.txt": "1" });
repository.commit("Go on (TASK-2)", { "a.txt": "2" });
repository.commit("Rogue", { "a.txt": "3" });
const SIGNING = { GOLDEN_THREAD_SIGNING_KEY: key.pem };
const out = temporaryFolder();
const [audited, checked, plain] = ["audit", "check", "plain"].map((name) => join(out, name));

const run = (argv: readonly string[], env = {}) =>
  golden(argv, {
    cwd: repository.root,
    env: { ...repository.env, ...env },
    now: () => new Date("2024-01-01T00:00:00Z"),
  });
let ran: readonly Ran[];
beforeAll(async () => {
  const range = ["check", "range", `${base}..HEAD`, "--place", "ci"];
  ran = [
    await run(["audit", "--out", audited ?? "", "--policy-ref", base, "--signatures"], SIGNING),
    await run([...range, "--out", checked ?? "", "--sign", "key"], SIGNING),
    await run([...range, "--out", plain ?? ""], SIGNING),
  ];
});

interface Told {
  readonly verdict: string;
  readonly findings: readonly { readonly code: string; readonly about: string }[];
}
async function verify(folder = "", ...more: readonly string[]) {
  const { code, stdout, stderr } = await run([
    "verify",
    folder,
    "--repo",
    repository.root,
    "--json",
    ...more,
  ]);
  if (stdout === "") throw new Error(stderr);
  const told: Told = JSON.parse(stdout);
  return { code, told, codes: told.findings.map((one) => one.code) };
}
const linesIn = (folder = "") =>
  readFileSync(join(folder, "evidence.intoto.jsonl"), "utf8").split("\n").filter(Boolean);
const statementIn = (line = "") =>
  JSON.parse(Buffer.from(JSON.parse(line).payload, "base64").toString("utf8"));

describe("what a command writes as evidence", () => {
  test("does not verify", async () => {
    expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual([
      [1, ""],
      [1, ""],
      [1, ""],
    ]);
    expect(await verify(audited)).toMatchObject({ code: 0, codes: [] });
    expect(await verify(checked)).toMatchObject({ code: 0, codes: [] });
    for (const { output } of verified(audited ?? "", repository)) expect(output).not.toMatch(/FAILED|NOT/);
  });

  test("is signed where nobody asked, or passes for verified without a signature", async () => {
    expect(readdirSync(plain ?? "")).not.toContain("evidence.pub.pem");
    expect(readdirSync(audited ?? "")).toContain("evidence.pub.pem");
    expect((await verify(plain)).codes).toContain("unsigned");
    const alone = await run(["verify", plain ?? "", "--json"]);
    expect([alone.code, alone.stdout.includes("nobody-signed")]).toEqual([3, true]);
    expect((await run(["verify", plain ?? ""])).stdout).toContain("It is not signed: nobody vouches for it.");
  });

  test("lacks what was judged, by which law, or what it was signed with", () => {
    const [whole, range] = [audited, checked].map((folder) => statementIn(linesIn(folder)[0]).predicate);
    const tree = { digest: { gitTree: repository.git("rev-parse", "HEAD^{tree}") } };
    expect([whole.change.tree, range.change.tree]).toEqual([tree, tree]);
    expect([whole.policy.annotations.commit, range.policy.annotations.commit]).toEqual([base, base]);
    expect([whole.phase, whole.seq, range.phase, range.seq]).toEqual(["audit", 1, "pre-merge", 1]);
    const signatures = whole.implementation.commits.map((one: { signature: unknown }) => one.signature);
    expect(signatures).toEqual(Array(4).fill({ status: "none" }));
    expect(range.implementation.commits[0].signature).toBeUndefined();
  });

  test("is asked for where there is no folder, or of a draft, or in a ZIP", async () => {
    const answers = [
      await run(["check", "range", "HEAD", "--sign", "key"]),
      await run(["audit", "--signatures"]),
      await run(["check", "message", "-", "--out", out]),
      await run(["check", "range", "HEAD", "--out", out, "--sign", "gpg"]),
      await run(["audit", "--out", join(out, "none"), "--sign", "key"]),
    ];
    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    writeFileSync(join(out, "audit.zip"), "PK\u0003\u0004rest");
    const zip = await run(["verify", join(out, "audit.zip")]);
    expect([zip.code, zip.stderr.includes("unzip -d audit")]).toEqual([2, true]);
  });
});

/** The folder with other files, its evidence signed anew by the right key, and digests that fit: what an insider could write. */
async function forged(change: (name: string, text: string) => string, facts: (text: string) => string) {
  const into = temporaryFolder();
  const { createHash } = await import("node:crypto");
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const files = new Map(
    ["report.json", "commits.csv"].map((name) => [
      name,
      change(name, readFileSync(join(checked ?? "", name), "utf8")),
    ]),
  );
  const [line = ""] = linesIn(checked);
  const statement = JSON.parse(facts(JSON.stringify(statementIn(line))));
  const record = sha256(statementLine(statement.predicate).trimEnd());
  const subject = statement.subject
    .filter(({ name = "" }) => name !== "report.html")
    .map((one: { name?: string; digest: object }) => {
      const text = files.get(one.name ?? "");
      if (one.name === "change-record.json") return { ...one, digest: { sha256: record } };
      return text === undefined ? one : { ...one, digest: { sha256: sha256(text) } };
    });
  const payload = statementLine({ ...statement, subject }).trimEnd();
  files.set("evidence.intoto.jsonl", `${await keySigner(key).sign(Buffer.from(payload))}\n`);
  const sums = [...files].map(([name, text]) => `${sha256(text)}  ${name}\n`).join("");
  for (const [name, text] of [...files, ["SHA256SUMS", sums] as const]) writeFileSync(join(into, name), text);
  return into;
}

describe("an insider who may sign says one thing in the report and another in the evidence", () => {
  const same = (text: string) => text;
  const report = (from: string | RegExp, to: string) => (name: string, text: string) =>
    name === "report.json" ? text.replace(from, to) : text;
  test.each<[string, (name: string, text: string) => string, string]>([
    ["a better verdict", report('"statement":"FAILED"', '"statement":"PASSED"'), "report.json: PASSED"],
    ["another policy", report(/"policyDigest":"[0-9a-f]/, '"policyDigest":"x'), "report.json: policyDigest"],
    ["fewer failures", report(/"failed":1/, '"failed":0'), "report.json: counts.failed"],
    ["a commit less", report(/"id":\["[0-9a-f]{40}",/, '"id":['), "report.json: "],
    [
      "a ticket's other state",
      report('"category":"in_progress"', '"category":"done"'),
      "report.json: tasks:",
    ],
    ["nothing at all", (name) => (name === "report.json" ? "{}" : ""), "report.json: no report"],
    [
      "rows that pass",
      (name, text) => (name === "commits.csv" ? text.replace(/,("?)fail\1,/, ",pass,") : text),
      "commits.csv: ",
    ],
  ])("%s", async (_name, change, about) => {
    const { code, told } = await verify(await forged(change, same));
    const found = told.findings.filter((one) => one.code === "report-differs");
    expect([code, found.some((one) => one.about.startsWith(about))]).toEqual([1, true]);
  });

  test("nothing, which is no fault", async () => {
    expect(await verify(await forged((_, text) => text, same))).toMatchObject({ code: 0, codes: [] });
  });

  test("a law that the trusted tree does not have", async () => {
    const digest = /("policy":\{"annotations":\{[^}]*\},"digest":\{"sha256":")[0-9a-f]{64}/;
    const loose = (text: string) => text.replace(digest, `$1${"0".repeat(64)}`);
    const folder = await forged(
      (_, text) => text.replace(/"policyDigest":"[0-9a-f]{64}"/, `"policyDigest":"${"0".repeat(64)}"`),
      loose,
    );
    expect(await verify(folder)).toMatchObject({ code: 1, codes: ["policy-differs"] });
  });
});
