import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";
import Ajv from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import type { Tracker } from "../../src/core/tracker.ts";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { connect } from "../servers/connect.ts";
import { startGithubServer } from "../servers/github/start.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "./scene.ts";

const open: { readonly server: TrackerServer; readonly scene: Scene }[] = [];
afterAll(async () => {
  for (const { server, scene } of open) {
    scene.close();
    await server.loopback.close();
  }
});

const TICKET = "acme/shop#42";
const CLI = join(resolve(import.meta.dirname, "../.."), "dist/cli.js");
const LAST = "The last line, which decides.";
const LONG = [
  ...Array.from({ length: 40 }, (_, at) => `Line ${at + 1}`),
  "\u001b[2J ::error::Gone",
  LAST,
].join("\n");

const schema = jsonSchema();
const isReport = new Ajv.default({ allowUnionTypes: true }).compile(
  typeof schema === "object" && schema !== null ? schema : false,
);

interface Reviewing {
  readonly scene: Scene;
  readonly tracker: Tracker;
  approve(...options: readonly string[]): ReturnType<Scene["golden"]>;
  /** How many comments there are. */
  count(): number;
}

async function reviewing(): Promise<Reviewing> {
  const server = await startGithubServer();
  const scene = await stage(server, { policy: "authorise: { approval: { approvers: [octo-dev] } }\n" });
  open.push({ server, scene });
  const tracker = await connect(server);
  await tracker.edit(TICKET, { description: LONG });
  return {
    scene,
    tracker,
    approve: (...options) => scene.golden("ticket", "approve", TICKET, ...options),
    count: () => server.comments(TICKET).length,
  };
}

const TIME = 60_000;

describe("somebody approves what nobody has read", () => {
  test("a dry run hides the end of the text, or lets it write to the terminal", {
    timeout: TIME,
  }, async () => {
    const { approve } = await reviewing();
    const { code, stdout } = await approve("--dry-run");
    expect([code, stdout]).toEqual([0, expect.stringContaining(LAST)]);
    expect(stdout).toContain("[2J : :error");
    expect(stdout).not.toContain("\u001b");
  });

  test("without a terminal the text of the moment is approved, whatever it is", {
    timeout: TIME,
  }, async () => {
    const { approve, count } = await reviewing();
    const before = count();
    for (const options of [[], ["--json"], ["--yes", "--dry-run"], ["--expect", "abc"]]) {
      const { code, stderr, stdout } = await approve(...options);
      expect([code, `${stderr}${stdout}`], options.join(" ")).toEqual([
        2,
        expect.stringContaining("--dry-run"),
      ]);
    }
    expect(count()).toBe(before);
  });

  test("the text changes between reading and approving", { timeout: TIME }, async () => {
    const { approve, count, tracker } = await reviewing();
    const before = count();
    const shown = JSON.parse((await approve("--dry-run", "--json")).stdout);
    expect(isReport(shown), JSON.stringify(isReport.errors)).toBe(true);
    expect([shown.outcome, shown.counts, shown.ticket.description]).toEqual([
      "shown",
      false,
      expect.stringContaining(LAST),
    ]);

    await tracker.edit(TICKET, { description: LONG.replace("which decides", "which pays") });
    const other = await approve("--expect", shown.digest);
    expect([other.code, other.stdout]).toEqual([
      1,
      expect.stringContaining("another description was expected"),
    ]);
    const told = JSON.parse((await approve("--expect", shown.digest, "--json")).stdout);
    expect(isReport(told), JSON.stringify(isReport.errors)).toBe(true);
    expect([told.outcome, told.changed, told.counts]).toEqual(["other", ["description"], false]);
    expect(count()).toBe(before);

    const [, again = ""] = /approve .* --expect (\S+)/.exec(other.stdout) ?? [];
    const given = JSON.parse((await approve("--expect", again, "--json")).stdout);
    expect(isReport(given), JSON.stringify(isReport.errors)).toBe(true);
    expect([given.outcome, given.changed, given.counts]).toEqual(["approved", [], true]);
    expect(count()).toBe(before + 1);
  });
});

/** What a person at a terminal sees who answers the question by one key. Of util-linux, which lends a terminal. */
async function atTerminal({ root, env }: Scene, key: string): Promise<{ code: number | null; seen: string }> {
  const command = `'${process.execPath}' '${CLI}' ticket approve '${TICKET}'`;
  const child = spawn("script", ["-qec", `stty cols 100 rows 40; ${command}`, "/dev/null"], {
    cwd: root,
    env: { ...env, TERM: "xterm" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let seen = "";
  let isAnswered = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    seen += text;
    if (isAnswered || !seen.includes("Approve this text?")) return;
    isAnswered = true;
    child.stdin.write(key);
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, seen };
}

test.skipIf(process.platform !== "linux")(
  "at a terminal a text is approved before it was shown, or in spite of a no",
  { timeout: TIME },
  async () => {
    const { scene, count } = await reviewing();
    const before = count();
    const no = await atTerminal(scene, "n");
    expect([no.code, no.seen]).toEqual([2, expect.stringContaining("Nothing was posted")]);
    expect(count()).toBe(before);
    const yes = await atTerminal(scene, "y");
    expect([yes.code, yes.seen]).toEqual([0, expect.stringContaining("Approved by")]);
    expect(yes.seen.split(LAST)).toHaveLength(2);
    expect(yes.seen.indexOf(LAST)).toBeLessThan(yes.seen.indexOf("Approve this text?"));
    expect(count()).toBe(before + 1);
  },
);
