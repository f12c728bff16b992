import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { fall, fill, judged, LEDGER, ledgerOf, PEM, REF, SPKI, told } from "./offline.ts";
import { openScene, type Scene, stage } from "./scene.ts";

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Commits; of Azure DevOps as many as fill its pages several times over. */
const COUNTS = [
  ["jira", 300],
  ["github", 300],
  ["azure-devops", 1000],
] as const;

/** Tickets in every state, and what is none, over and over. */
function mixed(server: TrackerServer, count: number): readonly string[] {
  const { open, inProgress, done, canceled, archived, notATicket } = server.seed;
  const seeded = [open.id, inProgress, done, canceled, archived, notATicket].flatMap((id) => id ?? []);
  const crowd = server.crowd(count - seeded.length * 20);
  for (const id of crowd.slice(0, 100)) server.move(id, server.seed.targets.done ?? "");
  const again = Array.from({ length: 20 }, () => seeded).flat();
  return [...crowd, ...again].map((id) => written(server, id));
}

describe.each(COUNTS)("a ledger of %s", (name, count) => {
  test("says otherwise than the tracker where there is no network and no token", async () => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const shipped = name === "github";
    const scene = await stage(server, { policy: LEDGER, shipped });
    opened.push(scene);
    const ids = mixed(server, count);
    expect(ids).toHaveLength(count);
    await fill(scene, ids);
    await scene.git("reset", "-q", "--hard", "main");
    const online = await judged(scene);
    scene.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
    expect(await scene.golden("ledger", "build")).toMatchObject({ code: 0 });
    await server.loopback.close();

    const away = await openScene({ policy: null, variables: {}, trust: [], shipped });
    opened.push(away);
    await away.git("fetch", "-q", "--update-head-ok", scene.root, "main:main", "--tags", `${REF}:${REF}`);
    const offline = await judged(away);
    expect(offline.all).toEqual(online.all);
    expect(offline.code).toBe(online.code);
    expect(new Set(online.all)).toEqual(new Set(["pass", "fail"]));
  }, 120_000);
});

/** What the tracker's own machine issues under a policy. */
async function issued(server: TrackerServer, policy: string, { pem = PEM, agoMs = 0 } = {}): Promise<string> {
  const scene = await stage(server, { policy, shipped: agoMs > 0 });
  opened.push(scene);
  if (agoMs > 0) setClock(scene, agoMs);
  scene.env.GOLDEN_THREAD_SIGNING_KEY = pem;
  expect(await scene.golden("ledger", "build", "--out", "ledger.jsonl")).toMatchObject({ code: 0 });
  return readFileSync(join(scene.root, "ledger.jsonl"), "utf8");
}

/** Lets every Node of a scene believe that it is earlier. */
function setClock(scene: Scene, agoMs: number): void {
  const now = `Was.now() - ${agoMs}`;
  scene.write(
    "../clock.mjs",
    `const Was = Date;
globalThis.Date = class extends Was {
  constructor(...given) { super(...(given.length === 0 ? [${now}] : given)); }
  static now() { return ${now}; }
};
`,
  );
  scene.env.NODE_OPTIONS = `--import=${join(scene.root, "../clock.mjs")}`;
}

/** A repository far from any tracker, whose ledger is a file that is put there. */
async function away(server: TrackerServer, policy: string): Promise<Scene> {
  const source = await stage(server, { policy });
  const text = readFileSync(join(source.root, "golden-thread.yml"), "utf8");
  source.close();
  const scene = await openScene({ policy: text, variables: {}, trust: [] });
  opened.push(scene);
  await fill(scene, [written(server, server.seed.open.id)]);
  return scene;
}

async function put(scene: Scene, ledger: string): Promise<void> {
  scene.write("../ledger", ledger);
  const run = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await scene.git(...args);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout.trim();
  };
  const blob = await run("hash-object", "-w", "../ledger");
  await run("update-index", "--add", "--cacheinfo", `100644,${blob},ledger.jsonl`);
  const tree = await run("write-tree");
  await run("update-ref", REF, await run("commit-tree", "-m", "ledger", tree));
}

function otherKey() {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    pem: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    spki: pair.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
}

describe("a ledger that is not to be trusted", () => {
  test("lets a commit pass, or does not say what is wrong with it", async () => {
    const server = await servers.jira?.();
    if (server === undefined) throw new Error("no server");
    const stranger = otherKey();
    const good = await issued(server, LEDGER);
    const shop = "git.example.test/acme/shop";
    const bad = {
      flipped: good.replace(/"state":(\d)/, (_, digit) => `"state":${(Number(digit) + 1) % 3}`),
      foreign: await issued(server, ledgerOf("git.example.test/acme/other", SPKI)),
      unknown: await issued(server, ledgerOf(shop, stranger.spki), { pem: stranger.pem }),
      ordered: good.split("\n").toSorted().join("\n"),
    };
    opened.push(fall(server));
    const scene = await away(server, LEDGER);

    expect(await told(scene)).toMatchObject({
      code: 3,
      text: expect.stringMatching(/There is no ledger at/),
    });
    await put(scene, good);
    expect((await told(scene)).code).toBe(0);
    const words = {
      flipped: /rows are not those that were signed/,
      foreign: /made for git\.example\.test\/acme\/other; wanted: git\.example\.test\/acme\/shop/,
      unknown: /signature is not that of the policy's key k1/,
      ordered: /no ledger|rows are not those that were signed|not what was signed/,
    };
    for (const name of ["flipped", "foreign", "unknown", "ordered"] as const) {
      await put(scene, bad[name]);
      expect(await told(scene), name).toMatchObject({ code: 3, text: expect.stringMatching(words[name]) });
    }
  }, 120_000);

  test("counts after its time", async () => {
    const server = await servers.jira?.();
    if (server === undefined) throw new Error("no server");
    const policy = ledgerOf("git.example.test/acme/shop", SPKI, ", max_age: 1h");
    const ledger = await issued(server, policy, { agoMs: 2 * 3_600_000 });
    opened.push(fall(server));
    const scene = await away(server, policy);
    await put(scene, ledger);
    expect(await told(scene)).toMatchObject({
      code: 3,
      text: expect.stringMatching(/expired|it counted until/),
    });
  }, 60_000);

  test("counts though a newer one was seen here", async () => {
    const server = await servers.jira?.();
    if (server === undefined) throw new Error("no server");
    const maker = await stage(server, { policy: LEDGER });
    opened.push(maker);
    maker.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
    const build = async () => {
      expect(await maker.golden("ledger", "build")).toMatchObject({ code: 0 });
      return (await maker.git("cat-file", "blob", `${REF}:ledger.jsonl`)).stdout;
    };
    const [older, newer] = [await build(), await build()];
    opened.push(fall(server));
    const scene = await away(server, LEDGER);
    for (const [ledger, code] of [
      [older, 0],
      [newer, 0],
      [older, 3],
    ] as const) {
      await put(scene, ledger);
      expect((await told(scene)).code).toBe(code);
    }
    expect((await told(scene)).text).toMatch(/has the number 1, and number 2 was seen here before/);
  }, 60_000);
});
