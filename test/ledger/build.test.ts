import { readdirSync, readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { standingOf } from "../../src/core/authorise.ts";
import { termsSchema } from "../../src/core/terms.ts";
import type { Lookup } from "../../src/core/ticket.ts";
import { privateKeyOf } from "../../src/ledger/dsse.ts";
import { temporaryFolder } from "../git/repo.ts";
import { evidence } from "../rules/evidence.ts";
import { startAzureDevopsServer } from "../servers/azure-devops/index.ts";
import { connect, providerOf } from "../servers/connect.ts";
import { variablesOf } from "../servers/entry.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { startJiraServer } from "../servers/jira/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type TestKey, testKey } from "./made.ts";
import { type LedgerRepository, ledgerRepository } from "./scene.ts";

const key = testKey("k1");
const REF = "refs/golden-thread/ledger";

interface Place {
  readonly repo: LedgerRepository;
  readonly env: Readonly<Record<string, string>>;
  golden(
    line: string,
    env?: Readonly<Record<string, string | undefined>>,
  ): ReturnType<LedgerRepository["golden"]>;
}

/** What a ticket's look-up is worth; an absence counts the same whatever is said of it. */
function outcomeFor(id: string, lookup: Lookup | undefined): string {
  const key = `tracker:${id}`;
  const plain: Lookup | undefined = lookup?.status === "absent" ? { status: "absent" } : lookup;
  const claim = {
    key,
    remote: "tracker",
    id,
    written: id,
    place: "body",
    inherited: false,
    excused: false,
  } as const;
  const found = evidence({ lookups: plain === undefined ? {} : { [key]: plain }, tasks: [] });
  return standingOf(claim, found, termsSchema(z).parse({})).outcome;
}

/** A repository whose only tracker is a server on this machine, with everything that a build needs. */
async function placeFor(
  server: TrackerServer,
  keys: readonly TestKey[] = [key],
  more = "",
  rest = "",
): Promise<Place> {
  const { access, settings } = await providerOf(server.kind);
  const parsed = settings(z).parse(server.settings);
  const entry = Object.entries(server.settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const repo = ledgerRepository(keys, { remotes: `  tracker: { ${entry.join(", ")} }`, more, rest });
  repo.git("remote", "set-url", "origin", "https://git.example.test/acme/shop.git");
  const env = {
    GOLDEN_THREAD_TRUST: server.loopback.origin,
    GOLDEN_THREAD_SIGNING_KEY: key.pem,
    ...variablesOf(access.variables(parsed), server.credentials.good),
  };
  const now = () => new Date();
  return { repo, env, golden: (line, own = {}) => repo.golden(line, { env: { ...env, ...own }, now }) };
}

const STARTS = [
  ["github", () => startGithubServer()],
  ["jira", () => startJiraServer({ flavour: "cloud" })],
  ["azure-devops", () => startAzureDevopsServer()],
] as const;

describe.each(STARTS)("a ledger of %s", (_name, start) => {
  let server: TrackerServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.loopback.close());

  test("holds what is open and what is closed, and says what the tracker says", async () => {
    const { golden } = await placeFor(server);
    const built = await golden("ledger build --json");
    expect(built).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(built.stdout)).toMatchObject({ kind: "ledger-build", key: "k1", ledger: { seq: 1 } });
    expect((await golden("ledger verify")).code).toBe(0);
    const { open, done, absent } = server.seed;
    const shown = JSON.parse((await golden(`ledger show ${open.id} ${done} ${absent} --json`)).stdout);
    const [first, second, third] = shown.tickets.map(({ lookup }: { lookup: object }) => lookup);
    expect(first).toMatchObject({
      status: "found",
      source: "ledger",
      ticket: { id: open.id, key: open.ticket.key, state: open.ticket.state, project: open.ticket.project },
    });
    expect(first.ticket.past.spans.at(-1)).toMatchObject({ until: null });
    expect(second).toMatchObject({ status: "found", ticket: { state: { category: "done" } } });
    expect(third.status).not.toBe("found");
    expect(server.problems).toEqual([]);
  });

  test("authorises what the tracker's own answer does, and refuses what that refuses", async () => {
    const { golden } = await placeFor(server);
    expect((await golden("ledger build")).code).toBe(0);
    const { open, inProgress, done, canceled, archived, absent, forbidden, unicode } = server.seed;
    const ids = [open.id, inProgress, done, canceled, archived, absent, forbidden?.id, unicode].flatMap(
      (id) => id ?? [],
    );
    const shown = JSON.parse((await golden(`ledger show ${ids.join(" ")} --json`)).stdout);
    const offline: readonly Lookup[] = shown.tickets.map(({ lookup }: { lookup: Lookup }) => lookup);
    const online = await (await connect(server, { remote: "tracker" })).many(ids);
    const codes = ids.map((id, index) => [outcomeFor(id, online.get(id)), outcomeFor(id, offline[index])]);
    // What is refused may be refused by another word: Jira lists no archived issue at all.
    const wrong = codes.filter(([one, other]) => other !== one && other !== "unknown");
    expect(wrong).toEqual([]);
    expect(codes.filter(([one, other]) => one === other).length).toBeGreaterThan(3);
    expect(codes[0]).toEqual(["pass", "pass"]);
  });

  test("names no title, no text and no person that no rule reads", async () => {
    const rest = "rules: { authoriser-is-not-author: off }\n";
    const { repo, golden } = await placeFor(server, [key], "", rest);
    expect((await golden("ledger build")).code).toBe(0);
    const text = repo.git("cat-file", "blob", `${REF}:ledger.jsonl`);
    const { title = "", description = "" } = server.seed.open.ticket;
    expect(title).not.toBe("");
    for (const secret of [title, description.slice(0, 40) || title]) expect(text).not.toContain(secret);
    expect(JSON.parse(text.split("\n")[0] ?? "").people).toEqual([]);
    const commit = repo.git("cat-file", "commit", REF);
    expect(commit).not.toMatch(/^parent|Ada|Cy |example\.com/m);
  });

  test("a closed ticket, and one that is still open, keep their times in the next one", async () => {
    const { golden } = await placeFor(server);
    await golden("ledger build");
    const { open, targets } = server.seed;
    server.move(open.id, targets.done ?? "");
    expect((await golden("ledger build")).code).toBe(0);
    const { tickets, ledger } = JSON.parse((await golden(`ledger show ${open.id} --json`)).stdout);
    expect(ledger.seq).toBe(2);
    expect(tickets[0].lookup.ticket.state.category).toBe("done");
    expect(tickets[0].lookup.ticket.past.spans.at(-1)).toMatchObject({ until: expect.stringMatching(/Z$/) });
    server.move(open.id, targets.open ?? "");
  });
});

describe("a build that does not come to its end", () => {
  let server: TrackerServer & Awaited<ReturnType<typeof startGithubServer>>;
  beforeAll(async () => {
    server = await startGithubServer();
    // Each of another time, so that a listing can be taken up between any two.
    for (const id of server.crowd(450)) server.move(id, "closed");
  });
  afterAll(() => server.loopback.close());

  test("replaces nothing, and the next one goes on where it was", async () => {
    const whole = await placeFor(server);
    const count = async (run: () => ReturnType<Place["golden"]>) => {
      const before = server.loopback.calls.length;
      const ran = await run();
      return { ran, calls: server.loopback.calls.length - before };
    };
    const one = await count(() => whole.golden("ledger build"));
    expect(one.ran.code).toBe(0);
    const { repo, golden } = await placeFor(server);
    let left = 4;
    server.loopback.onCall = () => (left-- > 0 ? null : { status: 403, json: { message: "no" } });
    const cut = await count(() => golden("ledger build"));
    expect(cut.ran.code).not.toBe(0);
    expect(repo.run(["rev-parse", "--verify", REF]).code).not.toBe(0);
    server.loopback.onCall = null;
    const rest = await count(() => golden("ledger build"));
    expect(rest.ran.code).toBe(0);
    expect(rest.calls).toBeLessThan(one.calls);
    const counts = [whole, { repo }].map(
      ({ repo: { git } }) =>
        JSON.parse(git("cat-file", "blob", `${REF}:ledger.jsonl`).split("\n")[0] ?? "").count,
    );
    expect(counts[0]).toBe(counts[1]);
    expect(readdirSync(repo.path(".git/golden-thread/ledger-build"))).toEqual([]);
  });

  test("the next one asks no more of what has not changed", async () => {
    const { golden } = await placeFor(server);
    await golden("ledger build");
    const graphql = () => server.loopback.calls.filter(({ path }) => path.endsWith("/graphql")).length;
    const before = graphql();
    expect((await golden("ledger build")).code).toBe(0);
    expect(graphql() - before).toBeLessThanOrEqual(1);
  });

  test("with a query it says that it holds only some", async () => {
    const { golden } = await placeFor(server);
    expect((await golden("ledger build --query state=open --query label=nobody-has-it")).code).toBe(0);
    const shown = await golden(`ledger show ${server.seed.done}`);
    expect(shown.stdout).toMatch(/github, in part/);
    expect(shown.stdout).toMatch(/unavailable/);
  });

  test("where the tracker refuses the token, says so and replaces nothing", async () => {
    const { repo, golden } = await placeFor(server);
    const ran = await golden("ledger build", { GH_ENTERPRISE_TOKEN: server.credentials.dead.token });
    expect(ran.code).toBe(2);
    expect(repo.run(["rev-parse", "--verify", REF]).code).not.toBe(0);
  });
});

describe("the key that signs", () => {
  let server: TrackerServer;
  beforeAll(async () => {
    server = await startGithubServer();
  });
  afterAll(() => server.loopback.close());

  test.each([
    ["is missing", undefined, "There is no key to sign with"],
    ["is none", "hello", "This is no key to sign with"],
    ["is not the policy's", testKey("other").pem, "The policy does not name the key"],
  ])("%s: says what to do, and shows nothing of it", async (_name, pem, sentence) => {
    const { golden } = await placeFor(server);
    const ran = await golden("ledger build", { GOLDEN_THREAD_SIGNING_KEY: pem });
    expect(ran).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
    if (pem !== undefined) expect(ran.stderr).not.toContain(pem.split("\n")[1] ?? pem);
    const spki = privateKeyOf(pem ?? "")?.spki;
    if (spki !== undefined) expect(ran.stderr.replace(/\s/g, "")).toContain(`spki:"${spki}"`);
  });

  test("past its day signs nothing more; the one after it does, and both are read", async () => {
    const old = { ...key, id: "old", until: "2020-01-01" };
    const lapsed = await placeFor(server, [old]);
    expect(await lapsed.golden("ledger build")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("signs nothing any more"),
    });
    const both = await placeFor(server, [old, { ...key, id: "new" }]);
    const ran = await both.golden("ledger build --json", { GOLDEN_THREAD_SIGNING_KEY_ID: "new" });
    expect(JSON.parse(ran.stdout)).toMatchObject({ key: "new" });
    expect((await both.golden("ledger verify")).code).toBe(0);
  });

  test("is in no file and no output of a build", async () => {
    const { repo, golden } = await placeFor(server);
    const ran = await golden("ledger build");
    const secret = key.pem.split("\n")[1] ?? "";
    expect(secret.length).toBeGreaterThan(40);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(secret);
    const files = readdirSync(repo.root, { recursive: true, encoding: "utf8" }).map((name) =>
      repo.path(name),
    );
    const holding = files.filter((file) => statSync(file).isFile() && readFileSync(file).includes(secret));
    expect(holding).toEqual([]);
  });
});

describe("a ledger is brought to others", () => {
  let server: TrackerServer;
  beforeAll(async () => {
    server = await startGithubServer();
  });
  afterAll(() => server.loopback.close());

  test("by build --push and fetch; who comes too late replaces nothing", async () => {
    const more = "  audience: github.com/acme/shop\n";
    const [one, other] = [await placeFor(server, [key], more), await placeFor(server, [key], more)];
    const origin = temporaryFolder();
    one.repo.git("init", "--bare", "--quiet", origin);
    for (const { repo } of [one, other]) repo.git("remote", "set-url", "origin", origin);
    expect(await other.golden("ledger fetch")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("origin has no ledger"),
    });
    one.repo.hook("pre-push", "#!/bin/sh\nexit 1\n");
    expect(await one.golden("ledger build --push")).toMatchObject({ code: 0, stderr: "" });
    expect(await other.golden("ledger fetch")).toMatchObject({ code: 0 });
    const again = await other.golden("ledger build --push --json");
    expect(JSON.parse(again.stdout)).toMatchObject({ pushed: true, ledger: { seq: 2 } });
    expect(one.repo.git("ls-remote", origin, REF).split("\t")[0]).toBe(other.repo.git("rev-parse", REF));
    expect(one.repo.git("rev-parse", REF)).not.toBe(other.repo.git("rev-parse", REF));
    expect((await one.golden("ledger fetch")).code).toBe(0);
    expect(one.repo.git("rev-parse", REF)).toBe(other.repo.git("rev-parse", REF));
  });

  test("as a file, where the policy or the command line names one", async () => {
    const { repo, golden } = await placeFor(server);
    expect((await golden("ledger build --out mine.jsonl --expires 30m")).code).toBe(0);
    expect((await golden("ledger verify mine.jsonl")).code).toBe(0);
    expect(repo.run(["rev-parse", "--verify", REF]).code).not.toBe(0);
    expect((await golden("ledger build --out mine.jsonl --push")).code).toBe(2);
  });
});
