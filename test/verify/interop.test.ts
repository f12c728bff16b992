import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleFromJSON } from "@sigstore/bundle";
import { PublicKeyDetails, TrustedRoot } from "@sigstore/protobuf-specs";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keySigner, STATEMENT_PAYLOAD } from "../../src/attest/sign.ts";
import { auditFiles, writeAudit } from "../../src/audit-folder.ts";
import { openAddress } from "../../src/connect/open-address.ts";
import { pae } from "../../src/ledger/dsse.ts";
import { evidenceSigner } from "../../src/signing/evidence-signer.ts";
import { signBundle } from "../../src/sigstore/sign.ts";
import { verified } from "../audit-folder/verified.ts";
import { golden } from "../cli/world.ts";
import { law } from "../core/law.ts";
import { temporaryFolder } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { root } from "../house/sources.ts";
import { options } from "../reports/reports.ts";
import { type Claims, ISSUER, type SigstoreServer, startSigstore, WORKFLOW } from "../servers/sigstore.ts";
import { evidenceKey, linesOf, pushed, type ThreePushes, threePushes } from "./made.ts";

const key = evidenceKey();
const folder = join(temporaryFolder(), "audit");
const keyFile = join(folder, "evidence.pub.pem");
let made: ThreePushes;
let sigstore: SigstoreServer;
let bundles: readonly string[];
beforeAll(async () => {
  made = await threePushes(key);
  sigstore = await startSigstore();
  const { reports, ids } = made;
  const [report] = reports;
  if (report === undefined) throw new Error("no report");
  const context = pushed(ids[0] ?? "", ids[1] ?? "");
  const input = { formats: ["intoto", "json", "csv"], options, context, signer: keySigner(key) };
  await writeAudit(folder, auditFiles(report, input));
  bundles = (await linesOf(report, context, { signer: await keyless() })).lines;
});
afterAll(() => sigstore.loopback.close());

/** What signs through the stand-in, as a policy that names it would have it. */
async function keyless() {
  const { origin } = sigstore.loopback;
  const evidence = {
    notes: null,
    keys: [],
    identities: [{ issuer: ISSUER, subject: WORKFLOW, since: null, until: null }],
    sigstore: { fulcio: origin, rekor: origin, tsa: origin, trustedRoot: "root.json", publicLog: false },
  };
  const tree = { label: "tree", read: async () => Buffer.from(sigstore.root()), list: async () => [] };
  const env = { ...sigstore.job, GOLDEN_THREAD_TRUST: origin };
  const place = { tree, env, now: () => sigstore.clock, law: law({ evidence }) };
  return evidenceSigner(place, { how: "auto" }, env);
}

const run = (argv: readonly string[], more = {}) =>
  golden(argv[0] === "audit" ? argv : ["verify", ...argv], {
    cwd: folder,
    env: made.repo.env,
    now: () => new Date(sigstore.clock.getTime() + 60_000),
    ...more,
  });

describe("a folder that was signed by a key", () => {
  test("says no to whoever has a shell and openssl", () => {
    const answers = verified(folder, made.repo);
    expect(answers.map(({ output }) => output)).toEqual([
      ["report.json", "commits.csv", "evidence.intoto.jsonl", "evidence.pub.pem", "VERIFY.md"]
        .map((name) => `${name}: OK\n`)
        .join(""),
      "",
      "",
      "Verified OK\nVerified OK\n",
      "",
      "bound\n",
    ]);
  });

  test("is refused by our own check, or asks the network", async () => {
    const told = await run([".", "--key", keyFile, "--repo", made.repo.root]);
    expect(told.stdout).toContain("Nothing is wrong with it.");
    expect(told.code).toBe(0);
    expect(told.stdout).toContain("nothing is known of them: anchor.");
    const alone = await run(["evidence.intoto.jsonl", "--key", keyFile]);
    expect(alone.stdout).toContain(
      "nothing is known of them: repository, ref, policy, anchor, files, history.",
    );
    const lone = await run(["evidence.intoto.jsonl", "--json"]);
    expect(lone.code).toBe(3);
    expect(JSON.parse(lone.stdout)).toMatchObject({ kind: "verify", schemaVersion: 1, verdict: "undecided" });
  });

  test.each<[string, (text: string) => string, string, string]>([
    [
      "report.json",
      (text) => text.replace('"verdict":"pass"', '"verdict":"fail"'),
      "file-disagrees",
      "sums-mismatch",
    ],
    ["commits.csv", (text) => text.replace("pass", "fail"), "file-disagrees", "sums-mismatch"],
    ["VERIFY.md", (text) => `${text}x`, "sums-mismatch", "sums-mismatch"],
    ["more.json", () => "{}", "file-unlisted", "file-unvouched"],
    ["SHA256SUMS", () => "hello\n", "sums-unreadable", "file-unlisted"],
  ])("has another %s", async (name, change, one, two) => {
    const into = join(temporaryFolder(), "forged");
    spawnSync("cp", ["-r", folder, into]);
    const before = readdirSync(into).includes(name) ? readFileSync(join(into, name), "utf8") : "";
    expect(change(before)).not.toBe(before);
    writeFileSync(join(into, name), change(before));
    const { code, stdout } = await run([into, "--key", keyFile, "--json"]);
    const found: { readonly findings: readonly { readonly code: string }[] } = JSON.parse(stdout);
    const codes = found.findings.map((finding) => finding.code);
    expect(codes).toEqual(expect.arrayContaining([one, two]));
    expect(code).toBe(1);
  });

  test("opens a socket while it is verified", () => {
    const guard = join(temporaryFolder(), "no-net.cjs");
    writeFileSync(
      guard,
      `const refuse = () => { console.error("NETWORK"); process.exit(99); };
require("net").Socket.prototype.connect = refuse;
require("dgram").createSocket = refuse;
require("dns").lookup = refuse;
`,
    );
    const words = ["verify", ".", "--key", keyFile, "--repo", made.repo.root];
    const ran = spawnSync(process.execPath, ["--require", guard, join(root, "dist", "cli.js"), ...words], {
      ...{ cwd: folder, encoding: "utf8" },
      env: made.repo.env,
    });
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toContain("Nothing is wrong with it.");
  });
});

describe("what we sign is nothing to others", () => {
  test("a key's envelope, to @sigstore/verify", () => {
    const envelope = JSON.parse(made.lines[0] ?? "");
    const hint = envelope.signatures[0].keyid;
    const bundle = bundleFromJSON({
      mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      verificationMaterial: {
        publicKey: { hint },
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [] },
      },
      dsseEnvelope: envelope,
    });
    const rawBytes = Buffer.from(key.spki, "base64");
    const keys = { [hint]: { rawBytes, keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256 } };
    const material = toTrustMaterial(TrustedRoot.fromJSON({}), keys);
    const verifier = new Verifier(material, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
    expect(() => verifier.verify(toSignedEntity(bundle))).not.toThrow();
  });

  test("an identity's bundle, to @sigstore/verify", () => {
    const trusted = TrustedRoot.fromJSON(JSON.parse(sigstore.root()));
    const entity = toSignedEntity(bundleFromJSON(JSON.parse(bundles[0] ?? "")));
    const signer = new Verifier(toTrustMaterial(trusted)).verify(entity);
    expect(signer.identity?.subjectAlternativeName).toBe(WORKFLOW);
  });

  test("the specification's own example of what is signed", () => {
    const text = Buffer.from(pae("http://example.com/HelloWorld", Buffer.from("hello world"))).toString();
    expect(text).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    expect(STATEMENT_PAYLOAD).toHaveLength(28);
  });
});

describe("evidence that an identity signed", () => {
  const identity = ["--identity", WORKFLOW, "--issuer", ISSUER];
  const asked = async (who: readonly string[], trusted = sigstore.root(), lines = bundles) => {
    const into = temporaryFolder();
    writeFileSync(join(into, "evidence.jsonl"), lines.join(""));
    writeFileSync(join(into, "root.json"), trusted);
    const { stdout, code } = await run(["evidence.jsonl", "--trusted-root", "root.json", "--json", ...who], {
      cwd: into,
    });
    const found: { readonly findings: readonly { readonly code: string }[]; readonly anchored: number } =
      JSON.parse(stdout);
    return { code, anchored: found.anchored, codes: found.findings.map((finding) => finding.code) };
  };

  test("does not verify, or is not anchored by the log's time", async () => {
    const meant = ["--repository", "github.com/acme/shop", "--ref", "refs/heads/main"];
    expect(await asked([...identity, ...meant])).toEqual({ code: 0, anchored: 1, codes: ["no-repository"] });
  });

  test("is taken for that of a key", async () => {
    const found = await asked(["--key", keyFile]);
    expect(found.code).toBe(1);
    expect(found.codes).toContain("unknown-identity");
  });

  /** The first record, signed by whoever a certificate is made out to. */
  const forged = async (claims: Partial<Claims>, by = sigstore) => {
    const { origin } = by.loopback;
    const env = { GOLDEN_THREAD_TRUST: origin };
    const services = { haste: "command", name: "Sigstore", mostBytes: 1024 * 1024 } as const;
    const http = await openAddress(origin, { ...services, env, now: () => by.clock });
    const payload = Buffer.from(JSON.parse(bundles[0] ?? "").dsseEnvelope.payload, "base64");
    const token = by.token(claims);
    const seals = { token, fulcio: http, rekor: http, tsa: http };
    return asked(identity, by.root(), [`${await signBundle({ type: STATEMENT_PAYLOAD, payload }, seals)}\n`]);
  };

  test.each<[string, Partial<Claims>, string | null]>([
    ["its own name", {}, null],
    [
      "another name",
      { sub: "https://github.com/acme/other/.github/workflows/ledger.yml@refs/heads/main" },
      "unknown-identity",
    ],
    ["a name that begins with its own", { sub: `${WORKFLOW}-2` }, "unknown-identity"],
    ["a part of its name", { sub: WORKFLOW.slice(0, -1) }, "unknown-identity"],
    ["its name, of another issuer", { iss: "https://evil.example.test" }, "unknown-identity"],
    ["its name, of an issuer that begins alike", { iss: `${ISSUER}.evil.example.test` }, "unknown-identity"],
  ])("is signed with a certificate for %s", async (_name, claims, code) => {
    const found = await forged(claims);
    expect(found.code).toBe(code === null ? 0 : 1);
    if (code !== null) expect(found.codes).toContain(code);
  });

  test("is signed with a certificate that was past, or not yet begun", async () => {
    for (const certifiedMs of [-3_600_000, 3_600_000]) {
      const other = await startSigstore({ certifiedMs });
      const found = await forged({}, other);
      await other.loopback.close();
      expect([certifiedMs, found.code, found.codes[0]]).toEqual([certifiedMs, 1, "untrusted-root"]);
    }
  });

  test("can't be written by the job that audits", async () => {
    const { origin } = sigstore.loopback;
    const services = `fulcio: ${origin}, rekor: ${origin}, tsa: ${origin}, trusted_root: root.json`;
    const own = backlogRepository(
      `version: 1\nremotes:\n  tasks: { kind: markdown }\nevidence:\n  identities: [{ issuer: "${ISSUER}", subject: "${WORKFLOW}" }]\n  sigstore: { ${services} }\n`,
    );
    own.commit("Trust it (TASK-1)", { "root.json": sigstore.root() });
    const out = join(temporaryFolder(), "signed");
    const env = { ...own.env, ...sigstore.job, GOLDEN_THREAD_TRUST: origin };
    const audit = ["audit", "--sign", "keyless", "--format", "json", "--format", "intoto"];
    const made = await run([...audit, "--out", out], { cwd: own.root, env });
    expect(made).toMatchObject({ code: 0, stderr: "" });
    const { stdout, code } = await run([out, "--repo", own.root], {});
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Signed by ${WORKFLOW}`)]);
    const texts = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    expect(texts.filter((text) => text.includes(sigstore.token()))).toEqual([]);
    const nobody = await run([...audit, "--out", out], { cwd: own.root, env: own.env });
    expect([nobody.code, nobody.stdout]).toEqual([2, expect.stringContaining("no identity to sign with")]);
  });

  test("is believed under a root that does not name its authority", async () => {
    expect((await asked(identity, "{}")).code).toBe(3);
    const other = await startSigstore();
    expect((await asked(identity, other.root())).code).toBe(1);
    await other.loopback.close();
  });
});
