import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import { ISSUER, type SigstoreServer, startSigstore, WORKFLOW } from "../servers/sigstore.ts";
import { joined, OWN, partsOf, readBy, type Signing, signedBy } from "./keyless-made.ts";
import { terms } from "./made.ts";

let server: SigstoreServer;
let other: SigstoreServer;
let good: Uint8Array;
beforeAll(async () => {
  server = await startSigstore();
  other = await startSigstore();
  good = await signedBy(server);
});
afterAll(async () => {
  await server.loopback.close();
  await other.loopback.close();
});

const codeOf = (bytes: Uint8Array, root = server.root(), more = {}): string => {
  const answer = readBy(bytes, root, more);
  return answer.status === "valid" ? "valid" : answer.code;
};
const changed = (bytes: Uint8Array, change: (bundle: string) => string): Uint8Array => {
  const [header, bundle, rows] = partsOf(bytes);
  return joined([header, change(bundle), rows]);
};

describe("a ledger that an identity signed", () => {
  test("is good without a network, and tells who signed it and when", async () => {
    const calls = server.loopback.calls.length;
    expect(readBy(good, server.root())).toMatchObject({
      status: "valid",
      signer: { kind: "identity", issuer: ISSUER, subject: WORKFLOW, at: server.clock.toISOString() },
    });
    expect(server.loopback.calls.length).toBe(calls);
    expect(partsOf(good)[1]).toMatch(/^\{"mediaType":"application\/vnd\.dev\.sigstore\.bundle\.v0\.3\+json"/);
  });

  test("is good by a log alone, and by a timestamp alone where the root names no log", async () => {
    expect(codeOf(await signedBy(server, { tsa: false }))).toBe("valid");
    const stamped = await signedBy(server, { rekor: false });
    expect(codeOf(stamped, server.root("tlogs"))).toBe("valid");
    expect(codeOf(stamped)).toBe("unlogged");
  });

  test("is none for who knows of no bundles", () => {
    expect(readLedger(good, terms([]))).toMatchObject({ code: "unsigned" });
  });
});

describe("somebody else signs, and is taken for the one who may", () => {
  test.each<[string, Partial<{ sub: string; iss: string }>]>([
    ["another workflow of the same repository", { sub: WORKFLOW.replace("ledger.yml", "other.yml") }],
    ["a name that begins as the right one does", { sub: `${WORKFLOW}-2` }],
    ["a name that the right one begins with", { sub: WORKFLOW.slice(0, -1) }],
    ["a name that ends as the right one does", { sub: `https://evil.example.test/?${WORKFLOW}` }],
    ["a name in another case", { sub: WORKFLOW.replace("acme", "Acme") }],
    ["the right name, told by another issuer", { iss: "https://evil.example.test" }],
    [
      "the right name, by an issuer that begins as the right one does",
      { iss: `${ISSUER}.evil.example.test` },
    ],
    ["nobody", { sub: "" }],
  ])("%s", async (_name, claims) => {
    expect(codeOf(await signedBy(server, { claims }))).toBe("unknown-identity");
  });

  test("a subject of one identity with the issuer of another", async () => {
    const mixed = [
      { ...OWN, issuer: "https://other.example.test" },
      { ...OWN, subject: `${WORKFLOW}-2` },
    ];
    expect(codeOf(good, server.root(), { identities: mixed })).toBe("unknown-identity");
    expect(codeOf(good, server.root(), { identities: [] })).toBe("unknown-identity");
  });

  test("a Sigstore that the root does not name, however right the rest is", async () => {
    const forged = await signedBy(other);
    expect(codeOf(forged, other.root())).toBe("valid");
    expect(codeOf(forged)).toMatch(/^(?:untrusted-root|unlogged)$/);
    const alone = await signedBy(other, { tsa: false });
    expect(codeOf(alone)).toBe("untrusted-root");
  });

  test("somebody who has no root to be held against", () => {
    expect(readBy(good, null)).toMatchObject({ code: "no-trusted-root", fix: "golden-thread ledger trust" });
    expect(codeOf(good, "{}")).toBe("no-trusted-root");
    expect(codeOf(good, "hello")).toBe("no-trusted-root");
  });
});

describe("a time that nobody proves, or the wrong one", () => {
  test("no log entry and no timestamp", async () => {
    const bare: Signing = { rekor: false, tsa: false };
    expect(codeOf(await signedBy(server, bare))).toBe("unlogged");
    expect(codeOf(await signedBy(server, bare), server.root("tlogs"))).toBe("unlogged");
  });

  test.each([
    ["signed before its identity may", { since: 1, until: null }, "identity-past"],
    ["signed after its identity's last day", { since: null, until: -1 }, "identity-past"],
    ["signed on both days", { since: 0, until: 0 }, "valid"],
  ])("%s", (_name, { since, until }, code) => {
    const day = (shift: number | null) =>
      shift === null
        ? null
        : new Date(server.clock.getTime() + shift * 86_400_000).toISOString().slice(0, 10);
    const identities = [{ ...OWN, since: day(since), until: day(until) }];
    expect(codeOf(good, server.root(), { identities })).toBe(code);
  });

  test("an issue time of the signer's own choice, after the log's or long before it", async () => {
    expect(codeOf(await signedBy(server, { issuedMs: 3_600_000 }))).toBe("identity-past");
    expect(codeOf(await signedBy(server, { issuedMs: -13 * 3_600_000 }))).toBe("identity-past");
    expect(codeOf(await signedBy(server, { issuedMs: -11 * 3_600_000 }))).toBe("valid");
  });

  test("a log entry without its promise, whose time anybody could write", async () => {
    const logged = await signedBy(server, { tsa: false });
    const unpromised = changed(logged, (bundle) => {
      const value = JSON.parse(bundle);
      delete value.verificationMaterial.tlogEntries[0].inclusionPromise;
      return JSON.stringify(value);
    });
    expect(codeOf(unpromised)).toBe("unlogged");
  });

  test("a log's time that was changed", async () => {
    const moved = changed(good, (bundle) =>
      bundle.replace(/"integratedTime":"(\d+)"/, (_all, time) => `"integratedTime":"${Number(time) + 60}"`),
    );
    expect(codeOf(moved)).toBe("unlogged");
  });
});

describe("bytes that were not signed", () => {
  test("a header that is another one", () => {
    const [header, bundle, rows] = partsOf(good);
    expect(codeOf(joined([header.replace('"seq":7', '"seq":8'), bundle, rows]))).toBe("bad-signature");
  });

  test("a header that is another one, in the bundle as well", () => {
    const [header, bundle, rows] = partsOf(good);
    const forged = header.replace('"seq":7', '"seq":8');
    const value = JSON.parse(bundle);
    value.dsseEnvelope.payload = Buffer.from(forged).toString("base64");
    expect(codeOf(joined([forged, JSON.stringify(value), rows]))).toBe("bad-signature");
  });

  test("rows that are others", () => {
    const [header, bundle, rows] = partsOf(good);
    expect(codeOf(joined([header, bundle, rows.replace("PROJ-7", "PROJ-6")]))).toBe("body-changed");
  });

  test("a bundle over something else, and one of another type", async () => {
    expect(codeOf(await signedBy(server, { payload: "{}" }))).toBe("bad-signature");
    const typed = changed(good, (bundle) => bundle.replace("golden-thread.ledger+json", "in-toto+json"));
    expect(codeOf(typed)).toBe("unsigned");
  });

  test.each<[string, (bundle: string) => string]>([
    ["no JSON", (bundle) => bundle.slice(0, -1)],
    ["two signatures", (bundle) => bundle.replace(/"signatures":\[(.*?)\]/, '"signatures":[$1,$1]')],
    ["a key's name", (bundle) => bundle.replace('"sig":', '"keyid":"k1","sig":')],
    [
      "a key instead of a certificate",
      (bundle) => bundle.replace(/"certificate":\{[^}]*\}/, '"publicKey":{"hint":"k"}'),
    ],
    [
      "nine log entries",
      (bundle) => {
        const value = JSON.parse(bundle);
        const { tlogEntries } = value.verificationMaterial;
        value.verificationMaterial.tlogEntries = Array(9).fill(tlogEntries[0]);
        return JSON.stringify(value);
      },
    ],
  ])("a bundle with %s", (_name, change) => {
    expect(partsOf(changed(good, change))[1]).not.toBe(partsOf(good)[1]);
    expect(codeOf(changed(good, change))).toMatch(/^(?:malformed|bad-signature)$/);
  });
});
