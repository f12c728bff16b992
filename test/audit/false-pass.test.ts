import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encodePartial } from "../../src/audit/file.ts";
import { look } from "../../src/audit/look.ts";
import { mergeShards } from "../../src/audit/merge.ts";
import { noteAudit } from "../../src/audit/novel.ts";
import { memberRow, organisationOf } from "../../src/audit/organisation.ts";
import { decodePartial } from "../../src/audit/read-file.ts";
import type { Audit, PartState } from "../../src/core/audit.ts";
import { renderer as badge } from "../../src/reports/badge.ts";
import { ruleMetas } from "../../src/rules/index.ts";
import { measured, minimumOf } from "../../src/trace/measures.ts";
import { type TemporaryRepository, temporaryFolder } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { AS_OF, audited, EVERYTHING } from "./seeded.ts";

/** The ids of the audited commits. */
function idsOf({ report: { commits } }: Audit): readonly (string | undefined)[] {
  return Array.from({ length: commits?.count ?? 0 }, (_, index) => commits?.id(index));
}

describe("a commit that is not counted, since it says that it is old", () => {
  /** On the line of first parents and on a branch that was merged late, both made long before by what they say. */
  function backdated(): { readonly repository: TemporaryRepository; readonly wanted: readonly string[] } {
    const repository = backlogRepository();
    const { git } = repository;
    const at = (date: string) => ({ env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
    const old = at("2001-01-01T00:00:00Z");
    git("checkout", "--quiet", "-b", "side");
    repository.write("side.txt", "1\n");
    git("add", ".");
    repository.run(["commit", "--quiet", "-m", "Beside"], old);
    const side = git("rev-parse", "HEAD");
    git("checkout", "--quiet", "main");
    const now = at("2024-06-01T00:00:00Z");
    repository.run(["merge", "--quiet", "--no-ff", "-m", "Merge branch 'side'", "side"], now);
    const merge = git("rev-parse", "HEAD");
    repository.write("smuggled.txt", "1\n");
    git("add", ".");
    repository.run(["commit", "--quiet", "-m", "Smuggle"], old);
    return { repository, wanted: [git("rev-parse", "HEAD"), merge, side].sort() };
  }

  test("everything that came to the branch from a day on counts", async () => {
    const { repository, wanted } = backdated();
    const request = { since: "2024-03-01T00:00:00Z", asOf: "2024-07-01T00:00:00Z", ref: "HEAD" };
    const audit = await audited(repository, request);
    expect([...idsOf(audit)].sort()).toEqual(wanted);
    expect(audit.report.verdict).toBe("fail");
    expect(await audited(repository, { ...request, since: "2025-01-01T00:00:00Z" })).toMatchObject({
      history: { count: 0 },
    });
  });
});

describe("lines that an attribute hides", () => {
  test("a change that brings the attribute is counted, in a work tree and without one", async () => {
    const repository = backlogRepository();
    const id = repository.commit("Smuggle", { "evil.js": "1\n2\n", ".gitattributes": "*.js -diff\n" });
    const bare = join(temporaryFolder(), "bare.git");
    repository.git("clone", "--quiet", "--bare", repository.root, bare);
    // Settings of this clone do no more, and what is counted under them is kept.
    repository.git("config", "core.bigFileThreshold", "1");
    repository.write(".git/info/attributes", "* -diff\n");
    for (const root of [repository.root, bare]) {
      const request = { parts: new Set(["messages", "lines", "tree", "blame"] as const) };
      const audit = await audited({ root, env: repository.env }, request);
      expect(audit.history.lines(idsOf(audit).indexOf(id))).toEqual({ added: 3, deleted: 0 });
      const { files } = audit;
      const paths = Array.from({ length: files?.count ?? 0 }, (_, index) => files?.path(index));
      expect(files?.live(paths.indexOf("evil.js"))).toMatchObject({ unreferenced: 2 });
    }
  });

  test("nor does it exempt a file, whoever it says has written it", async () => {
    const repository = backlogRepository();
    repository.commit("Smuggle", {
      "evil.js": "1\n",
      ".gitattributes": "* linguist-vendored linguist-generated\n",
    });
    const { coverage, files } = await audited(repository);
    expect(coverage.files?.total).toBe(files?.count);
    expect(coverage.files?.covered).toBeLessThan(coverage.files?.total ?? 0);
  });

  test("reading attributes runs no hook", async () => {
    const repository = backlogRepository();
    repository.commit("Attributes (TASK-1)", { ".gitattributes": "*.js -diff\n" });
    const ran = join(repository.root, ".git", "ran");
    repository.hook("post-index-change", `#!/bin/sh\ntouch '${ran}'\n`);
    const { files } = await audited(repository, { parts: new Set(["messages", "tree"]) });
    expect(files?.count).toBeGreaterThan(0);
    expect(existsSync(ran)).toBe(false);
  });
});

describe("a number that flatters what nobody looked at", () => {
  /** Everything was looked at; and what a shallow clone leaves of that. */
  async function looked(): Promise<Readonly<Record<"whole" | "shallow", Audit>>> {
    const audit = await audited(backlogRepository());
    const whole = { ...audit, parts: audit.parts.map((part) => ({ ...part, state: "done" as const })) };
    const parts = whole.parts.map(
      (part): PartState => (part.part === "messages" ? { ...part, state: "partial" } : part),
    );
    return { whole, shallow: { ...whole, parts } };
  }

  const once = looked();

  test("neither badge says a percentage of a part", async () => {
    const { whole, shallow } = await once;
    const options = { metas: ruleMetas(), color: false, columns: 100, repair: null, subject: () => null };
    const told = (audit: Audit) => [...badge(options)(audit).body].join("");
    expect(told(whole)).toContain("tickets: 100 %");
    expect(told(shallow)).toContain("tickets: unknown");
    expect([measured("commits", whole)?.percent, measured("commits", shallow)]).toEqual([100, null]);
  });

  test("a tracker that did not answer leaves a minimum of tickets open", async () => {
    const { whole } = await once;
    expect(minimumOf("tickets", 50, whole).met).toBe(true);
    const tickets = whole.tickets.map((ticket) => ({ ...ticket, status: "unavailable" as const }));
    expect(minimumOf("tickets", 50, { ...whole, tickets }).met).toBeNull();
    expect(minimumOf("commits", 100, { ...whole, tickets }).met).toBe(true);
  });

  test.each([
    [951, 1000, 95.1, true],
    [641, 1000, 64.1, true],
    [999_999, 1_000_000, 99.999, true],
    [99_999, 100_000, 100, false],
    [33_333, 100_000, 33.334, false],
  ])("%d of %d against %d %%: %s", async (covered, total, wanted, met) => {
    const { whole } = await once;
    const ratio = { covered, total, percent: 0 };
    const { coverage } = whole;
    const audit = { ...whole, coverage: { ...coverage, commits: { ...coverage.commits, ratio } } };
    expect(minimumOf("commits", wanted, audit).met).toBe(met);
  });
});

describe("a debt that a sum forgets", () => {
  test("a repository with an overdue waiver fails its organisation", async () => {
    const repository = backlogRepository();
    repository.write(
      "golden-thread.yml",
      "version: 1\npreset: observe\nremotes: { tasks: { kind: markdown } }\nwaivers: { file: waivers.yml, approvers: [ada] }\n",
    );
    const id = repository.commit("Nameless", { "a.txt": "1\n" });
    const good = await audited(repository);
    expect(good.report.verdict).toBe("pass");
    // What its own report only warns of is no clean pass in the sum.
    expect(organisationOf(AS_OF, [memberRow("good", good)])).toMatchObject({
      statement: "WARNED",
      rows: [{ verdict: "pass", statement: "WARNED" }],
    });
    const dates = "created: 2020-01-01\n  expires: 2020-01-05";
    repository.write(
      "waivers.yml",
      `- id: W-1\n  rules: [reference-required]\n  for: { commits: ["${id}"] }\n  reason: Because\n  approver: ada\n  ${dates}\n`,
    );
    const late = await audited(repository);
    expect(late.gaps.map(({ code }) => code)).toContain("waiver-overdue");
    // Every door has it from here: the Action's step, evidence, badge and page too.
    expect(late.report.verdict).toBe("fail");
    const rows = [memberRow("good", good), memberRow("late", late)];
    expect(organisationOf(AS_OF, rows).verdict).toBe("fail");
  });

  test("a commit that nobody could judge, and that fails now, is new", async () => {
    const repository = backlogRepository();
    repository.commit("Nameless", { "a.txt": "1\n" });
    const now = await audited(repository);
    const keys = now.report.keys.map((key) => ({ ...key, verdict: "undecided" as const }));
    const folder = temporaryFolder();
    noteAudit(folder, { ...now, report: { ...now.report, keys } });
    expect(noteAudit(folder, now).failing).toHaveLength(1);
    expect(noteAudit(folder, now).failing).toHaveLength(0);
  });
});

describe("a shard that says less than it saw", () => {
  test("commits that were taken out, doubled or lent are noticed", async () => {
    const repository = backlogRepository();
    for (const number of [1, 2, 3, 4, 5, 6])
      repository.commit(`Nameless ${number}`, { "a.txt": `${number}\n` });
    const world = { cwd: repository.root, env: repository.env, now: () => new Date(AS_OF) };
    const cut = async (number: number) => {
      const partial = await look(world, { ...EVERYTHING, shard: { number, of: 2 } });
      return { name: `${number}`, partial: decodePartial(Buffer.concat(encodePartial(partial)), "x") };
    };
    const [one, two] = [await cut(1), await cut(2)];
    expect(mergeShards([one, two]).history.count).toBe(7);
    const { rows } = two.partial;
    const less = { ...two, partial: { ...two.partial, rows: { ...rows, count: rows.count - 1 } } };
    expect(() => mergeShards([one, less])).toThrow("The shards do not tell of all commits.");
    const lent = { ...two, partial: { ...two.partial, rows: one.partial.rows } };
    expect(() => mergeShards([one, lent])).toThrow("A shard tells of commits that are not its own.");
  });
});
