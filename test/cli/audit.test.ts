import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { golden } from "./world.ts";

const repository = backlogRepository();
repository.commit("Work without a name", { "a.txt": "one\n" });
const here = { cwd: repository.root, env: repository.env };
const AS_OF = ["--as-of", "2024-01-01"];

test("shards that are merged write the files of one run", async () => {
  const out = temporaryFolder();
  const of = (name: string) => join(out, name);
  const whole = await golden(["audit", ...AS_OF, "--out", of("whole"), "--format", "json"], here);
  expect(whole.code).toBe(1);
  for (const number of [1, 2]) {
    const cut = ["audit", ...AS_OF, "--shard", `${number}/2`, "--out", of(`${number}`)];
    expect((await golden(cut, here)).code).toBe(0);
  }
  const merging = ["audit", "merge", of("2"), of("1"), "--out", of("merged"), "--format", "json"];
  expect((await golden(merging, here)).code).toBe(1);
  for (const name of ["SHA256SUMS", "report.json"])
    expect(readFileSync(join(of("merged"), name), "utf8")).toBe(
      readFileSync(join(of("whole"), name), "utf8"),
    );
  const missing = await golden(["audit", "merge", of("2"), "--out", of("none")], here);
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("A shard is missing.") });
  expect(existsSync(of("none"))).toBe(false);
  const news = ["audit", ...AS_OF, "--shard", "1/2", "--out", of("none"), "--since", "last"];
  expect(await golden(news, here)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("not of a shard"),
  });
});

test("a guard that stands fails for what is new, and not for what is old", async () => {
  const guard = ["audit", "--since", "last", "--fail-on-new", ...AS_OF];
  expect((await golden(guard, here)).code).toBe(1);
  expect(await golden(guard, here)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("new gaps 0, new commits that do not pass 0"),
  });
  repository.commit("More work without a name", { "b.txt": "one\n" });
  expect((await golden(guard, here)).code).toBe(1);
});

test("an organisation is the sum of its repositories, and one that can't be read is told", async () => {
  const folder = temporaryFolder();
  const other = backlogRepository();
  mkdirSync(join(folder, "empty"));
  const manifest = join(folder, "organisation.yml");
  const list = [
    ["one", repository.root],
    ["other", other.root],
    ["gone", join(folder, "empty")],
  ].map(([name, path]) => `  - { name: ${name}, path: ${JSON.stringify(path)} }\n`);
  writeFileSync(manifest, `repositories:\n${list.join("")}`);
  const out = join(folder, "out");
  const ran = await golden(["audit", "--manifest", manifest, ...AS_OF, "--out", out], here);
  expect(ran).toMatchObject({ code: 1, stderr: "" });
  expect(ran.stdout).toContain("3 repositories: 1 failed, 1 not audited, 1 passed.");
  const page = readFileSync(join(out, "organisation.html"), "utf8");
  const linked = [...page.matchAll(/href="(\w+\/report\.html)"/g)].map(([, path]) => path ?? "");
  expect(linked).toEqual(["one/report.html", "other/report.html"]);
  expect(linked.filter((path) => !existsSync(join(out, path)))).toEqual([]);
  const told = JSON.parse(readFileSync(join(out, "organisation.json"), "utf8"));
  const commits = [repository, other].map(({ git }) => Number(git("rev-list", "--count", "HEAD")));
  expect(told.repositories).toEqual({ total: 3, audited: 2 });
  expect(told.totals.commits.total).toBe(commits.reduce((sum, count) => sum + count, 0));
  expect(told.rows[2]).toMatchObject({ name: "gone", state: "unavailable" });
  expect(existsSync(join(out, "other", "report.json"))).toBe(true);
});

test("an organisation's report blames the disk for words, overwrites a repository's folder, or counts work twice", async () => {
  const folder = temporaryFolder();
  symlinkSync(repository.root, join(folder, "again"));
  const out = join(folder, "out");
  const asked = async (entries: Readonly<Record<string, string>>, ...more: string[]) => {
    const repositories = Object.entries(entries).map(([name, path]) => ({ name, path }));
    writeFileSync(join(folder, "organisation.yml"), JSON.stringify({ repositories }));
    return golden(
      ["audit", "--manifest", join(folder, "organisation.yml"), ...AS_OF, "--out", out, ...more],
      here,
    );
  };
  for (const [found, ran] of [
    ["nonsense", await asked({ one: repository.root }, "--format", "nonsense")],
    ["the name Organisation.json", await asked({ "Organisation.json": repository.root })],
    ["one and two in one folder", await asked({ one: repository.root, two: "again" })],
  ] as const) {
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(found) });
    expect(existsSync(out)).toBe(false);
  }
  expect((await asked({ gone: "nowhere" })).code).toBe(3);
  expect(existsSync(join(out, "organisation.html"))).toBe(true);
  writeFileSync(join(folder, "file"), "");
  expect(await asked({ gone: "nowhere" }, "--out", join(folder, "file", "out"))).toMatchObject({
    code: 4,
    stderr: expect.stringContaining("golden-thread audit --manifest FILE --out ANOTHER"),
  });
});

test("a minimum fails an audit that is one of nothing else, and is not known of what nobody looked at", async () => {
  const whole = backlogRepository();
  const there = { cwd: whole.root, env: whole.env };
  const asked = async (...more: string[]) => golden(["audit", ...AS_OF, ...more], there);
  const before = (await asked()).code;
  const more = await asked("--min", "commits=1", "--with", "blame", "--format", "json");
  expect(more.code).toBe(before);
  const states = JSON.parse(more.stdout).parts.map(({ part, state }: Record<string, string>) => [
    part,
    state,
  ]);
  // What is asked for beside the usual takes nothing of it away.
  expect(Object.fromEntries(states)).toMatchObject({ paths: "done", lines: "done", blame: "done" });
  expect(await asked("--min", "tickets=100")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Minimum of tickets missed"),
  });
  const manifest = join(temporaryFolder(), "one.yml");
  writeFileSync(manifest, `repositories: [{ name: one, path: ${JSON.stringify(whole.root)} }]`);
  const all = ["--manifest", manifest, "--out", join(manifest, "..", "out"), "--format", "json"];
  expect(await asked(...all, "--min", "tickets=100")).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /FAILED Minimum of tickets missed: .*All together: Minimum of tickets missed/s,
    ),
  });
  for (const never of [["--ref", "main"], ["--shard", "1/2"], ["--since", "last"], ["--fail-on-new"]])
    expect(await asked(...all, ...never)).toMatchObject({
      code: 2,
      // Asked for JSON, it answers in JSON.
      stdout: expect.stringContaining(
        `${never.join(" ").replace(/ (?:1\/2|main)$/, "")} is asked of one repository`,
      ),
    });
  expect(await asked("--min", "changed-lines=1", "--without", "lines")).toMatchObject({
    code: before === 1 ? 1 : 3,
    stderr: expect.stringContaining("Minimum of changed-lines not known"),
  });
  expect((await asked("--without", "messages")).code).toBe(2);
  expect((await asked("--min", "commits=much")).code).toBe(2);
});
