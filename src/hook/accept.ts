import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { BUILD } from "../core/build.ts";
import { indexFile } from "../store/compiled.ts";
import { isCurrent } from "../store/current.ts";
import { openIndex } from "../store/index-reader.ts";
import { branchAt, type Env, findGit, isSteered, isUnderWay } from "./git-place.ts";
import { isAuthorised } from "./judge-draft.ts";

/** What the fast path is told of its process. */
export interface FastWorld {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Env;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Longest message in bytes that is judged here: nobody writes one, and the engine has no such limit. */
const LONGEST_MESSAGE = 4 * 1024 * 1024;

/**
 * The hook's fast path: true only if the engine would accept the message too, and say nothing. False says nothing at
 * all: the engine has to be asked. Starts no child process, loads no library, throws nothing.
 */
export function accepts(world: FastWorld): boolean {
  try {
    return decided(world);
  } catch {
    // Whatever can't be read or understood here, the engine will explain.
    return false;
  }
}

function decided({ args, cwd, env, now }: FastWorld): boolean {
  const [hook, file, ...more] = args;
  if (hook !== "commit-msg" || file === undefined || more.length > 0 || isSteered(env)) return false;
  const git = findGit(cwd, env);
  // A merge's message has a file of its own.
  if (git === null || file.endsWith("MERGE_MSG") || isUnderWay(git.gitDir)) return false;
  const index = openIndex(indexFile(git.gitDir), BUILD);
  if (index === null) return false;
  const { header } = index;
  if (header.slow !== null || !isCurrent(header, git, env)) return false;
  const branch = branchAt(git.gitDir);
  const raw = readMessage(resolve(cwd, file));
  return branch !== undefined && raw !== null && isAuthorised({ raw, branch, index, root: git.root, now });
}

/** Null: not plain UTF-8 with line feeds; how git stores that is for the engine to find out. */
function readMessage(path: string): string | null {
  if (statSync(path).size > LONGEST_MESSAGE) return null;
  const text = readFileSync(path, "utf8");
  return /[\0\r\ufffd]/.test(text) ? null : text;
}
