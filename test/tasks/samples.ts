import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Tree } from "../../src/core/ports.ts";
import { workTree } from "../../src/git/tree.ts";
import type { Backlog } from "../../src/tasks/backlog.ts";
import { type ParsedTask, parseTask } from "../../src/tasks/parse.ts";
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
