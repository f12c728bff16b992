import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cloneNotices } from "../../src/audit/notices.ts";
import type { Audit, AuditPart } from "../../src/core/audit.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { workTree } from "../../src/git/tree.ts";
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { backlogRepository } from "../history/judged.ts";
import { audited, indexOf, seededRepository } from "./seeded.ts";

const FETCH = ["git", "fetch", "--refetch", "--no-filter"];
const EVERY_PART = new Set<AuditPart>(["messages", "paths", "lines", "tree", "blame", "tickets"]);

/** Two commits that change one file, on top of the policy and its tasks. */
function repositoryOfWork(): TemporaryRepository & { readonly ids: readonly string[] } {
  const repository = backlogRepository();
  const ids = ["one\n", "one\ntwo\n"].map((text, at) =>
    repository.commit(`Work ${at} (TASK-1)`, { "src/a.ts": `// TASK-1\n${text}`, [`b${at}.txt`]: text }),
  );
  return { ...repository, ids };
}

const NO_PATHS = `version: 1
remotes:
  tasks: { kind: markdown }
rules:
  paths-in-scope: off
  policy-change-authorised: off
  task-wellformed: off
  completed-task-has-commit: off
`;

const TWIN = { GIT_AUTHOR_DATE: "@1700000000 +0000", GIT_COMMITTER_DATE: "@1700009999 +0000" };

/** Takes one object out of the store. */
function lose({ root, git }: TemporaryRepository, name: string): void {
  const id = git("rev-parse", name);
  rmSync(join(root, ".git/objects", id.slice(0, 2), id.slice(2)));
}

function stateOf({ parts }: Audit, part: AuditPart) {
  return parts.find((one) => one.part === part);
}

describe("a store that lacks objects", () => {
  test("of contents only the lines are not known, and nothing else is lost", async () => {
    const repository = repositoryOfWork();
    const [first = "", second = ""] = repository.ids;
    lose(repository, `${first}:src/a.ts`);
    const audit = await audited(repository, { parts: EVERY_PART });
    const { history } = audit;
    expect(history.count).toBe(Number(repository.git("rev-list", "--count", "HEAD")));
    expect([first, second].map((id) => history.lines(indexOf(audit, id)))).toEqual([null, null]);
    expect(history.lines(history.count - 1)).not.toBeNull();
    expect([first, second].map((id) => history.standing(indexOf(audit, id)))).toEqual([
      "authorised",
      "authorised",
    ]);
    expect(stateOf(audit, "lines")).toMatchObject({
      state: "partial",
      why: `2 of ${history.count} commits can't be read in full: this clone lacks objects.`,
      fix: FETCH,
    });
    expect(stateOf(audit, "paths")).toMatchObject({ state: "done" });
    expect(stateOf(audit, "blame")).toMatchObject({ state: "partial", fix: FETCH });
    const file = audit.files;
    const at = Array.from({ length: file?.count ?? 0 }, (_, index) => file?.path(index)).indexOf("src/a.ts");
    expect(file?.through(at)).toHaveLength(1);
    expect(file?.live(at)).toBeNull();
  });

  test("of folders the paths are not known either, and the next run asks again", async () => {
    const repository = repositoryOfWork();
    const [first = "", second = ""] = repository.ids;
    // A law that looks at paths can't be kept without them.
    repository.write("golden-thread.yml", NO_PATHS);
    const tree = repository.git("rev-parse", `${first}:src`);
    const list = repository.git("ls-tree", tree);
    lose(repository, `${first}:src`);
    const audit = await audited(repository, { place: "hook" });
    expect(stateOf(audit, "paths")).toMatchObject({ state: "partial", fix: FETCH });
    expect(history(audit, [first, second])).toEqual([null, null]);
    expect(repository.run(["mktree"], { input: `${list}\n` }).stdout).toBe(tree);
    const mended = await audited(repository, { place: "hook" });
    expect(stateOf(mended, "paths")).toMatchObject({ state: "done" });
    expect(history(mended, [first, second])).toEqual([
      { added: 3, deleted: 0 },
      { added: 3, deleted: 0 },
    ]);
  });

  test("what git can't compare any more it proves nothing of, and judges by its own words", async () => {
    const { repository, ids } = seededRepository();
    lose(repository, `${ids.authorised}:a.txt`);
    const audit = await audited(repository);
    const at = (name: string) => indexOf(audit, ids[name] ?? "");
    expect(audit.history.count).toBe(Number(repository.git("rev-list", "--count", "HEAD")));
    expect(audit.history.lineage(at("revert"))).toMatchObject({ kind: "revert", proved: false });
    expect(audit.history.standing(at("revert"))).toBe("unreferenced");
    expect(audit.history.lineage(at("picked"))).toMatchObject({ kind: "cherry-pick", proved: true });
    expect(audit.history.lineage(at("silent"))).toMatchObject({ kind: "cherry-pick", proved: true });
    expect(audit.history.standing(at("evil"))).toBe("unreferenced");
  });

  test("of what a merge wrote neither paths nor lines are known", async () => {
    const repository = repositoryOfWork();
    const { git } = repository;
    git("checkout", "--quiet", "-b", "side", "HEAD~1");
    repository.commit("Beside (TASK-1)", { side: "1\n" });
    git("merge", "--quiet", "--no-commit", "main");
    const merge = repository.commit("Merge (TASK-1)", { smuggled: "1\n" });
    lose(repository, `${merge}:smuggled`);
    const audit = await audited(repository, { ref: merge });
    expect(audit.history.lines(indexOf(audit, merge))).toBeNull();
    for (const part of ["paths", "lines"] as const)
      expect(stateOf(audit, part), part).toMatchObject({ state: "partial", fix: FETCH });
  });

  test("a partial clone is not fetched piece by piece", async () => {
    const repository = repositoryOfWork();
    const { git, root, env } = repository;
    // Made in the same second by the same author, as a pick is: worth a comparison only where it costs no fetch.
    for (const name of ["c.txt", "d.txt"]) {
      repository.write(name, "twin\n");
      git("add", "--all");
      repository.run(["commit", "--quiet", "-m", `${name} (TASK-1)`], { env: TWIN });
    }
    git("config", "uploadpack.allowFilter", "true");
    const clone = join(temporaryFolder(), "clone");
    git("clone", "--quiet", "--bare", "--filter=blob:none", `file://${root}`, clone);
    const missing = () =>
      git("-C", clone, "rev-list", "--objects", "--missing=print", "HEAD").match(/^\?/gmu);
    const before = missing()?.length;
    const here = await audited(repository);
    // The policy is one of the contents that such a clone lacks, and one that git must fetch.
    const audit = await audited({ root: clone, env }, { parts: EVERY_PART });
    expect(audit.report.notices).toContain("partial-clone");
    expect(before).toBeGreaterThan(5);
    // Policy, tasks and their settings, and no content that only a commit changed.
    expect(missing()?.length).toBe((before ?? 0) - 4);
    expect(audit.coverage.commits).toEqual(here.coverage.commits);
    expect(stateOf(audit, "paths")).toMatchObject({ state: "done" });
    expect(stateOf(audit, "lines")).toMatchObject({ fix: FETCH });
    expect(stateOf(audit, "tree")).toMatchObject({ state: "partial" });
  });

  test("a work tree that has only some folders is told", async () => {
    const { git, root, env } = temporaryRepository();
    const repo = await openRepository(openGit({ cwd: root, env }));
    expect(await cloneNotices({ repo, tree: workTree(root) })).toEqual([]);
    git("config", "core.sparseCheckout", "yes");
    expect(await cloneNotices({ repo, tree: workTree(root) })).toEqual(["sparse-checkout"]);
    expect(await cloneNotices({ repo, tree: { ...workTree(root), label: "HEAD@1234567" } })).toEqual([]);
  });
});

test("the edge of a shallow clone changed nobody knows what, and no file is called an orphan there", async () => {
  const { root, env, git } = repositoryOfWork();
  const clone = join(temporaryFolder(), "clone");
  git("clone", "--quiet", "--depth=2", `file://${root}`, clone);
  const audit = await audited({ root: clone, env });
  const unshallow = { state: "partial", fix: ["git", "fetch", "--unshallow"] };
  for (const part of ["messages", "paths", "lines"] as const)
    expect(stateOf(audit, part), part).toMatchObject(unshallow);
  expect(audit.history.lines(audit.history.count - 1)).toBeNull();
  expect(audit.coverage).toMatchObject({ files: null });
  expect(audit.gaps.map(({ code }) => code)).not.toContain("file-without-ticket");
});

function history(audit: Audit, ids: readonly string[]) {
  return ids.map((id) => audit.history.lines(indexOf(audit, id)));
}
