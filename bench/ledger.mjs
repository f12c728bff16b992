import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { compare } from "./measure.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const COUNT = 100_000;

/** What one process does: start, read a ledger's bytes; and then verify them, and look one ticket up. */
const READ = `const { readFileSync } = require("node:fs");
const { performance } = require("node:perf_hooks");
const bytes = readFileSync(process.argv[1]);
if (bytes.length === 0) process.exit(1);`;
const VERIFY = `${READ}
const began = performance.now();
const { readLedger } = require(process.argv[2]);
const loaded = performance.now();
const ledger = readLedger(bytes, JSON.parse(process.argv[3]));
const verified = performance.now();
const found = ledger.lookup("jira:PROJ-77777");
const looked = performance.now();
if (found.status !== "found") { console.error(ledger.code ?? found.status); process.exit(1); }
if (process.argv[4] === "tell") console.log(JSON.stringify({ load: loaded - began, verify: verified - loaded, lookup: looked - verified }));`;

/** A ledger of 100,000 tickets: its size, and what it costs to verify it and to look one ticket up, from the start of Node to its exit. */
export async function benchLedger(folder, report) {
  const { file, code, terms, bytes } = await prepared(folder);
  const node = process.execPath;
  const read = { name: "read alone", argv: [node, "-e", READ, file], cwd: folder };
  const verify = {
    name: "read, verified, looked up",
    argv: [node, "-e", VERIFY, file, code, terms],
    cwd: folder,
  };
  report("ledger of 100,000 verified, one looked up : the file read", compare(read, verify, 15), "<= 2.0");
  const times = Array.from({ length: 9 }, () => told(verify.argv));
  const best = (name) =>
    times
      .map((one) => one[name])
      .sort((a, b) => a - b)[4]
      .toFixed(1);
  console.log(
    `  ${bytes} bytes; verified in ${best("verify")} ms (goal < 30), looked up in ${best("lookup")} ms (goal < 5)`,
  );
}

function told(argv) {
  const { stdout, stderr, status } = spawnSync(argv[0], [...argv.slice(1), "tell"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The room as one file, and a ledger that it wrote. */
async function prepared(folder) {
  const entry = join(folder, "ledger-entry.ts");
  const room = (name) => JSON.stringify(join(root, "src/ledger", `${name}.ts`));
  writeFileSync(
    entry,
    `export * from ${room("read")}; export * from ${room("write")}; export * from ${room("new-key")}; export * from ${room("dsse")};`,
  );
  const code = join(folder, "ledger-room.cjs");
  const build = await rolldown({ cwd: root, input: entry, platform: "node", tsconfig: false });
  await build.write({ file: code, format: "cjs", codeSplitting: false });
  await build.close();
  const { default: ledger } = await import(pathToFileURL(code).href);
  const { pem, spki } = ledger.newKey();
  const issuedAt = "2026-11-22T10:00:00.000Z";
  const { bytes } = ledger.writeLedger({
    audience: "github.com/acme/shop",
    seq: 1,
    issuedAt,
    expiresAt: "2026-11-23T10:00:00.000Z",
    policyDigest: "ab".repeat(32),
    remotes: [{ name: "jira", kind: "jira", complete: true, through: { PROJ: COUNT } }],
    tickets: Array.from({ length: COUNT }, (_, index) => ticketAt(index + 1)),
    needs: { fields: [], isLabel: () => false, isAllowed: () => true },
    key: { id: "k1", key: ledger.privateKeyOf(pem).key },
  });
  const file = join(folder, "ledger.jsonl");
  writeFileSync(file, bytes);
  const terms = {
    keys: [{ id: "k1", spki, until: null }],
    audience: "github.com/acme/shop",
    maxAgeMs: 86_400_000,
    now: Date.parse(issuedAt),
    policyDigest: "ab".repeat(32),
    highestSeq: 1,
  };
  return { file, code, terms: JSON.stringify(terms), bytes: bytes.length };
}

function ticketAt(number) {
  const state = { name: "In Progress", category: "in_progress" };
  const createdAt = new Date(1_700_000_000_000 + number * 60_000).toISOString();
  const ticket = {
    remote: "jira",
    id: `PROJ-${number}`,
    type: { name: "Story", category: "story" },
    state,
    project: "PROJ",
    assignees: [],
    createdBy: null,
    labels: [],
    parent: null,
    createdAt,
    updatedAt: "2026-11-20T08:00:00.000Z",
    archived: false,
  };
  return { ticket, past: { status: "told", spans: [{ from: createdAt, until: null, state, by: null }] } };
}
