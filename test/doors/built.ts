import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Ran, type TemporaryRepository, temporaryFolder, temporaryRepository } from "../git/repo.ts";

/** The folder whose `dist/` is driven: this checkout, or another build that is being tried. */
export const home =
  process.env.DOORS_HOME ?? fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/u, "");

const made = { programs: "" };

/** A folder for PATH in which the package's two programs stand, as a package manager would put them there; one for each test file. */
function programs(): string {
  if (existsSync(made.programs)) return made.programs;
  made.programs = join(temporaryFolder(), "bin");
  mkdirSync(made.programs);
  for (const [name, file] of [
    ["golden-thread", "cli.js"],
    ["golden-thread-hook", "hook.cjs"],
  ] as const) {
    const script = `#!/bin/sh\nexec '${process.execPath}' '${join(home, "dist", file)}' "$@"\n`;
    writeFileSync(join(made.programs, name), script, { mode: 0o755 });
  }
  return made.programs;
}

export interface ShellOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs a line of shell with the built programs on PATH. */
export function shell(line: string, options: ShellOptions): Ran {
  const env: ShellOptions["env"] = { ...process.env, CI: undefined, ...options.env };
  const path = [programs(), env.PATH ?? ""].join(delimiter);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
    cwd: options.cwd,
    env: { ...env, PATH: path },
    input: options.input ?? "",
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status ?? -1, stdout, stderr };
}

/**
 * The example with Markdown tasks as a repository: `main` holds an authorised commit and a rogue one, the branch
 * that is checked out two authorised ones on top.
 */
export function exampleRepository(): TemporaryRepository {
  const repo = temporaryRepository();
  cpSync(join(home, "examples", "markdown-tasks"), repo.root, { recursive: true });
  repo.commit("Begin the login service (TASK-1)", { "src/login.js": "export const attempts = 5;\n" });
  repo.commit("Quick fix", { "src/login.js": "export const attempts = 50;\n" });
  repo.git("switch", "--quiet", "-c", "topic");
  repo.commit("Count attempts per minute (TASK-1)", { "src/login.js": "export const window = 60;\n" });
  repo.commit("Reset the counter\n\nRefs: TASK-1\n", { "src/counter.js": "export const reset = true;\n" });
  return repo;
}
