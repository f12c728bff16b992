import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Disclosure } from "../../src/core/disclosure.ts";
import { connect } from "../servers/connect.ts";
import { written } from "../servers/entry.ts";
import { startJiraServer } from "../servers/jira/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "../trackers/scene.ts";

/** What the tracker has of one ticket, a word for each field that stands nowhere else; days are words, too. */
const SECRETS = {
  title: "Zwiebelturm",
  url: "/browse/PROJ-7",
  type: '"Bug"',
  state: '"Done"',
  label: "Weihrauch",
  description: "Beichtstuhl",
  criterion: "Orgelpfeife",
  version: "2.4.0",
  person: "Mia",
  created: "2026-10-20",
  updated: "2026-11-01",
} as const;
const BY_NAME: readonly string[] = [SECRETS.title, SECRETS.url];
/** What an audit tells of a ticket, where it may. */
const OF_AUDITS = ["title", "url", "type", "state", "created"] as const;

let server: TrackerServer;
let scene: Scene;
/** The policy of a developer who shows everything. */
let policy: string;
beforeAll(async () => {
  server = await startJiraServer();
  scene = await stage(server);
  policy = readFileSync(join(scene.root, "golden-thread.yml"), "utf8");
  const { open, absent } = server.seed;
  const criteria = `## Acceptance criteria\n\n- [x] ${SECRETS.criterion}\n- [ ] ${SECRETS.criterion} again`;
  await (await connect(server)).edit(open.id, {
    title: SECRETS.title,
    description: `${SECRETS.description}\n\n${criteria}`,
    labels: [SECRETS.label],
  });
  server.move(open.id, "Done");
  await scene.git("add", ".");
  // The ticket is done, has an open criterion and is younger than its commit.
  for (const [index, id] of [open.id, server.seed.done, absent].entries()) {
    scene.env.GIT_COMMITTER_DATE = `2026-10-0${index + 1}T00:00:00Z`;
    await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do it (${written(server, id)})`);
  }
});
afterAll(async () => {
  scene.close();
  await server.loopback.close();
});

/** `golden-thread audit` as CI runs it; what it wrote, by file. */
async function audited(into: string, ...more: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ran = await scene.golden("audit", ...more, "--place", "ci", "--out", into);
  expect(ran.stderr).not.toContain("golden-thread:");
  const folder = join(scene.root, into);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** One run, and the same by two shards. */
async function allOf(disclosure: Disclosure) {
  scene.write("golden-thread.yml", policy.replace("disclose: full", `disclose: ${disclosure}`));
  const asOf = ["--as-of", "2026-11-22"];
  const of = (name: string) => `${disclosure}-${name}`;
  const whole = await audited(of("whole"), ...asOf);
  const shards = [
    await audited(of("1"), ...asOf, "--shard", "1/2"),
    await audited(of("2"), ...asOf, "--shard", "2/2"),
  ];
  const merged = await audited(of("merged"), "merge", join(scene.root, of("2")), join(scene.root, of("1")));
  return { whole, merged, partials: shards.flatMap((files) => [...files.values()]).join("\n") };
}

const toldIn = (text: string) => Object.values(SECRETS).filter((word) => text.includes(word));
const reportOf = (files: ReadonlyMap<string, string>) => JSON.parse(files.get("report.json") ?? "");
const gapsIn = (files: ReadonlyMap<string, string>) => {
  const { gaps }: { readonly gaps: readonly { readonly code: string }[] } = reportOf(files);
  return gaps.map(({ code }) => code);
};
/** Gaps that tell of a date, and of criteria. */
const TELLING = ["ticket-younger-than-commit", "done-with-open-criteria"];

describe("strangers read what a tracker tells its own people, in a report or in a shard", () => {
  test.each<[Disclosure, readonly string[]]>([
    ["id", []],
    ["title", BY_NAME],
  ])("under disclose: %s", async (disclosure, shown) => {
    const { whole, partials, merged } = await allOf(disclosure);
    for (const [name, text] of whole)
      expect([name, ...toldIn(text).filter((word) => !shown.includes(word))]).toEqual([name]);
    expect(toldIn([...whole.values()].join("\n"))).toEqual(shown);
    expect(toldIn(partials)).toEqual(shown);
    // Neither a gap nor a number says when a ticket was made, and what of it is open.
    expect(gapsIn(whole)).toContain("ticket-not-found");
    expect(gapsIn(whole).filter((code) => TELLING.includes(code))).toEqual([]);
    expect(reportOf(whole).coverage.criteria).toBeNull();
    expect(whole.get("report.txt")).toContain("What trackers tell of tickets is not all shown");
    expect(merged.get("SHA256SUMS")).toBe(whole.get("SHA256SUMS"));
  });

  test("or the words above are never told anyway, so that nothing was shown", async () => {
    const { whole, partials, merged } = await allOf("full");
    const wanted = expect.arrayContaining(OF_AUDITS.map((field) => SECRETS[field]));
    expect(toldIn([...whole.values()].join("\n"))).toEqual(wanted);
    expect(toldIn(partials)).toEqual(wanted);
    expect(gapsIn(whole)).toEqual(expect.arrayContaining(TELLING));
    expect(merged.get("SHA256SUMS")).toBe(whole.get("SHA256SUMS"));
  });
});
