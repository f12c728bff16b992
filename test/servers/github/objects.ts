import { spawnSync } from "node:child_process";
import type { PullCommit } from "../pull-model.ts";

/** One entry of a tree, as `git ls-tree` tells it. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  /** Null for what is no blob. */
  readonly size: number | null;
  /** Below the tree that was asked for. */
  readonly path: string;
}

/** The objects of a bare repository, so that what the API tells and what git fetches are one. Revisions that do not exist: null. */
export interface Objects {
  readonly folder: string;
  /** A commit's full id. */
  resolve(revision: string): string | null;
  /** Any object's id and type: `main:src`. */
  find(revision: string): { readonly sha: string; readonly type: TreeEntry["type"] } | null;
  commit(revision: string): PullCommit | null;
  /** Commits of `to` that `from` has not, oldest first; `from` null: all. `most`: no more, the newest ones. */
  range(from: string | null, to: string, most?: number): readonly PullCommit[];
  mergeBase(one: string, other: string): string | null;
  tree(sha: string, recursive: boolean): readonly TreeEntry[];
  blob(sha: string): Buffer;
  /** Branch -> its tip. */
  branches(): ReadonlyMap<string, string>;
}

/** Fields of one record of `git log -z`. */
const FORMAT = ["%H", "%T", "%P", "%an", "%ae", "%aI", "%cn", "%ce", "%cI", "%B"] as const;

/** Reads a bare repository with git itself. */
export function openObjects(folder: string): Objects {
  const run = (...args: readonly string[]): Buffer | null => {
    const { status, stdout, error } = spawnSync("git", ["--git-dir", folder, ...args], {
      maxBuffer: 1 << 28,
    });
    if (error) throw error;
    return status === 0 ? stdout : null;
  };
  const line = (...args: readonly string[]) =>
    run(...args)
      ?.toString("utf8")
      .trim() || null;
  const told = (...args: readonly string[]) =>
    commitsIn(run("log", "-z", `--format=${FORMAT.join("%x00")}`, ...args)?.toString("utf8") ?? "");
  const resolve = (revision: string) =>
    line("rev-parse", "--quiet", "--verify", "--end-of-options", `${revision}^{commit}`);
  return {
    folder,
    resolve,
    find(revision) {
      const sha = line("rev-parse", "--quiet", "--verify", "--end-of-options", revision);
      const type = sha === null ? null : line("cat-file", "-t", sha);
      return sha !== null && isType(type) ? { sha, type } : null;
    },
    commit(revision) {
      const id = resolve(revision);
      return id === null ? null : (told("--max-count=1", id)[0] ?? null);
    },
    range(from, to, most) {
      const bounds = [...(from === null ? [] : [`^${from}`]), ...(most ? [`--max-count=${most}`] : [])];
      return [...told("--topo-order", to, ...bounds)].reverse();
    },
    mergeBase: (one, other) => line("merge-base", one, other),
    tree: (sha, recursive) =>
      entriesIn(run("ls-tree", "-z", "--long", ...(recursive ? ["-r", "-t"] : []), sha)?.toString() ?? ""),
    blob: (sha) => run("cat-file", "blob", sha) ?? Buffer.alloc(0),
    branches() {
      const refs = line("for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/heads") ?? "";
      return new Map(
        refs.split("\n").flatMap((ref) => (ref === "" ? [] : [[ref.slice(41), ref.slice(0, 40)]])),
      );
    },
  };
}

function isType(text: string | null): text is TreeEntry["type"] {
  return text === "blob" || text === "tree" || text === "commit";
}

function commitsIn(text: string): readonly PullCommit[] {
  const fields = text.split("\0");
  const told: PullCommit[] = [];
  for (let at = 0; at + FORMAT.length <= fields.length; at += FORMAT.length) {
    const [id = "", tree = "", parents = "", name = "", email = "", date = "", ...rest] = fields.slice(at);
    const [committer = "", committerEmail = "", committed = "", message = ""] = rest;
    told.push({
      ...{ id, tree, parents: parents.split(" ").filter(Boolean), name, email, at: utc(date) },
      committer: { name: committer, email: committerEmail, date: utc(committed) },
      // GitHub tells a message without the line break at its end.
      message: message.replace(/\n+$/, ""),
    });
  }
  return told;
}

function utc(date: string): string {
  return new Date(date).toISOString().replace(".000Z", "Z");
}

function entriesIn(text: string): readonly TreeEntry[] {
  return text.split("\0").flatMap((line) => {
    const [head = "", path = ""] = line.split("\t");
    const [mode = "", type = "", sha = "", size = ""] = head.split(/ +/);
    return isType(type) ? [{ mode, type, sha, path, size: size === "-" ? null : Number(size) }] : [];
  });
}
