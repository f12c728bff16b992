import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { servers } from "../servers/index.ts";
import { ISSUER, type SigstoreServer, startSigstore, WORKFLOW } from "../servers/sigstore.ts";
import { REF } from "./offline.ts";
import { openScene, type Scene, stage } from "./scene.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

interface Place {
  readonly maker: Scene;
  readonly sigstore: SigstoreServer;
  /** The repository that everybody fetches from. */
  readonly bare: string;
  readonly open: string;
  readonly done: string;
  /** Nothing answers any more. */
  dark(): Promise<void>;
}

/** A job of CI with a tracker and a Sigstore on this machine; `subject`: whom the policy names. */
async function job(
  subject = WORKFLOW,
  services = (origin: string) => `fulcio: ${origin}, rekor: ${origin}, tsa: ${origin}`,
): Promise<Place> {
  const server = await servers.jira?.();
  if (server === undefined) throw new Error("no server");
  const sigstore = await startSigstore();
  const bare = realpathSync(mkdtempSync(join(tmpdir(), "golden-thread-bare-")));
  opened.push({ close: () => rmSync(bare, { recursive: true, force: true }) });
  const { origin } = sigstore.loopback;
  const maker = await stage(server, {
    policy: `ledger: { audience: git.example.test/acme/shop, identities: [{ issuer: "${ISSUER}", subject: "${subject}" }], sigstore: { ${services(origin)} } }\n`,
  });
  opened.push(maker);
  Object.assign(maker.env, sigstore.job);
  await maker.git("config", "--global", "--add", "golden-thread.trust", origin);
  await maker.git("init", "-q", "--bare", "-b", "main", bare);
  await maker.git("remote", "add", "origin", bare);
  const dark = async () => {
    await server.loopback.close();
    await sigstore.loopback.close();
  };
  opened.push({ close: dark });
  return { maker, sigstore, bare, open: server.seed.open.id, done: server.seed.done, dark };
}

/** Puts the trusted root and the policy on main. */
async function settle({ maker, sigstore }: Place): Promise<void> {
  maker.write("root.json", sigstore.root());
  expect(await maker.golden("ledger", "trust", "root.json")).toMatchObject({ code: 0, stderr: "" });
  await maker.git("add", "golden-thread.yml", "golden-thread.sigstore.json");
  expect(await maker.git("commit", "-q", "--no-verify", "-m", "Set up")).toMatchObject({ code: 0 });
  expect(await maker.git("push", "-q", "origin", "main")).toMatchObject({ code: 0 });
}

describe("a ledger that no key signs", () => {
  test("is built by a job, and believed by a clone that has no token and reaches nobody", async () => {
    const place = await job();
    await settle(place);
    const built = await place.maker.golden("ledger", "build", "--keyless", "--push", "--json");
    expect(built).toMatchObject({ code: 0, stderr: "" });
    const identity = { issuer: ISSUER, subject: WORKFLOW, at: place.sigstore.clock.toISOString() };
    expect(JSON.parse(built.stdout)).toMatchObject({ identity, pushed: true });
    const secrets = [place.sigstore.token(), place.sigstore.job.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ""];
    for (const secret of secrets) expect(`${built.stdout}${built.stderr}`).not.toContain(secret);
    await place.dark();

    const far = await openScene({ policy: null, variables: {}, trust: [] });
    opened.push(far);
    expect(await far.git("pull", "-q", place.bare, "main")).toMatchObject({ code: 0 });
    await far.git("remote", "add", "origin", place.bare);
    const fetched = await far.golden("ledger", "fetch");
    expect(fetched).toMatchObject({ code: 0, stderr: "" });
    expect(fetched.stdout).toContain(`signed by ${WORKFLOW} (${ISSUER}, logged ${identity.at})`);
    expect((await far.hook(`Do it (${place.open})\n`)).code).toBe(0);
    expect((await far.hook(`Do it (${place.done})\n`)).code).toBe(1);

    const text = (await far.git("cat-file", "blob", `${REF}:ledger.jsonl`)).stdout;
    far.write("forged.jsonl", text.replace('"seq":1', '"seq":2'));
    expect((await far.golden("ledger", "verify", "forged.jsonl")).stdout).toContain("(bad-signature)");
    const policy = readFileSync(join(far.root, "golden-thread.yml"), "utf8");
    far.write("golden-thread.yml", policy.replace("@refs/heads/main", "@refs/heads/mai"));
    expect(await far.golden("ledger", "verify")).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("(unknown-identity)"),
    });
    const hidden = await far.golden("check", "message", "--text", `Do it (${place.open})`, "--place", "ci");
    expect(hidden.code).not.toBe(0);
  });

  test("is not issued where nobody would believe it, and replaces nothing", async () => {
    const place = await job(`${WORKFLOW}-2`);
    await settle(place);
    expect(await place.maker.golden("ledger", "build", "--keyless")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nobody here would believe it"),
    });
    expect((await place.maker.git("rev-parse", "--verify", "-q", REF)).code).not.toBe(0);
  });

  test("is not begun without a trusted root, an identity or leave to be public; nobody is asked anything", async () => {
    const place = await job(WORKFLOW, () => "public_log: false");
    const { maker, sigstore } = place;
    const asked = sigstore.loopback.calls.length;
    const refusal = async (...more: string[]) => {
      const ran = await maker.golden("ledger", "build", "--keyless", ...more);
      expect(ran.code).toBe(2);
      return ran.stderr;
    };
    expect(await refusal()).toContain("golden-thread ledger trust");
    expect(await maker.golden("ledger", "trust")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("https://fulcio.sigstore.dev"),
    });
    expect(await refusal()).toContain("--public-log");
    maker.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = undefined;
    expect(await refusal("--public-log")).toContain("There is no identity to sign with");
    maker.write("root.json", sigstore.root());
    expect(await maker.golden("ledger", "trust", "root.json")).toMatchObject({ code: 2 });
    expect(sigstore.loopback.calls.length).toBe(asked);
  });

  test("hands its token to no server that the policy alone names", async () => {
    const place = await job();
    await settle(place);
    const evil = await startSigstore();
    opened.push(evil.loopback);
    const policy = readFileSync(join(place.maker.root, "golden-thread.yml"), "utf8");
    const { origin } = place.sigstore.loopback;
    place.maker.write(
      "golden-thread.yml",
      policy.replace(`fulcio: ${origin}`, `fulcio: ${evil.loopback.origin}`),
    );
    const ran = await place.maker.golden("ledger", "build", "--keyless");
    expect(ran).toMatchObject({ stderr: expect.stringContaining(`remote trust ${evil.loopback.origin}`) });
    expect(evil.loopback.calls).toEqual([]);
  });
});
