import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { Env } from "./env.ts";
import { type Git, openGit } from "./run.ts";

/** Both changes of a text in one; null: they touch the same lines. git decides, so nothing outside of conflicts is lost. */
export function mergeTexts(env: Env, base: string, ours: string, theirs: string): Promise<string | null> {
  return inFolder(env, { base, ours, theirs }, async (git) => {
    // The exit code counts conflicts.
    const codes = Array.from({ length: 128 }, (_, code) => code);
    const { code, stdout } = await git.run(["merge-file", "-p", "ours", "base", "theirs"], { codes });
    return code === 0 ? stdout.toString("utf8").replace(/\n$/, "") : null;
  });
}

/** Two texts as a unified diff without its head; empty: they are the same. */
export function diffTexts(env: Env, before: string, after: string): Promise<string> {
  return inFolder(env, { before, after }, async (git) => {
    const plain = ["--no-color", "--no-ext-diff", "--no-textconv", "--no-prefix"];
    const diff = await git.text(["diff", "--no-index", ...plain, "--", "before", "after"], { codes: [0, 1] });
    const at = diff.indexOf("\n@@");
    return at === -1 ? "" : diff.slice(at + 1);
  });
}

/** Runs git beside files of its own, outside of any repository. */
async function inFolder<Answer>(
  env: Env,
  texts: Readonly<Record<string, string>>,
  work: (git: Git) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-texts-"));
  try {
    for (const [name, text] of Object.entries(texts)) {
      if (text.includes("\0")) throw new Fault("usage", "A text with NUL is no text.", { found: name });
      writeFileSync(join(folder, name), text === "" ? "" : `${text}\n`);
    }
    const outside = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };
    return await work(
      openGit({ cwd: folder, env: { ...env, ...outside, GIT_CEILING_DIRECTORIES: tmpdir() } }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
