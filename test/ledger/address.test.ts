import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { issue, open, testKey } from "./made.ts";
import { ledgerRepository } from "./scene.ts";

const key = testKey("k1");
const folder = temporaryFolder();
const answer = { status: 200, body: Buffer.from(issue(key, [open("PROJ-7")])), asked: 0 };
const seen: (string | undefined)[] = [];
let origin = "";
let close = (): void => undefined;

beforeAll(async () => {
  const args = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem";
  const alone = ["-addext", "subjectAltName=DNS:localhost"];
  const made = spawnSync("openssl", [...args.split(" "), ...alone], { cwd: folder });
  expect(made.status).toBe(0);
  const [cert, own] = ["cert.pem", "key.pem"].map((name) => readFileSync(join(folder, name)));
  const server = createServer({ cert, key: own }, (request, response) => {
    answer.asked++;
    seen.push(request.headers.authorization);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  origin = `https://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
  close = () => void server.close();
});
afterAll(() => close());

/** A ledger of another policy: nothing but its signature and its home are looked at here. */
function place() {
  const repo = ledgerRepository([key], { more: `  from: ${origin}/ledger.jsonl\n` });
  const env = { GOLDEN_THREAD_CA_CERTS: join(folder, "cert.pem"), JIRA_API_TOKEN: "never-to-be-sent" };
  const golden = (line: string, now = new Date()) => repo.golden(line, { env, now: () => now });
  return { repo, golden };
}

test("a ledger at an address is fetched without a token, kept, and kept to where the address is dead", async () => {
  const { repo, golden } = place();
  repo.git("config", "--global", "golden-thread.trust", origin);
  const later = new Date(Date.now() + 3_600_000);
  answer.asked = 0;
  expect((await golden("ledger verify")).stdout).toMatch(/\((?:other-policy|expired)\)/);
  expect((await golden("ledger verify")).code).toBe(3);
  expect(answer.asked).toBe(1);
  answer.status = 404;
  expect((await golden("ledger verify", later)).stdout).toMatch(/\((?:other-policy|expired)\)/);
  expect(answer.asked).toBe(2);
  expect(seen.filter((header) => header !== undefined)).toEqual([]);
  answer.status = 200;
});

test("an address in a private network is not asked, unless the user said so", async () => {
  const { golden } = place();
  answer.asked = 0;
  const ran = await golden("ledger verify");
  expect(ran.code).not.toBe(0);
  expect(ran.stderr).toContain("golden-thread remote trust");
  expect(answer.asked).toBe(0);
});

test("an address that has none is no ledger, and says so", async () => {
  const { repo, golden } = place();
  repo.git("config", "--global", "golden-thread.trust", origin);
  answer.status = 404;
  expect(await golden("ledger verify")).toMatchObject({ code: 3, stderr: expect.stringContaining("404") });
  answer.status = 200;
});
