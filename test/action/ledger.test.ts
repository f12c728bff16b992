import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testKey } from "../ledger/made.ts";
import { startJiraServer } from "../servers/jira/index.ts";
import { ISSUER, type SigstoreServer, startSigstore, WORKFLOW } from "../servers/sigstore.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { actionNode } from "./node.ts";
import { type ActionScene, JOB_TOKEN, openActionScene } from "./scene.ts";
import type { Files } from "./site.ts";

const REF = "refs/golden-thread/ledger";
const key = testKey("k1");
const refreshing = { inputs: { ledger: "refresh" }, permissions: { contents: "write" } } as const;

let jira: TrackerServer;
let sigstore: SigstoreServer;
let secrets: Readonly<Record<string, string>>;
const scenes: ActionScene[] = [];
beforeAll(async () => {
  [jira, sigstore] = await Promise.all([startJiraServer(), startSigstore()]);
  const { user, token } = jira.credentials.good;
  secrets = { JIRA_EMAIL: user ?? "", JIRA_API_TOKEN: token };
});
afterAll(async () => {
  for (const one of scenes) await one.close();
  await Promise.all([jira.loopback.close(), sigstore.loopback.close()]);
});

/** A pull request of a stranger's fork that names an open ticket of Jira. `ledger`: that section of the policy. */
async function scene(
  ledger: string,
  { files = {}, head = {}, tracker = jira }: { files?: Files; head?: Files; tracker?: TrackerServer } = {},
): Promise<ActionScene> {
  const { origin } = tracker.loopback;
  const message = `Fix the login loop (${tracker.seed.open.id})`;
  const opened = await openActionScene({
    private: true,
    from: "fork",
    base: {
      "golden-thread.yml": `version: 1\nremotes: { jira: { kind: jira, url: "${origin}" } }\nledger: ${ledger}\n`,
      ...files,
    },
    head: [{ message, files: { "src/login.js": "export {};\n", ...head } }],
    title: message,
    env: { GOLDEN_THREAD_TRUST: `${origin} ${sigstore.loopback.origin}` },
  });
  scenes.push(opened);
  return opened;
}

const ledgerOf = ({ bare }: ActionScene): string =>
  bare.run(["cat-file", "blob", `${REF}:ledger.jsonl`]).stdout;

/** Puts a ledger into a clone under the ledger's ref. */
function plantLedger(workspace: string, ledger: string): void {
  const git = (args: readonly string[], input = "") =>
    execFileSync("git", ["-C", workspace, ...args], { input, encoding: "utf8" }).trim();
  const tree = git(
    ["mktree"],
    `100644 blob ${git(["hash-object", "-w", "--stdin"], ledger)}\tledger.jsonl\n`,
  );
  git([
    "update-ref",
    REF,
    git(["-c", "user.name=x", "-c", "user.email=x@x", "commit-tree", "-m", "ledger", tree]),
  ]);
}

describe(`the ledger, by the Action under ${actionNode.label}`, () => {
  test("a fork without a right to ask Jira gets its verdict from what the schedule issued", async () => {
    const far = await startJiraServer();
    const one = await scene(`{ keys: [{ id: k1, spki: "${key.spki}" }] }`, { tracker: far });
    const blind = await one.run("pull_request");
    expect([blind.outputs.verdict, blind.exitCode]).toEqual(["undecided", 3]);

    const env = { ...secrets, GOLDEN_THREAD_SIGNING_KEY: key.pem };
    const issued = await one.run("schedule", "", { ...refreshing, env });
    expect(issued.log.join("\n")).toContain(`is in ${REF}, here and at origin`);
    expect(issued.summary).toContain("signed by k1");
    expect(issued.exitCode).toBe({ pass: 0, fail: 1, undecided: 3 }[issued.outputs.verdict ?? ""]);
    expect(ledgerOf(one)).toContain(far.seed.open.id);
    for (const secret of [key.pem.split("\n")[1] ?? "", secrets.JIRA_API_TOKEN ?? ""])
      expect(issued.raw).not.toContain(secret);
    const before = ledgerOf(one);
    const weak = await one.run("workflow_dispatch", "", {
      ...refreshing,
      permissions: { contents: "read" },
      env,
    });
    expect(weak.exitCode).toBe(2);
    expect(weak.annotations.at(-1)).toMatchObject({
      level: "error",
      message: expect.stringContaining("permissions: contents: write"),
    });
    // What was judged was told all the same.
    expect(weak.outputs.verdict).toBe(issued.outputs.verdict);
    expect(ledgerOf(one)).toBe(before);
    expect(`${issued.raw}${weak.raw}`.replaceAll(`::add-mask::${JOB_TOKEN}`, "")).not.toContain(JOB_TOKEN);

    await far.loopback.close();
    const told = await one.run("pull_request", "synchronize");
    expect(told.annotations.filter(({ level }) => level === "error")).toEqual([]);
    expect([told.outputs.verdict, told.exitCode]).toEqual(["pass", 0]);
    expect(JSON.parse(told.outputs.tickets ?? "")).toEqual([far.seed.open.id]);
    expect(far.problems).toEqual([]);
  });

  test("an older one tells nothing, be it in the head as a file or in the clone under its ref", async () => {
    const far = await startJiraServer();
    const keys = `audience: github.com/acme/shop, keys: [{ id: k1, spki: "${key.spki}" }]`;
    const env = { ...secrets, GOLDEN_THREAD_SIGNING_KEY: key.pem };
    const maker = await scene(`{ ${keys} }`, { tracker: far });
    const issue = async () => {
      await maker.run("schedule", "", { ...refreshing, env });
      return `${ledgerOf(maker)}\n`;
    };
    const older = await issue();
    far.move(far.seed.open.id, far.seed.targets.done ?? "");
    const newer = await issue();
    expect([older, newer].map((text) => text.includes(far.seed.open.id))).toEqual([true, true]);
    await far.loopback.close();

    // What an earlier step left in the clone under the ledger's name is not what the repository has under it.
    const byRef = await maker.run("pull_request", "synchronize", {
      prepare: (workspace) => plantLedger(workspace, older),
    });
    expect([byRef.outputs.verdict, byRef.exitCode]).toEqual(["fail", 1]);

    const path = "ledger.jsonl";
    const kept = (base: string, head: string) =>
      scene(`{ from: ${path}, ${keys} }`, { tracker: far, files: { [path]: base }, head: { [path]: head } });
    const [control, attack] = [await kept(older, older), await kept(newer, older)];
    const [believed, refused] = [await control.run("pull_request"), await attack.run("pull_request")];
    expect([believed.outputs.verdict, believed.exitCode]).toEqual(["pass", 0]);
    expect([refused.outputs.verdict, refused.exitCode]).toEqual(["fail", 1]);
  });

  test("no pull request's run may issue one, and none is issued without its key", async () => {
    const one = await scene(`{ keys: [{ id: k1, spki: "${key.spki}" }] }`);
    const [pull, keyless] = await Promise.all([
      one.run("pull_request_target", "opened", refreshing),
      one.run("schedule", "", { ...refreshing, clone: "none" }),
    ]);
    expect(pull.exitCode).toBe(2);
    expect(pull.annotations.map(({ message }) => message).join()).toContain("has no use for ledger: refresh");
    expect(keyless.exitCode).toBe(2);
    expect(keyless.annotations.at(-1)?.message).toContain("GOLDEN_THREAD_SIGNING_KEY is not set");
    expect(one.bare.run(["rev-parse", "--verify", "--quiet", REF]).code).not.toBe(0);
  });

  test("a job signs as itself, without a key and without a clone", async () => {
    const { origin } = sigstore.loopback;
    const one = await scene(
      `{ identities: [{ issuer: "${ISSUER}", subject: "${WORKFLOW}" }], sigstore: { fulcio: ${origin}, rekor: ${origin}, tsa: ${origin} } }`,
      { files: { "golden-thread.sigstore.json": sigstore.root() } },
    );
    const issued = await one.run("schedule", "", {
      ...{ inputs: { ledger: "refresh-keyless" }, permissions: refreshing.permissions },
      ...{ clone: "none", env: { ...secrets, ...sigstore.job } },
    });
    expect(issued.log.join("\n")).toContain(`signed by ${WORKFLOW}`);
    expect(issued.raw).not.toContain(sigstore.token());
    const told = await one.run("pull_request");
    expect([told.outputs.verdict, told.exitCode]).toEqual(["pass", 0]);
  });
});
