import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Env } from "../git/env.ts";
import { runScript } from "../git/script.ts";
import type { Check } from "./checks.ts";
import { ownScript } from "./program.ts";

/** package.json's `engines`; a test holds them equal. */
export const OLDEST_NODE = "20.19.0";

/** What a program with windows gives git on macOS, and about what it gives elsewhere. */
const BARE_PATH = "/usr/bin:/bin:/usr/sbin:/sbin";

/** Tells which Node a hook has become. */
const PROBE = "console.log(JSON.stringify([process.versions.node, process.execPath]));";

/** Which Node the hooks find, in this terminal and in a program with windows: asked of the hook script itself. */
export async function checkNode(options: {
  readonly home: string;
  readonly node: string;
  readonly env: Env;
}): Promise<readonly Check[]> {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-doctor-"));
  try {
    const script = makeProbe(folder, options.home);
    const { HOME, XDG_CONFIG_HOME } = options.env;
    const bare = { PATH: BARE_PATH, HOME, XDG_CONFIG_HOME };
    const [here, there] = await Promise.all([
      findNode(script, folder, options.env),
      findNode(script, folder, bare),
    ]);
    const fix = fixOf(options);
    return [answer("node-here", here, fix), answer("node-bare-path", there, fix)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeProbe(folder: string, home: string): string {
  const path = join(folder, "hooks", "commit-msg");
  const probe = join(folder, "probe.cjs");
  mkdirSync(dirname(path));
  writeFileSync(probe, PROBE);
  writeFileSync(
    path,
    ownScript(home, "commit-msg").replace(/^entry=.*$/mu, () => `entry='${probe}'`),
  );
  return path;
}

interface FoundNode {
  readonly version: string;
  readonly path: string;
}

async function findNode(script: string, cwd: string, env: Env): Promise<FoundNode | null> {
  const ran = await runScript(script, { cwd, env });
  const line = ran?.stdout.split("\n").find((one) => one.startsWith("["));
  if (line === undefined) return null;
  const [version, path]: readonly unknown[] = JSON.parse(line);
  return typeof version === "string" && typeof path === "string" ? { version, path } : null;
}

/** The hook script reads this file where it finds no Node. */
function fixOf({ node, env }: { readonly node: string; readonly env: Env }): string {
  const folder =
    env.XDG_CONFIG_HOME === undefined ? "~/.config/golden-thread" : `'${env.XDG_CONFIG_HOME}/golden-thread'`;
  return `mkdir -p ${folder} && echo "export GOLDEN_THREAD_NODE='${node}'" >> ${folder}/init.sh`;
}

function answer(code: "node-here" | "node-bare-path", node: FoundNode | null, fix: string): Check {
  const wanted = `Node ${OLDEST_NODE} or later`;
  // Without Node a hook stops loudly; whoever has no program with windows never sees it.
  const state = code === "node-here" ? "fail" : "note";
  if (node === null) return { code, state, found: "none", wanted, fix };
  const found = `Node ${node.version}, ${node.path}`;
  return isOlder(node.version, OLDEST_NODE)
    ? { code, state, found, wanted, fix }
    : { code, state: "ok", found };
}

/** Whether one version of numbers and dots comes before another. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  const at = b?.findIndex((part, index) => part !== (a?.[index] ?? 0)) ?? -1;
  return at !== -1 && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}
