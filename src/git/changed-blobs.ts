import type { PathChange } from "../core/change.ts";
import type { Repository } from "./repository.ts";

/** One file that a commit changed against its first parent, as blob ids; null: not there on that side. */
export interface ChangedBlob {
  readonly path: string;
  readonly status: PathChange["status"];
  readonly before: string | null;
  readonly after: string | null;
}

/** Files below `folders` that each commit changed against its first parent; root commits and merges included. */
export async function changedBlobs(
  repo: Repository,
  ids: readonly string[],
  folders: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangedBlob[]>> {
  const { stdout } = await repo.git.run(
    [
      "diff-tree",
      "--stdin",
      "-r",
      "-z",
      "--root",
      "--raw",
      "--no-abbrev",
      "--no-renames",
      "--diff-merges=first-parent",
      "--",
      ...folders,
    ],
    { input: `${ids.join("\n")}\n` },
  );
  return parseRaw(stdout.toString("utf8"));
}

/** Files below `folders` that the commit being written changes against `against`, in the index that a hook inherits. */
export async function stagedBlobs(
  repo: Repository,
  against: string,
  folders: readonly string[],
): Promise<readonly ChangedBlob[]> {
  const args = [
    "diff-index",
    "--cached",
    "-z",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    against,
    "--",
    ...folders,
  ];
  const { stdout } = await repo.git.run(args);
  return parseRaw(`${against}\0${stdout.toString("utf8")}`).get(against) ?? [];
}

/** `<commit>`, then pairs of `:<modes> <ids> <status>` and path, each ended by NUL (git-diff-tree, raw output format). */
function parseRaw(text: string): Map<string, ChangedBlob[]> {
  const commits = new Map<string, ChangedBlob[]>();
  const fields = text.split("\0");
  let files: ChangedBlob[] = [];
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? "";
    if (field.startsWith(":")) {
      files.push(changed(field, fields[++at] ?? ""));
    } else if (field !== "") {
      files = [];
      commits.set(field.trim(), files);
    }
  }
  return commits;
}

/** A symlink or submodule in a task folder is no task: its side counts as absent. */
function changed(header: string, path: string): ChangedBlob {
  const [oldMode = "", newMode = "", oldId = "", newId = ""] = header.slice(1).split(" ");
  const before = isFile(oldMode) ? oldId : null;
  const after = isFile(newMode) ? newId : null;
  const status = /^0+$/.test(oldMode) ? "added" : /^0+$/.test(newMode) ? "deleted" : "modified";
  return { path, status, before, after };
}

function isFile(mode: string): boolean {
  return mode === "100644" || mode === "100755";
}
