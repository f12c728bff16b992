import { symlinkSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPullRequest } from "../../src/check-pr/open.ts";
import { checkPullRequest } from "../../src/check-pr.ts";
import type { JudgedFinding } from "../../src/core/finding.ts";
import type { ForgeHome } from "../../src/core/forge.ts";
import type { GateOptions } from "../../src/gate.ts";
import { type Files, openSite, type Site } from "../action/site.ts";
import { BOT, OCTO } from "../servers/github/seed.ts";

const TOKEN = "ghs_headheadheadheadheadheadheadhead0007";
const ORG = "version: 1\nlocked: [rules.ticket-exists]\nrules: { ticket-exists: enforce }\n";
const LAW = "version: 1\nextends: ./policies/org.yml\nwaivers: { approvers: [ada], file: excused.yml }\n";
const SLIP = "version: 1\nrules:\n  tiket-exists: enforce\n";

const sites: Site[] = [];
afterAll(async () => {
  for (const { server } of sites) {
    await server.loopback.close();
    expect(server.problems).toEqual([]);
  }
});

async function siteWith(files: Files): Promise<Site> {
  const site = await openSite("cloud", files);
  sites.push(site);
  const permissions = { contents: "read", pull_requests: "read", issues: "read" } as const;
  site.store.tokens.set(TOKEN, { user: BOT, rights: "app", permissions });
  return site;
}

let branches = 0;

/** Judges a pull request that changes these files of main, in the clone of whoever wrote them. */
async function judge(
  site: Site,
  files: Files,
  { from = "main", link, ...options }: { from?: string; link?: string } & Partial<GateOptions> = {},
) {
  const { author, store } = site;
  const branch = `topic-${++branches}`;
  author.git("switch", "--quiet", "--create", branch, from);
  if (link !== undefined) {
    symlinkSync("README.md", author.path(link));
    author.git("add", link);
  }
  site.commit("Change the law (#42)", files);
  const number = site.open({ branch, title: "Change the law (#42)", body: "", author: OCTO });
  const home: ForgeHome = {
    kind: "github",
    repository: "acme/shop",
    api: store.base(),
    site: store.origin(),
  };
  const env = { ...process.env, ...author.env, GITHUB_API_URL: home.api, GITHUB_TOKEN: TOKEN };
  const world = { cwd: author.root, env, now: () => new Date("2026-11-22T12:00:00Z") };
  const name = { number, base: null, head: null, event: null };
  const opened = await openPullRequest(world, { place: "ci", home, ...options }, name);
  const report = await checkPullRequest(opened);
  const told = report.findings.filter(({ rule }) => rule === "policy-wellformed");
  return { verdict: report.verdict, notices: report.notices.join("\n"), preset: report.preset, told };
}

function places(told: readonly JudgedFinding[]): readonly string[] {
  return told.map(({ code, about }) => `${code} ${about.path}:${about.line}`);
}

describe("a pull request leaves a law that judges nobody", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({ "README.md": "# Shop\n", "golden-thread.yml": LAW, "policies/org.yml": ORG });
  });

  test.each<[string, Files, readonly string[]]>([
    [
      "a slip in the policy",
      { "golden-thread.yml": `${LAW}rules:\n  tiket-exists: warn\n` },
      ["unusable golden-thread.yml:5"],
    ],
    ["a slip in what it extends", { "policies/org.yml": SLIP }, ["unusable policies/org.yml:3"]],
    ["what it extends is gone", { "policies/org.yml": null }, ["unusable golden-thread.yml:2"]],
    [
      "what it extends has locked what it loosens",
      { "golden-thread.yml": `${LAW}rules:\n  ticket-exists: warn\n` },
      ["unusable golden-thread.yml:5"],
    ],
    [
      "a second policy beside it",
      { "golden-thread.json": "{}" },
      ["unusable golden-thread.json:1", "unusable golden-thread.yml:1"],
    ],
    [
      "waivers that can't be read",
      { "excused.yml": "- id: W-1\n  rules: nobody\n" },
      ["unusable excused.yml:1", "unusable excused.yml:2"],
    ],
    [
      "a baseline that is nowhere",
      { "golden-thread.yml": `${LAW}baseline:\n  commit: ${"ab".repeat(20)}\n` },
      ["unusable golden-thread.yml:5"],
    ],
  ])("%s", async (_, files, wanted) => {
    const { verdict, told } = await judge(site, files);
    expect([...new Set(places(told))]).toEqual(wanted);
    expect([verdict, told.every(({ blocking }) => blocking)]).toEqual(["fail", true]);
  });

  test("a link in its place", async () => {
    const { verdict, told } = await judge(site, {}, { link: ".golden-thread.yml" });
    expect([verdict, places(told)]).toMatchObject([
      "fail",
      ["unusable .golden-thread.yml:1", expect.anything()],
    ]);
  });

  test("and whoever does not is held up", async () => {
    const good = await judge(site, { "golden-thread.yml": `${LAW}rules: { change-size: warn }\n` });
    expect([good.verdict, good.told.map(({ code }) => code)]).toEqual(["pass", ["wellformed"]]);
    const removed = await judge(site, { "golden-thread.yml": null, "policies/org.yml": null });
    expect([removed.verdict, removed.told.map(({ code }) => code)]).toEqual(["pass", ["removed"]]);
    const none = await judge(site, { "src/a.js": "a" });
    expect([none.verdict, none.told.map(({ code }) => code)]).toEqual(["pass", ["unchanged"]]);
  });
});

describe("a base that judges nobody", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({ "golden-thread.yml": "preset: strict\nrules:\n  tiket-exists: enforce\n" });
  });

  test("can't be mended by anybody", async () => {
    const { verdict, notices, preset, told } = await judge(site, { "golden-thread.yml": "preset: strict\n" });
    expect([verdict, preset, told.map(({ code }) => code)]).toEqual(["pass", "standard", ["wellformed"]]);
    expect(notices).toContain("built-in-law: golden-thread.yml:3: rules.tiket-exists: unknown rule");
  });

  test("is mended by what is broken as well", async () => {
    const { verdict, told } = await judge(site, { "golden-thread.yml": SLIP });
    expect([verdict, places(told)]).toEqual(["fail", ["unusable golden-thread.yml:3"]]);
  });

  test.each<[string, Files, Partial<GateOptions>]>([
    ["another file beside the policy", { "golden-thread.yml": "preset: strict\n", "src/a.js": "a" }, {}],
    ["another file alone", { "src/a.js": "a" }, {}],
    ["nothing", {}, {}],
  ])("lets %s pass by a law of nobody's making", async (_, files, options) => {
    await expect(judge(site, files, options)).rejects.toMatchObject({ code: "policy" });
  });

  test("and a wish of the job's is taken for one", async () => {
    const strict = await siteWith({ "golden-thread.yml": "preset: strict\n" });
    const overrides = { label: "action input", preset: "standard" } as const;
    const judging = judge(strict, { "golden-thread.yml": "preset: observe\n" }, { overrides });
    await expect(judging).rejects.toMatchObject({ code: "policy", problems: [{ file: "action input" }] });
  });
});
