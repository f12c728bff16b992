import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { AuditFiles } from "../../src/core/audit.ts";
import { openGate } from "../../src/gate.ts";
import { filesOf } from "../../src/trace/files.ts";
import { scanFiles } from "../../src/trace/scan-files.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";

const POLICY = `version: 1
remotes:
  tasks: { kind: markdown }
  jira: { kind: jira, site: example.atlassian.net, projects: [PROJ] }
scopes: [{ paths: ["fixtures/**"], exempt: true }]
`;

const TASK = "---\nid: TASK-1\ntitle: Work\nstatus: To Do\n---\n\nTASK-1 is this one, TASK-2 another.\n";

const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

/** What is tracked, and beside it what is ignored or was never added. */
function tree(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.commit("All of it", {
    "golden-thread.yml": POLICY,
    ".gitignore": "/out\n",
    ".gitattributes":
      "gen/** linguist-generated\nlib/** linguist-vendored=true\nkept/** -linguist-vendored\n*.dat binary\n",
    "backlog/tasks/task-1 - Work.md": TASK,
    "docs/guide.md": "# Guide\n\nSee PROJ-7.\n",
    "empty.txt": "",
    "fixtures/PROJ.txt": "PROJ-9\n",
    "gen/a.ts": "// PROJ-1\n",
    "kept/b.ts": "// PROJ-2",
    "lib/c.ts": "// PROJ-3\n",
    "old/latin1.c": Buffer.from("/* f\u00fcr PROJ-4 */\n", "latin1"),
    "pic.dat": "PROJ-5\n",
    "pic.png": Buffer.from([0x89, 0x50, 0, 0x0a, ...Buffer.from("PROJ-6")]),
    "src/a.ts": 'const a = "PROJ-8"; // for TASK-2 and TASK-2\nreturn PROJ-11 + 1;\n/** PROJ-12 */\n',
    "src/page.html": "<!-- PROJ-13 -->\n<p>PROJ-14</p>\n<script>// PROJ-15\n</script>\n",
    "src/wide.cs": wide("// PROJ-10\r\n// more\r\n"),
    "other.txt": "OTHER-1\n",
  });
  repository.write("out/x.txt", "PROJ-20\n");
  repository.write("new.txt", "PROJ-21\n");
  return repository;
}

/** The same from nothing: what an earlier scan kept is thrown away. */
async function scannedAnew(repository: TemporaryRepository, rev = "HEAD") {
  rmSync(join(repository.root, ".git/golden-thread/history-tree"), { force: true });
  return scanned(repository, rev);
}

async function scanned({ root, env }: TemporaryRepository, rev = "HEAD") {
  const gate = await openGate(
    { cwd: root, env, now: () => new Date("2024-01-01T00:00:00Z") },
    { place: "ci" },
  );
  const commit = await gate.repo.git.text(["rev-parse", rev]);
  const columns = await scanFiles(gate.repo, commit, gate.reader, gate.law, { lines: true });
  const tickets = columns.references.map(({ at }) => ({
    at,
    path: at === "tasks:TASK-1" ? "backlog/tasks/task-1 - Work.md" : null,
  }));
  return { columns, tickets, files: filesOf({ scanned: columns, tickets, through: null, live: null }) };
}

/** `path:line ticket where` of every link. */
function links(files: AuditFiles, tickets: readonly { readonly at: string }[]): readonly string[] {
  return Array.from({ length: files.count }, (_, index) =>
    files
      .named(index)
      .map(
        ({ ticket, line, where }) =>
          `${files.path(index)}:${line} ${tickets[ticket]?.at.replace(/^.*:/, "")} ${where}`,
      ),
  ).flat();
}

const WANTED = [
  "backlog/tasks/task-1 - Work.md:7 TASK-2 docs",
  "docs/guide.md:3 PROJ-7 docs",
  "fixtures/PROJ.txt:1 PROJ-9 docs",
  "kept/b.ts:1 PROJ-2 comment",
  "old/latin1.c:1 PROJ-4 comment",
  "src/a.ts:1 PROJ-8 string",
  "src/a.ts:1 TASK-2 comment",
  "src/a.ts:2 PROJ-11 code",
  "src/a.ts:3 PROJ-12 comment",
  "src/page.html:1 PROJ-13 comment",
  "src/page.html:2 PROJ-14 docs",
  "src/page.html:3 PROJ-15 comment",
  "src/wide.cs:1 PROJ-10 comment",
];

describe("a file that names a ticket and is not found, or is found and names none", () => {
  let whole: Awaited<ReturnType<typeof scanned>>;
  beforeAll(async () => {
    whole = await scanned(tree());
  });

  test("every text that is tracked, by its own language; nothing that is ignored, new, made, brought along or binary", () => {
    const { files, tickets } = whole;
    expect(links(files, tickets)).toEqual(WANTED);
  });

  test("one look-up for a ticket, however many files name it, and none for what no remote owns", () => {
    const { columns } = whole;
    const ats = columns.references.map(({ at }) => at);
    expect(new Set(ats).size).toBe(ats.length);
    expect(ats).not.toContain("jira:OTHER-1");
    expect(columns.references.find(({ at }) => at === "tasks:TASK-2")).toEqual({
      at: "tasks:TASK-2",
      provider: "tasks",
      remote: "tasks",
      id: "TASK-2",
    });
  });

  test("lines of text alone are counted, a last one without a break too", () => {
    const { files } = whole;
    const lines = Object.fromEntries(
      Array.from({ length: files.count }, (_, index) => [files.path(index), files.lines(index)]),
    );
    expect(lines).toMatchObject({
      "empty.txt": 0,
      "kept/b.ts": 1,
      "old/latin1.c": 1,
      "pic.dat": 1,
      "pic.png": null,
      "src/a.ts": 3,
      "src/wide.cs": 2,
    });
    const exempt = Array.from({ length: files.count }, (_, index) =>
      files.exempt(index) ? files.path(index) : [],
    );
    expect(exempt.flat()).toEqual(["fixtures/PROJ.txt"]);
  });
});

describe("a work tree that says something else than the commit", () => {
  test("edits, deletions and staged files change nothing, and an older commit is told as it was", async () => {
    const repository = tree();
    const before = await scanned(repository);
    repository.write("src/a.ts", "// PROJ-99\n");
    repository.write("staged.ts", "// PROJ-98\n");
    repository.git("add", "staged.ts");
    repository.git("rm", "--quiet", "--cached", "docs/guide.md");
    const dirty = await scannedAnew(repository);
    expect(links(dirty.files, dirty.tickets)).toEqual(WANTED);
    expect(dirty.columns).toEqual(before.columns);
    repository.commit("Change all of that");
    const later = await scannedAnew(repository, "HEAD~1");
    expect(later.columns).toEqual(before.columns);
  });

  test("a bare clone answers the same", async () => {
    const repository = tree();
    const here = await scanned(repository);
    repository.git("clone", "--quiet", "--bare", ".", "../bare.git");
    const bare = await scanned({ ...repository, root: `${repository.root}/../bare.git` });
    expect(bare.columns).toEqual(here.columns);
  });
});

describe("a tree of which an earlier one was kept", () => {
  test("new, changed, moved, linked, wide and binary files are told as if all were read, and so are those that came back", async () => {
    const repository = tree();
    const { root } = repository;
    await scanned(repository);
    repository.git("mv", "kept/b.ts", "kept/c.ts");
    repository.git("rm", "--quiet", "docs/guide.md");
    symlinkSync("PROJ-30", join(root, "docs.md"));
    repository.commit("Change some of it", {
      "src/a.ts": "// PROJ-31\n// PROJ-8\n",
      "src/wide.cs": wide("// PROJ-32\n\n"),
      "pic2.png": Buffer.from([0x89, 0x50, 0, 0x0a, ...Buffer.from("PROJ-33")]),
      "gen/d.ts": "// PROJ-34\n",
      "fixtures/e.txt": "PROJ-35",
      "none.txt": "",
    });
    const grown = await scanned(repository);
    expect(grown.columns).toEqual((await scannedAnew(repository)).columns);
    expect(links(grown.files, grown.tickets)).toContain("src/wide.cs:1 PROJ-32 comment");
    const back = await scanned(repository, "HEAD~1");
    expect(links(back.files, back.tickets)).toEqual(WANTED);
  });

  test("attributes that change hold for files that did not", async () => {
    const repository = tree();
    await scanned(repository);
    repository.commit("Nothing is made any more", { ".gitattributes": "lib/** linguist-vendored=true\n" });
    const now = await scanned(repository);
    expect(links(now.files, now.tickets)).toEqual(
      expect.arrayContaining(["gen/a.ts:1 PROJ-1 comment", "pic.dat:1 PROJ-5 docs"]),
    );
    expect(now.columns).toEqual((await scannedAnew(repository)).columns);
  });
});
