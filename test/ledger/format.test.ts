import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pae, publicKeyOf } from "../../src/ledger/dsse.ts";
import { LEDGER_TYPE } from "../../src/ledger/format.ts";
import { type Ledger, readLedger } from "../../src/ledger/read.ts";
import { temporaryFolder } from "../git/repo.ts";
import { issue, open, terms, testKey, ticket } from "./made.ts";

const key = testKey("k1");

function read(bytes: Uint8Array): Ledger {
  const answer = readLedger(bytes, terms([key]));
  if (answer.status !== "valid") throw new Error(`${answer.code}: ${answer.detail}`);
  return answer;
}

describe("the signature is the one that others make", () => {
  test("bytes under a signature are those of the DSSE specification", () => {
    const made = pae("http://example.com/HelloWorld", Buffer.from("hello world"));
    expect(Buffer.from(made).toString()).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    expect(Buffer.from(pae("é", Buffer.from("ü"))).toString()).toBe("DSSEv1 2 é 2 ü");
  });

  test("openssl alone verifies a ledger, by the key as the policy has it", () => {
    const folder = temporaryFolder();
    const [header = "", envelope = ""] = Buffer.from(issue(key, [open("PROJ-7")]))
      .toString()
      .split("\n");
    const { payload, payloadType, signatures } = JSON.parse(envelope);
    expect(Buffer.from(payload, "base64").toString()).toBe(header);
    expect(payloadType).toBe(LEDGER_TYPE);
    const pem = `-----BEGIN PUBLIC KEY-----\n${key.spki.replace(/(.{64})/g, "$1\n")}\n-----END PUBLIC KEY-----\n`;
    writeFileSync(join(folder, "key.pem"), pem);
    writeFileSync(join(folder, "sig"), Buffer.from(signatures[0].sig, "base64"));
    const length = Buffer.byteLength(header);
    const openssl = (body: string) =>
      spawnSync("openssl", ["dgst", "-sha256", "-verify", "key.pem", "-signature", "sig"], {
        cwd: folder,
        input: `DSSEv1 ${LEDGER_TYPE.length} ${LEDGER_TYPE} ${length} ${body}`,
        encoding: "utf8",
      }).stdout.trim();
    expect(openssl(header)).toBe("Verified OK");
    expect(openssl(header.replace('"seq":7', '"seq":9'))).toBe("Verification failure");
  });

  test("a key on no curve, or on another one, is none", () => {
    const zeros = Buffer.concat([
      Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex"),
      Buffer.from("04".padEnd(130, "0"), "hex"),
    ]);
    const other = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" });
    expect(publicKeyOf(zeros.toString("base64"))).toBeNull();
    expect(publicKeyOf(other.toString("base64"))).toBeNull();
    expect(publicKeyOf(key.spki)).not.toBeNull();
  });
});

describe("a ticket comes back as it went in", () => {
  const ada = { name: "Ada", email: "ada@example.test", account: "712020:a", login: "ada" };
  const bob = { name: "Bob", email: "", account: "712020:b" };
  const done = { name: "Done", category: "done" } as const;
  const doing = { name: "In Progress", category: "in_progress" } as const;
  const hex = (letter: string) => letter.repeat(64);
  const whole = {
    past: {
      status: "told",
      spans: [
        { from: "2026-01-05T08:00:00Z", until: "2026-02-01T00:00:00Z", state: doing, by: null },
        { from: "2026-03-01T00:00:00Z", until: null, state: doing, by: bob },
      ],
    },
    ticket: ticket("PROJ-7", {
      state: done,
      type: null,
      project: "OTHER",
      assignees: [ada, bob],
      createdBy: ada,
      labels: ["ready"],
      parent: "PROJ-1",
      createdAt: "2026-01-05T08:00:00.000Z",
      archived: true,
      versions: ["1.0"],
      iteration: null,
      excludedBy: "labels = ready",
      risk: "high",
      origin: { outsider: true, vouchers: [bob] },
      snapshot: { title: hex("a"), description: hex("b"), criteria: hex("c") },
      approvals: [
        {
          by: bob,
          at: "2026-02-02T00:00:00Z",
          of: { kind: "comment", snapshot: { title: hex("a"), description: hex("b"), criteria: hex("d") } },
        },
        { by: ada, at: "2026-02-03T00:00:00Z", of: { kind: "label", label: "ok", changed: ["criteria"] } },
      ],
    }),
  } as const;

  test("with everything that a rule reads, and nothing else", () => {
    const bytes = issue(key, [whole, open("PROJ-9")]);
    const found = read(bytes).lookup("jira:PROJ-7");
    expect(found).toMatchObject({ status: "found", source: "ledger", asOf: "2026-11-22T10:00:00.000Z" });
    if (found.status !== "found") throw new Error("not found");
    expect(found.ticket).toEqual({
      ...whole.ticket,
      url: null,
      title: "",
      description: "",
      criteria: [],
      createdAt: "2026-01-05T08:00:00Z",
      updatedAt: "2026-11-20T08:00:00Z",
      past: whole.past,
    });
    for (const secret of ["Title of", "secret description", "https://", "it works"])
      expect(Buffer.from(bytes).includes(secret)).toBe(false);
  });

  test("no person, and no label, is written down where no rule reads them", () => {
    const needs = { fields: [], isLabel: (label: string) => label === "ready", isAllowed: () => true };
    const bytes = issue(key, [open("PROJ-7", { labels: ["ready", "secret"], assignees: [ada] })], { needs });
    expect(Buffer.from(bytes).toString()).not.toMatch(/Ada|Bob|secret/);
    const found = read(bytes).lookup("jira:PROJ-7");
    expect(found).toMatchObject({ ticket: { labels: ["ready"], untold: ["assignees", "parent"] } });
  });

  test("hostile text in it moves no row", () => {
    const ids = [
      'PROJ-7"',
      "PROJ-7",
      "PROJ-7\\",
      'PROJ-7\n{"id":"jira:PROJ-9"',
      "PROJ-é",
      "PROJ-\u2028",
      "PROJ-!",
    ];
    const ledger = read(
      issue(
        key,
        ids.map((id) => open(id, { project: null, excludedBy: 'a"\nb' })),
      ),
    );
    for (const id of ids) expect(ledger.lookup(`jira:${id}`)).toMatchObject({ ticket: { id } });
    expect(ledger.lookup("jira:PROJ-9").status).toBe("absent");
  });
});

describe("what is not in it", () => {
  const ledger = read(issue(key, [open("PROJ-7")]));
  const some = read(
    issue(key, [open("PROJ-7")], {
      remotes: [{ name: "jira", kind: "jira", complete: false, through: { PROJ: 1000 } }],
    }),
  );
  test.each([
    ["is not there, below the highest number that was listed", ledger, "jira:PROJ-8", "absent"],
    ["may be newer, above it", ledger, "jira:PROJ-1001", "unavailable"],
    ["may be of a new project", ledger, "jira:NEW-1", "unavailable"],
    ["may be of a remote that it does not hold", ledger, "github:acme/shop#1", "unavailable"],
    ["may have been left out by a query", some, "jira:PROJ-8", "unavailable"],
    ["is no key of a prototype", ledger, "jira:__proto__-1", "unavailable"],
  ])("%s", (_name, one, id, status) => {
    expect(one.lookup(id)).toMatchObject({ status, detail: expect.stringContaining("ledger") });
  });
});

test("100,000 tickets stay below 10 MB, and each is found", () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `PROJ-${index + 1}`);
  const needs = { fields: [], isLabel: () => false, isAllowed: () => true };
  const bytes = issue(
    key,
    ids.map((id) => open(id)),
    { needs, remotes: [{ name: "jira", kind: "jira", complete: true, through: { PROJ: 100_000 } }] },
  );
  expect(bytes.length).toBeLessThan(10_000_000);
  const ledger = read(bytes);
  const wrong = ids.filter((id) => {
    const found = ledger.lookup(`jira:${id}`);
    return found.status !== "found" || found.ticket.id !== id;
  });
  expect(wrong).toEqual([]);
  expect(ledger.lookup("jira:PROJ-100001").status).toBe("unavailable");
  expect(ledger.lookup("jira:PROJ-0").status).toBe("absent");
});
