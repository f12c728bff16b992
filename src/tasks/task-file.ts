import type { Tree, TreeEntry } from "../core/ports.ts";
import type { Backlog, FolderKind } from "./backlog.ts";
import { idsOfFileName } from "./id.ts";
import { type ParsedTask, parseTask, type TaskOptions, unreadable } from "./parse.ts";
import { problem } from "./problem.ts";
import { readLimited } from "./read-limited.ts";

/** A task file is text that people write; a larger one is not read. */
export const MAX_TASK_FILE = 1024 * 1024;

/** A file in a task folder. */
export interface TaskFile {
  readonly path: string;
  readonly backlog: Backlog;
  readonly kind: FolderKind;
  readonly entry: TreeEntry;
  /** Canonical ids that its name can mean; empty: only its text can tell. */
  readonly named: readonly string[];
}

/** Folders, nested repositories and pipes, whatever they are called. */
const NO_FILE = new Set(["040000", "160000", "000000"]);

/** The Markdown files that stand directly in the backlogs' folders. Folders are listed once, nothing is read. */
export async function listTaskFiles(tree: Tree, backlogs: readonly Backlog[]): Promise<readonly TaskFile[]> {
  const files: TaskFile[] = [];
  for (const backlog of backlogs) {
    for (const { path: folder, kind } of backlog.folders) {
      for (const entry of await tree.list(folder)) {
        const { path, mode } = entry;
        if (!isMarkdown(path) || NO_FILE.has(mode)) continue;
        files.push({ path, backlog, kind, entry, named: idsOfFileName(path) });
      }
    }
  }
  return files;
}

/** Judges by the name alone. */
export function isMarkdown(path: string): boolean {
  return path.toLowerCase().endsWith(".md");
}

/** Reads one task file. Null: it is none (gone, or a text without frontmatter whose name gives no id). */
export async function readTaskFile(
  tree: Tree,
  file: TaskFile,
  options: TaskOptions,
): Promise<ParsedTask | null> {
  const { path, kind, entry } = file;
  if (entry.mode === "120000") return unreadable(path, kind, problem("file-refused", 1, "a symbolic link"));
  const bytes = await readLimited(tree, path, MAX_TASK_FILE);
  if (bytes === null) return null;
  if ("code" in bytes) return unreadable(path, kind, problem(bytes.code, 1, bytes.detail));
  return parseBytes(bytes, file, options);
}

/** Parses a file's bytes as they stand in any tree. Null: no task file. */
export async function parseBytes(
  bytes: Uint8Array,
  { path, backlog, kind, named }: Pick<TaskFile, "path" | "backlog" | "kind" | "named">,
  options: TaskOptions,
): Promise<ParsedTask | null> {
  if (bytes.length > MAX_TASK_FILE)
    return unreadable(path, kind, problem("file-too-large", 1, `${bytes.length} bytes`));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const task = await parseTask(text, path, backlog, options);
  if (named.length === 0 && task.problems[0]?.code === "fence-missing") return null;
  return isUtf8(bytes, text) ? task : { ...task, problems: [...task.problems, problem("not-utf8", 1, "")] };
}

/** Only a text with U+FFFD in it can have been something else. */
function isUtf8(bytes: Uint8Array, text: string): boolean {
  if (!text.includes("\ufffd")) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
