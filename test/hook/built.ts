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
export async function builtHome(): Promise<string> {
  const home = join(tmpdir(), `golden-thread-built-${digestOf(SOURCES)}`);
  if (!existsSync(home)) await build(home);
  return home;
}

/** The same hook.cjs beside an engine that judges nothing: it ends with `ENGINE`, so that a test sees who answered. */
export async function stubHome(): Promise<string> {
  const home = await builtHome();
  const stub = join(home, "stub");
  if (!existsSync(stub)) {
    mkdirSync(join(stub, "dist"), { recursive: true });
    cpSync(join(home, "dist", "hook.cjs"), join(stub, "dist", "hook.cjs"));
    writeFileSync(join(stub, "dist", "package.json"), '{ "type": "module" }');
    writeFileSync(join(stub, "dist", "engine.js"), `export const run = async () => ${ENGINE};`);
  }
  return stub;
}

/** Exit code of the stub engine. */
export const ENGINE = 42;

function digestOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" }).sort()) {
      if (/\.(ts|mjs)$|commit-msg$/.test(name))
        hash.update(name).update(readFileSync(join(PROJECT, folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** Whoever is first leaves it for all test files of this and later runs. */
async function build(home: string): Promise<void> {
  const folder = mkdtempSync(`${home}.`);
  const { bundleAll } = await import("../../scripts/build/bundle.mjs");
  const entries = [
    { file: "hook.cjs", source: "src/hook/fast.ts", kind: "hook", executable: true },
    { file: "engine.js", source: "src/hook/main.ts", kind: "module", executable: false },
  ];
  const { files } = await bundleAll(PROJECT, entries);
  mkdirSync(join(folder, "dist", "chunks"), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, "dist", name), text);
  writeFileSync(join(folder, "dist", "package.json"), '{ "type": "module" }');
  cpSync(join(PROJECT, "hooks"), join(folder, "hooks"), { recursive: true });
  try {
    renameSync(folder, home);
  } catch {
    // Another test file was quicker.
    rmSync(folder, { recursive: true, force: true });
  }
}
