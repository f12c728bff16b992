import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { AuditContext } from "../../src/attest/context.ts";
import { auditFiles, writeAudit } from "../../src/audit-folder.ts";
import type { Report } from "../../src/core/report.ts";
import { temporaryFolder } from "../git/repo.ts";
import { backlogRepository, judge } from "../history/judged.ts";
import { messageReport, options } from "../reports/reports.ts";
import { verified } from "./verified.ts";

const repository = backlogRepository();
const commitId = (revision: string) => repository.git("rev-parse", revision).trim();
const base = commitId("HEAD");
const folder = join(temporaryFolder(), "audit");
const context: AuditContext = {
  repository: "https://github.com/acme/shop",
  ...{ targetRef: "refs/heads/main", event: "push", phase: "post-merge" },
  ...{ invocation: null, attempt: 1, base },
};

/** As the Action's input has it. */
const FORMATS = ["json", "html", "csv", "intoto"];

async function write(report: Report, where: Partial<AuditContext> = {}, into = folder) {
  const input = { formats: FORMATS, options, context: { ...context, ...where } };
  return writeAudit(into, auditFiles(report, input));
}

let report: Report;
beforeAll(async () => {
  repository.commit("Work on it (TASK-1)", { "a.txt": "1" });
  repository.commit("Go on (TASK-2)", { "a.txt": "2" });
  repository.commit("Rogue", { "a.txt": "3" });
  report = await judge(repository, { range: `${base}..HEAD` });
  await write(report, { head: commitId("HEAD") });
});

const IN_ORDER = ["report.json", "report.html", "commits.csv", "evidence.intoto.jsonl", "VERIFY.md"];

describe("an audit's folder can be verified by whoever has a shell", () => {
  test("every command of its page says yes of what was judged", () => {
    const [files, population, same, bound, ...others] = verified(folder, repository);
    expect(files).toEqual({ status: 0, output: IN_ORDER.map((name) => `${name}: OK\n`).join("") });
    expect(population).toEqual({ status: 0, output: "" });
    expect(same).toEqual({ status: 0, output: "" });
    expect(bound).toEqual({ status: 0, output: "bound\n" });
    expect(others).toEqual([]);
  });

  test("a commit that nobody judged stays unseen", async () => {
    const late = repository.commit("Late", { "a.txt": "4" });
    const into = join(temporaryFolder(), "late");
    await write(report, { head: late }, into);
    expect(verified(into, repository)[1]).toEqual({ status: 0, output: `${late}\n` });
  });

  test("a changed file, a commit taken out of the evidence, or another predicate passes for true", async () => {
    const into = join(temporaryFolder(), "forged");
    await write(report, { head: commitId("HEAD~1") }, into);
    const evidence = join(into, "evidence.intoto.jsonl");
    const text = readFileSync(evidence, "utf8");
    const id = report.commits?.id(0) ?? "";
    const subject = `{"annotations":{"sourceRefs":["refs/heads/main"]},"digest":{"gitCommit":"${id}","sha1":"${id}"},"uri":"git+https://github.com/acme/shop@${id}"},`;
    expect(text).toContain(subject);
    writeFileSync(evidence, text.replace(subject, "").replace('"FAILED"', '"PASSED"'));
    const [files, , same, bound] = verified(into, repository);
    expect(files?.status).toBe(1);
    expect(files?.output).toContain("evidence.intoto.jsonl: FAILED");
    expect(same?.output).toBe(`${id}\n`);
    expect(bound?.output).toBe("NOT BOUND\n");
  });

  test("a whole history, and a baseline that some of it lies before", async () => {
    const into = join(temporaryFolder(), "whole");
    const whole = await judge(repository, { range: "HEAD" });
    await write(whole, { base: null, head: commitId("HEAD") }, into);
    expect(verified(into, repository)[1]?.output).toBe("");
    const behind = { ...whole, counts: { ...whole.counts, beforeBaseline: 2 } };
    await write(behind, { base: null, head: commitId("HEAD") }, into);
    const page = readFileSync(join(into, "VERIFY.md"), "utf8");
    expect(page).toContain("the 2 commits before the policy's baseline");
  });
});

describe("what is written is what was asked for", () => {
  test("the files, and the list of their digests last", async () => {
    const paths = await write(report);
    expect(paths.map((path) => basename(path))).toEqual([...IN_ORDER, "SHA256SUMS"]);
    expect(readdirSync(folder).sort()).toEqual([...IN_ORDER, "SHA256SUMS"].sort());
    const parsed = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(parsed.tickets.map(({ at }: { at: string }) => at)).toEqual(["tasks:TASK-1", "tasks:TASK-2"]);
  });

  test("a format that there is not is left out without a word", async () => {
    const input = { formats: ["json", "intotoo"], options, context };
    await expect(writeAudit(temporaryFolder(), auditFiles(report, input))).rejects.toMatchObject({
      ...{ code: "usage", found: "intotoo", wanted: "intoto" },
    });
  });

  test("a file goes where a link leads that somebody put in its place", async () => {
    const into = join(temporaryFolder(), "linked");
    const victim = join(temporaryFolder(), "victim");
    writeFileSync(victim, "mine");
    mkdirSync(into);
    symlinkSync(victim, join(into, "report.json"));
    await write(report, {}, into);
    expect(readFileSync(victim, "utf8")).toBe("mine");
  });

  test("a folder that can't be made is a fault with its place", async () => {
    const file = join(temporaryFolder(), "file");
    appendFileSync(file, "");
    await expect(write(report, {}, join(file, "audit"))).rejects.toMatchObject({ code: "storage" });
  });

  test("a hostile name of a range becomes Markdown, or a command", async () => {
    const into = join(temporaryFolder(), "hostile");
    const label = "`$(touch pwned)`\n```sh\ntouch pwned\n```\n<img src=x>";
    const subject = { ...report.subject, label };
    await write(
      { ...report, subject },
      { head: base, event: "`x`\n# y", invocation: "https://x/\n```sh\nfalse\n```" },
      into,
    );
    expect(verified(into, repository)).toHaveLength(4);
    expect(readdirSync(into)).not.toContain("pwned");
    expect(readFileSync(join(into, "VERIFY.md"), "utf8")).not.toMatch(/(?<!\\)<img/);
  });

  test("a draft has no commits that could be attested", async () => {
    const into = join(temporaryFolder(), "draft");
    await write(messageReport(), {}, into);
    expect(readFileSync(join(into, "evidence.intoto.jsonl"), "utf8")).toBe("");
    const [files, bound] = verified(into, repository);
    expect(files?.status).toBe(0);
    expect(bound).toEqual({ status: 0, output: "" });
  });
});
