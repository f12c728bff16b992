import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Tree } from "../../src/core/ports.ts";
import type { Lookup } from "../../src/core/ticket.ts";
import { workTree } from "../../src/git/tree.ts";
import type { Backlog, Dialect } from "../../src/tasks/backlog.ts";
import type { FileEdit } from "../../src/tasks/edit.ts";
import { readFrontmatter } from "../../src/tasks/frontmatter.ts";
import { type ParsedTask, parseTask } from "../../src/tasks/parse.ts";
import { openTasks } from "../../src/tasks/store.ts";
import { editTask } from "../../src/tasks/write.ts";
import type { YamlMapping } from "../../src/tasks/yaml-value.ts";
import { temporaryFolder } from "../git/repo.ts";

/** A Backlog.md backlog as detection gives it, with a review column. */
export const BACKLOG_MD: Backlog = {
  dialect: "backlog.md",
  folder: "backlog",
  configFile: "backlog/config.yml",
  prefixes: ["TASK"],
  statuses: ["To Do", "In Progress", "Review", "Done"],
  folders: [
    { path: "backlog/tasks", kind: "active" },
    { path: "backlog/drafts", kind: "draft" },
    { path: "backlog/completed", kind: "completed" },
    { path: "backlog/archive/tasks", kind: "archived" },
  ],
  problems: [],
};

/** A toolkit backlog as detection gives it. */
export const TOOLKIT: Backlog = {
  dialect: "toolkit",
  folder: "backlog/data",
  configFile: null,
  prefixes: ["TASK", "BUG", "FEAT", "IDEA"],
  statuses: ["pending", "in_progress", "completed"],
  folders: [
    { path: "backlog/data/pending", kind: "active" },
    { path: "backlog/data/completed", kind: "completed" },
  ],
  problems: [],
};

/** The text of a fixture, by its path below `fixtures/`. */
export function fixture(path: string): string {
  return readFileSync(join(import.meta.dirname, "fixtures", path), "utf8");
}

/** Parses a fixture as if it stood in an active folder, or the one named. */
export function parseFixture(path: string, kind = "active"): Promise<ParsedTask> {
  return parseAs(
    fixture(path),
    path.slice(path.indexOf("/") + 1),
    path.startsWith("toolkit") ? TOOLKIT : BACKLOG_MD,
    kind,
  );
}

/** Parses a text under a file name of a backlog's folder of some kind. */
export function parseAs(text: string, name: string, backlog: Backlog, kind = "active"): Promise<ParsedTask> {
  const folder = backlog.folders.find((candidate) => candidate.kind === kind)?.path ?? "";
  return parseTask(text, `${folder}/${name}`, backlog);
}

/** A folder on disk with these files, seen as the gate sees it. */
export function treeOf(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly root: string;
  readonly tree: Tree;
} {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, tree: workTree(root) };
}

/** A small Backlog.md task. */
export function taskText(id: string, more = "status: To Do"): string {
  return `---\nid: ${id}\ntitle: About ${id}\n${more}\n---\n\n## Description\n\nText.\n`;
}

/** Problems of a parsed file as `code:line`. */
export function codesOf(task: Pick<ParsedTask, "problems">): readonly string[] {
  return task.problems.map(({ code, line }) => `${code}:${line}`);
}

/** A look-up in one line: `found path`, or status and detail. */
function said(lookup: Lookup | undefined): string {
  if (lookup?.status === "found") return `found ${lookup.ticket.path}`;
  return [lookup?.status, lookup !== undefined && "detail" in lookup ? lookup.detail : ""].join(" ").trim();
}

/** What a newly opened store says of an id. */
export async function lookUp(tree: Tree, id: string): Promise<string> {
  return said((await (await openTasks(tree)).byId([id])).get(id));
}

/** The edited text, or the code of the refusal in angle brackets. */
export async function edited(
  text: string,
  edits: readonly FileEdit[],
  dialect: Dialect = "backlog.md",
): Promise<string> {
  const result = await editTask(text, dialect, edits);
  return result.ok ? result.text : `<${result.code}>`;
}

/** The frontmatter of a text; empty where it can't be read. */
export async function valuesOf(text: string): Promise<YamlMapping> {
  const result = await readFrontmatter(text);
  return result.ok ? result.frontmatter.values : new Map();
}
