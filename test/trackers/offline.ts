import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Loopback } from "../servers/kit.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import type { Scene } from "./scene.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
export const PEM = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
export const SPKI = publicKey.export({ type: "spki", format: "der" }).toString("base64");
export const LEDGER = ledgerOf("git.example.test/acme/shop", SPKI);

export function ledgerOf(audience: string, spki: string, more = ""): string {
  return `ledger: { audience: ${audience}, keys: [{ id: k1, spki: "${spki}" }]${more} }\n`;
}
export const REF = "refs/golden-thread/ledger";

/** Commits that name one ticket each, on top of one that names none. */
export async function fill(scene: Scene, ids: readonly string[]): Promise<void> {
  const policy = readFileSync(join(scene.root, "golden-thread.yml"), "utf8");
  const file = `M 100644 inline golden-thread.yml\ndata ${Buffer.byteLength(policy)}\n${policy}\n`;
  const stream = ["Begin", ...ids.map((id) => `Do it (${id})`)].map((message, at) => {
    const from = at === 0 ? "" : `from :${at}\n`;
    const committer = `committer Ada <ada@example.test> ${BEGAN + at} +0000`;
    return `commit refs/heads/main\nmark :${at + 1}\n${committer}\ndata ${Buffer.byteLength(message)}\n${message}\n${from}${at === 0 ? file : ""}\n`;
  });
  execFileSync("git", ["fast-import", "--quiet"], { cwd: scene.root, input: stream.join("") });
  const tagged = await scene.git("tag", "base", `main~${ids.length}`);
  expect(tagged).toMatchObject({ code: 0, stderr: "" });
}

/** After every seeded ticket was made. */
const BEGAN = Date.parse("2026-11-20T00:00:00Z") / 1000;
interface Verdicts {
  readonly code: number;
  /** By commit: its verdict. */
  readonly all: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

export async function judged(scene: Scene): Promise<Verdicts> {
  const { code, stdout } = await scene.golden("check", "range", "base..main", "--json", "--place", "ci");
  const { keys, commits, counts } = JSON.parse(stdout);
  return { code, all: commits.key.map((key: number) => keys[key].verdict), counts };
}

export async function told(scene: Scene): Promise<{ readonly code: number; readonly text: string }> {
  const { code, stdout } = await scene.golden("check", "range", "base..main", "--place", "ci");
  return { code, text: stdout.replace(/\s+/g, " ") };
}

/** Nobody is told anything any more, at once: a line that is dead is tried again and again, for seconds each time. What is to be closed. */
export function fall({ loopback }: TrackerServer): Loopback {
  loopback.always = { status: 503, headers: { "retry-after": "0" } };
  return loopback;
}
