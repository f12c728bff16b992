import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../servers/connect.ts";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { openScene, type Scene, stage } from "./scene.ts";

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const PEM = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const SPKI = publicKey.export({ type: "spki", format: "der" }).toString("base64");
const LEDGER = ledgerOf("git.example.test/acme/shop", SPKI);

function ledgerOf(audience: string, spki: string, more = ""): string {
  return `ledger: { audience: ${audience}, keys: [{ id: k1, spki: "${spki}" }]${more} }\n`;
}
const REF = "refs/golden-thread/ledger";

/** Commits that name one ticket each, on top of one that names none. */
async function fill(scene: Scene, ids: readonly string[]): Promise<void> {
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
const COUNT = 1000;

interface Verdicts {
  readonly code: number;
  /** By commit: its verdict. */
  readonly all: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

async function judged(scene: Scene): Promise<Verdicts> {
  const { code, stdout } = await scene.golden("check", "range", "base..main", "--json", "--place", "ci");
  const { keys, commits, counts } = JSON.parse(stdout);
  return { code, all: commits.key.map((key: number) => keys[key].verdict), counts };
}

/** Tickets in every state, and what is none, over and over. */
function mixed(server: TrackerServer): readonly string[] {
  const { open, inProgress, done, canceled, archived, notATicket } = server.seed;
  const seeded = [open.id, inProgress, done, canceled, archived, notATicket].flatMap((id) => id ?? []);
  const crowd = server.crowd(COUNT - seeded.length * 20);
  for (const id of crowd.slice(0, 100)) server.move(id, server.seed.targets.done ?? "");
  const again = Array.from({ length: 20 }, () => seeded).flat();
  return [...crowd, ...again].map((id) => written(server, id));
}

describe.each(["jira", "github", "azure-devops"])("a ledger of %s", (name) => {
  test("says otherwise than the tracker where there is no network and no token", async () => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const scene = await stage(server, { policy: LEDGER });
    opened.push(scene);
    const ids = mixed(server);
    expect(ids).toHaveLength(COUNT);
    await fill(scene, ids);
    await scene.git("reset", "-q", "--hard", "main");
    const online = await judged(scene);
    scene.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
    expect(await scene.golden("ledger", "build")).toMatchObject({ code: 0 });
    await server.loopback.close();

    const away = await openScene({ policy: null, variables: {}, trust: [] });
    opened.push(away);
    await away.git("fetch", "-q", "--update-head-ok", scene.root, "main:main", "--tags", `${REF}:${REF}`);
    const offline = await judged(away);
    expect(offline.all).toEqual(online.all);
    expect(offline.code).toBe(online.code);
    expect(new Set(online.all)).toEqual(new Set(["pass", "fail"]));
  }, 120_000);
});

/** Below the highest number: moved away, hidden, deleted; beyond: where the listing never was. */
function odd(server: TrackerServer): readonly (readonly [string, string])[] {
  const { open, archived, notATicket, forbidden, deleted, moved, absent } = server.seed;
  const below = server.kind === "jira" ? "PROJ-2" : server.kind === "github" ? "acme/shop#2" : "2";
  const named = {
    open: open.id,
    archived,
    notATicket,
    deleted,
    moved: moved?.from,
    below,
    forbidden: forbidden?.id,
    absent,
  };
  return Object.entries(named).flatMap(([name, id]) => (id ? [[name, id] as const] : []));
}

describe.each(["jira", "github", "azure-devops"])("what a ledger of %s has no row for", (name) => {
  test("counts for absent though it was moved, or for there though it was not", async () => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const scene = await stage(server, { policy: LEDGER });
    opened.push(scene);
    const ids = odd(server);
    await fill(
      scene,
      ids.map(([, id]) => written(server, id)),
    );
    await scene.git("reset", "-q", "--hard", "main");
    const online = await judged(scene);
    scene.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
    expect(await scene.golden("ledger", "build")).toMatchObject({ code: 0 });
    await server.loopback.close();
    const away = await openScene({ policy: null, variables: {}, trust: [] });
    opened.push(away);
    await away.git("fetch", "-q", "--update-head-ok", scene.root, "main:main", "--tags", `${REF}:${REF}`);
    const offline = await judged(away);
    // Commits are told newest first.
    const told = ids.toReversed().map(([what], at) => [what, online.all[at], offline.all[at]] as const);
    expect(told.filter(([, one, other]) => one !== other && other !== "undecided")).toEqual([]);
    const unsure = told.flatMap(([what, one, other]) => (one === other ? [] : [what]));
    // What is beyond the highest number may be newer than the ledger; and Jira lists no project that nobody may see.
    expect(unsure).toEqual(name === "jira" ? ["absent", "forbidden"] : ["absent"]);
    expect(online.all[told.findIndex(([what]) => what === "open")]).toBe("pass");
  }, 120_000);
});

/** What the tracker's own machine issues under a policy. */
async function issued(server: TrackerServer, policy: string, { pem = PEM, agoMs = 0 } = {}): Promise<string> {
  const scene = await stage(server, { policy });
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

async function told(scene: Scene): Promise<{ readonly code: number; readonly text: string }> {
  const { code, stdout } = await scene.golden("check", "range", "base..main", "--place", "ci");
  return { code, text: stdout.replace(/\s+/g, " ") };
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
    await server.loopback.close();
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
    await server.loopback.close();
    const scene = await away(server, policy);
    await put(scene, ledger);
    await new Promise((done) => setTimeout(done, 2100));
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
    await server.loopback.close();
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

describe.each(["jira", "github", "gitlab", "azure-devops", "linear", "notion"])(
  "an approval in a ledger of %s",
  (name) => {
    test("is lost, or outlives a change of what was approved", async () => {
      const server = await servers[name]?.();
      if (server === undefined) throw new Error(`no server ${name}`);
      opened.push({ close: () => server.loopback.close() });
      const tracker = await connect(server);
      const { account } = await tracker.identity();
      const people = `people: { boss@example.test: ["${account}"] }\nauthorise: { approval: { approvers: ["${account}"] } }\n`;
      const scene = await stage(server, { policy: `${LEDGER}${people}` });
      opened.push(scene);
      scene.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
      const { id } = server.seed.open;
      await tracker.edit(id, { description: "## Acceptance criteria\n\n- [ ] A price is shown\n" });
      await fill(scene, [written(server, id)]);
      await scene.git("reset", "-q", "--hard", "main");
      const away = await openScene({ policy: null, variables: {}, trust: [] });
      opened.push(away);
      const offline = async () => {
        const built = await scene.golden("ledger", "build");
        expect([built.code, built.stderr]).toEqual([0, ""]);
        await away.git(
          "fetch",
          "-q",
          "--update-head-ok",
          scene.root,
          "main:main",
          "--tags",
          `+${REF}:${REF}`,
        );
        return told(away);
      };
      expect(await offline(), "nobody approved it").toMatchObject({
        code: 1,
        text: expect.stringContaining("has to be approved"),
      });
      expect(await scene.golden("ticket", "approve", written(server, id))).toMatchObject({ code: 0 });
      expect(await offline(), "approved").toMatchObject({ code: 0 });
      await tracker.edit(id, { description: "## Acceptance criteria\n\n- [ ] No price is shown\n" });
      expect(await offline(), "changed").toMatchObject({
        code: 1,
        text: expect.stringMatching(/was approved by .* but its description, criteria changed after that/),
      });
    }, 120_000);
  },
);
