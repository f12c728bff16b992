import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import { temporaryFolder, temporaryRepository } from "../git/repo.ts";
import { task } from "../history/judged.ts";
import { audited, indexOf } from "./seeded.ts";

const repository = temporaryRepository({ objectFormat: "sha256" });
const { git, run, root, env } = repository;
const TEXT = "// TASK-1\nmore\n";

/** Names that git takes as they are, byte by byte, and how they are told. */
const NAMES: readonly (readonly [name: string | Buffer, told: string])[] = [
  ["new\nline.ts", "new\nline.ts"],
  ["tab\there.ts", "tab\there.ts"],
  ["quo\"te's.ts", "quo\"te's.ts"],
  ["esc\u001b[31m.ts", "esc\u001b[31m.ts"],
  ["rtl\u202eexe.ts", "rtl\u202eexe.ts"],
  ["said\ufffd.ts", "said\ufffd.ts"],
  [Buffer.from("not\xff.ts", "latin1"), "not\\377.ts"],
  [Buffer.from("not\xfe.ts", "latin1"), "not\\376.ts"],
  ["--help", "--help"],
  [":(glob)**.ts", ":(glob)**.ts"],
  ["__proto__/toString.ts", "__proto__/toString.ts"],
  [".gitx/config.ts", ".gitx/config.ts"],
  [`${"long/".repeat(800)}a.ts`, `${"long/".repeat(800)}a.ts`],
];

const CONTENTS: Readonly<Record<string, string | Buffer>> = {
  "crlf.ts": "// TASK-1\r\nmore\r\n",
  "open.ts": "// TASK-1\nmore",
  "wide.ts": Buffer.from("\ufeff// TASK-1\nmore\n", "utf16le"),
};

/** Root, three sides, two merges, and the one with all the names. */
const COMMITS = 7;

const ids: Record<string, string> = {};

/** One entry of an index (git-update-index, `--index-info`). */
function entry(mode: string, oid: string, name: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${oid}\t`), Buffer.from(name), Buffer.from([0])]);
}

function blob(content: string | Buffer): string {
  return run(["hash-object", "-w", "--stdin"], { input: content }).stdout;
}

function branch(name: string): string {
  git("checkout", "--quiet", "-b", name, "main");
  const id = repository.commit(`Work on ${name} (TASK-1)`, { [`src/${name}.ts`]: "one\n" });
  git("checkout", "--quiet", "main");
  return id;
}

function make(): void {
  ids.root = repository.commit("Begin (TASK-1)", {
    "golden-thread.yml": "version: 1\nremotes:\n  tasks: { kind: markdown }\n",
    "backlog/config.yml": 'project_name: "P"\nstatuses: ["To Do", "In Progress", "Done"]\n',
    "backlog/tasks/task-1 - Work-1.md": task(1, "In Progress"),
  });
  const sides = ["one", "two", "three"].map(branch);
  git("merge", "--quiet", "--no-ff", "-m", "Merge them", "one", "two", "three");
  ids.octopus = git("rev-parse", "HEAD");
  const tree = git("rev-parse", "HEAD^{tree}");
  repository.write("smuggled.ts", "nobody\n");
  git("add", "--all");
  const evil = git("write-tree");
  const parents = [ids.octopus, ...sides].flatMap((id) => ["-p", id]);
  ids.evil = git("commit-tree", ...parents, "-m", "Merge them again", evil);
  git("update-ref", "HEAD", ids.evil);
  const oid = blob(TEXT);
  const entries = [
    ...NAMES.map(([name]) => entry("100644", oid, name)),
    ...Object.entries(CONTENTS).map(([name, content]) => entry("100644", blob(content), name)),
    entry("120000", blob("/etc/TASK-1"), "link.ts"),
    entry("160000", "1".repeat(tree.length), "module"),
  ];
  run(["update-index", "-z", "--index-info"], { input: Buffer.concat(entries) });
  git("commit", "--quiet", "-m", "Work without a name");
  ids.hostile = git("rev-parse", "HEAD");
  // Neither replaces what is judged.
  const kind = git("commit-tree", "-p", ids.evil, "-m", "Named (TASK-1)", `${ids.hostile}^{tree}`);
  git("replace", ids.hostile, kind);
  repository.write(".git/info/grafts", `${ids.hostile}\n`);
}

let audit: Audit;
beforeAll(async () => {
  make();
  audit = await audited(repository);
});

const standing = (name: string) => audit.history.standing(indexOf(audit, ids[name] ?? ""));

describe("a repository in which everything is strange", () => {
  test("a merge of four parents is one, and what it smuggles in is not lost among them", () => {
    expect([standing("octopus"), standing("evil")]).toEqual(["exempt", "unreferenced"]);
    expect(audit.history.lineage(indexOf(audit, ids.octopus ?? ""))?.of).toHaveLength(3);
  });

  test("a replaced or grafted commit hides no commit and excuses none", () => {
    expect(audit.history.count).toBe(COMMITS);
    expect(standing("hostile")).toBe("unreferenced");
  });

  test("no name hides a file, its lines, its commit or what stands in it", () => {
    const { files } = audit;
    const found = Array.from({ length: files?.count ?? 0 }, (_, index) => ({
      path: files?.path(index) ?? "",
      seen: [files?.lines(index), files?.named(index).length, files?.through(index)?.length],
    }));
    const told = new Map(found.map(({ path, seen }) => [path, seen]));
    for (const [, name] of NAMES) expect(told.get(name), name).toEqual([2, 1, 0]);
    for (const name of Object.keys(CONTENTS)) expect(told.get(name), name).toEqual([2, 1, 0]);
    expect(told.get("link.ts")).toEqual([null, 0, 0]);
    expect(told.has("module")).toBe(false);
    expect(found).toHaveLength(git("ls-files", "-z").split("\0").length - 2);
    expect(audit.parts.filter(({ state }) => state !== "done" && state !== "not-asked")).toEqual([]);
  });

  test("a bare clone and a linked work tree without a branch say the same", async () => {
    const folder = temporaryFolder();
    git("clone", "--quiet", "--bare", root, join(folder, "bare"));
    git("worktree", "add", "--quiet", "--detach", "--no-checkout", join(folder, "linked"));
    const [bare, linked] = await Promise.all(
      ["bare", "linked"].map((name) =>
        audited({ root: join(folder, name), env }, { policyRef: ids.root ?? "" }),
      ),
    );
    for (const other of [bare, linked]) {
      expect(other?.coverage).toEqual(audit.coverage);
      expect(other?.gaps).toEqual(audit.gaps);
    }
    expect(linked?.scope.ref).toBeNull();
  });
});
