import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TemporaryRepository } from "../git/repo.ts";

/** What one command of the page printed. */
export interface Verified {
  readonly status: number | null;
  readonly output: string;
}

/** Runs every command of an audit's page in a shell, as a reader who has a clone would, and answers what each prints. */
export function verified(folder: string, clone: TemporaryRepository): readonly Verified[] {
  const page = readFileSync(join(folder, "VERIFY.md"), "utf8");
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, script = ""]) => {
    const env = { ...process.env, ...clone.env, REPO: clone.root };
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    return { status, output: stdout + stderr };
  });
}
