import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/core/ports.ts";
import { SPEC_SOURCES } from "../../src/core/spec.ts";
import { specDigest } from "../../src/specs/digest.ts";
import { specDocuments } from "../../src/specs/documents.ts";
import { resolveSpec } from "../../src/specs/resolve.ts";
import type { ParsedTask } from "../../src/tasks/parse.ts";
import { openTasks } from "../../src/tasks/store.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** `link:` stands for a symbolic link. */
function treeOf(files: Files): Tree {
  const bytes = (path: string): Uint8Array => {
    const file = files[path] ?? "";
    return typeof file === "string" ? new TextEncoder().encode(file) : file;
  };
  const isLink = (path: string): boolean => files[path] === "link:";
  return {
    label: "a test's",
    read: async (path) => (Object.hasOwn(files, path) && !isLink(path) ? bytes(path) : null),
    list: async (folder, { recursive = false } = {}) =>
      Object.keys(files)
        .filter((path) => path.startsWith(folder === "" ? "" : `${folder}/`))
        .filter((path) => recursive || !path.slice(folder === "" ? 0 : folder.length + 1).includes("/"))
        .sort()
        .map((path) => ({ path, mode: isLink(path) ? "120000" : "100644", size: bytes(path).length })),
  };
}

const CONFIG = { "backlog/config.yml": "project_name: Shop\nstatuses: [To Do, Done]\n" };
const PLAN =
  "## Implementation Plan\n\n<!-- SECTION:PLAN:BEGIN -->\nCount failures.\n<!-- SECTION:PLAN:END -->\n";

function task(keys: string, body = PLAN): Files {
  const text = `---\nid: TASK-7\ntitle: Limit\nstatus: To Do\n${keys}---\n\n${body}`;
  return { ...CONFIG, "backlog/tasks/task-7 - Limit.md": text };
}

async function resolved(files: Files, sources: readonly (typeof SPEC_SOURCES)[number][] = SPEC_SOURCES) {
  const tree = treeOf(files);
  const opened = await openTasks(tree);
  const tasks: ParsedTask[] = [];
  for await (const one of opened.each()) tasks.push(one);
  const ticket = { remote: "github", id: "acme/shop#42", key: "#42", title: "Limit", url: null };
  return resolveSpec(
    { ticket, tasks, description: "Told by the tracker" },
    { tree, sources, paths: ["specs/{id}/spec.md"], documents: () => specDocuments(tree, opened.backlogs) },
  );
}

const spec = (source: string, path: string | null) => ({ status: "found", spec: { source, path } });
const document = (title: string) =>
  `---\nid: doc-1\ntitle: "${title}"\ntype: specification\ntags: [auth]\n---\n\nText`;

describe("a ticket's spec", () => {
  test("a later source wins over an earlier one", async () => {
    const all: Files = {
      ...task("spec:\n  path: a.md\ndocumentation:\n  - docs/spec.md\n"),
      "a.md": "A",
      "docs/spec.md": "B",
      "backlog/docs/doc-1 - Limit.md": document("Limits of TASK-7"),
      "specs/42/spec.md": "D",
    };
    const less = (count: number) => resolved(all, SPEC_SOURCES.slice(count));
    expect(await less(0)).toMatchObject(spec("frontmatter", "a.md"));
    expect(await less(1)).toMatchObject(spec("documentation", "docs/spec.md"));
    expect(await less(2)).toMatchObject(spec("document", "backlog/docs/doc-1 - Limit.md"));
    expect(await less(3)).toMatchObject(spec("path", "specs/42/spec.md"));
    expect(await less(4)).toMatchObject(spec("body", "backlog/tasks/task-7 - Limit.md"));
    expect(await less(5)).toMatchObject(spec("upstream", null));
    expect(await resolved(CONFIG, ["path", "body"])).toEqual({ status: "none" });
  });

  test("of two specs one is chosen in silence", async () => {
    const two = { ...task(""), "specs/42/spec.md": "A", "specs/TASK-7/spec.md": "B" };
    expect(await resolved(two)).toEqual({
      status: "ambiguous",
      source: "path",
      candidates: ["specs/42/spec.md", "specs/TASK-7/spec.md"],
    });
    const docs = {
      ...task(""),
      "backlog/docs/a.md": document("TASK-7"),
      "backlog/docs/b.md": document("For #42"),
    };
    expect(await resolved(docs)).toMatchObject({ status: "ambiguous", source: "document" });
    expect(await resolved({ ...task(""), "backlog/docs/a.md": document("TASK-77") })).toMatchObject(
      spec("body", "backlog/tasks/task-7 - Limit.md"),
    );
  });

  test.each([
    ["../secret.md", {}, "the path leaves the repository"],
    ["/etc/passwd", {}, "the path leaves the repository"],
    ["gone.md", {}, "there is no such file, or it is a symbolic link"],
    ["link.md", { "link.md": "link:" }, "there is no such file, or it is a symbolic link"],
    ["raw.md", { "raw.md": new Uint8Array([0xff, 0xfe]) }, "it is no UTF-8 text"],
    ["big.md", { "big.md": "x".repeat(1024 * 1024 + 1) }, "it has more than 1048576 bytes"],
  ])("a task's word that %s is its spec is passed over, or obeyed", async (path, files, detail) => {
    expect(await resolved({ ...task(`spec:\n  path: ${path}\n`), ...files })).toEqual({
      status: "unreadable",
      path,
      detail,
    });
  });

  test("how a checkout ends lines changes the digest", async () => {
    const texts = ["# A\n\ntext\n", "\uFEFF# A\r\n\r\ntext\r\n\r\n", "\n\n# A\n\ntext"];
    const answers = await Promise.all(texts.map((text) => resolved({ ...CONFIG, "specs/42/spec.md": text })));
    for (const answer of answers)
      expect(answer).toMatchObject({ spec: { text: "# A\n\ntext", digest: specDigest("# A\n\ntext") } });
  });

  test("work on a task changes its spec", async () => {
    const criteria = (box: string): string =>
      `## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [${box}] #1 It counts\n<!-- AC:END -->\n`;
    const before = await resolved(task("", criteria(" ") + PLAN), ["body"]);
    const after = await resolved(
      task("assignee: ['@ada']\n", `${criteria("x")}${PLAN}\n## Implementation Notes\n\nDone.\n`),
      ["body"],
    );
    expect(after).toEqual(before);
    expect(before).toMatchObject({ spec: { text: expect.stringContaining("- [ ] It counts") } });
  });
});
