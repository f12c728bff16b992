import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../..");

/** What the bundles are made from. */
const SOURCES = ["src", "scripts/build", "hooks"];

/** A folder like golden-thread's own, with `hooks/` and a `dist/` of hook.cjs and engine.js that is built from the sources as they are. */
export function builtHome(): string {
  const home = join(tmpdir(), `golden-thread-built-${digestOf(SOURCES)}`);
  if (!existsSync(home)) build(home);
  return home;
}

/** The same hook.cjs beside an engine that judges nothing: it ends with `ENGINE`, so that a test sees who answered. */
export function stubHome(): string {
  const home = builtHome();
  const stub = join(home, "stub");
  if (!existsSync(stub)) {
    mkdirSync(join(stub, "dist"), { recursive: true });
    cpSync(join(home, "dist", "hook.cjs"), join(stub, "dist", "hook.cjs"));
    writeFileSync(join(stub, "dist", "package.json"), '{ "type": "commonjs" }');
    writeFileSync(join(stub, "dist", "engine.js"), `exports.run = async () => ${ENGINE};`);
  }
  return stub;
}

/** Exit code of the stub engine. */
export const ENGINE = 42;

function digestOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" }).sort()) {
      if (/\.(ts|mjs)$/.test(name) || folder === "hooks")
        hash.update(name).update(readFileSync(join(PROJECT, folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** The project's own bundler, in a process of its own; whoever is first leaves the result for all test files. */
const BUNDLE = `
import { mkdirSync, writeFileSync } from "node:fs";
const [project, out] = process.argv.slice(-2);
const { bundleAll } = await import(project + "/scripts/build/bundle.mjs");
const { files } = await bundleAll(project, [
  { file: "hook.cjs", source: "src/hook/fast.ts", kind: "hook", executable: true },
  { file: "engine.js", source: "src/hook/main.ts", kind: "module", executable: false },
]);
mkdirSync(out + "/chunks", { recursive: true });
for (const [name, text] of files) writeFileSync(out + "/" + name, text);
`;

function build(home: string): void {
  const folder = mkdtempSync(`${home}.`);
  const dist = join(folder, "dist");
  const options = ["--input-type=module", "--eval", BUNDLE, "--", PROJECT, dist];
  const ran = spawnSync(process.execPath, options, { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`the hook could not be built: ${ran.stderr}`);
  writeFileSync(join(dist, "package.json"), '{ "type": "commonjs" }');
  cpSync(join(PROJECT, "hooks"), join(folder, "hooks"), { recursive: true });
  try {
    renameSync(folder, home);
  } catch {
    // Another test file was quicker.
    rmSync(folder, { recursive: true, force: true });
  }
}
