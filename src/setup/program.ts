import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { ClientHook } from "../core/hook-names.ts";
import { inside, realPath, type Scene } from "./scene.ts";

/** The text of golden-thread's own hook script. Throws `Fault("storage")` where the installation is not whole. */
export function ownScript(home: string, name: ClientHook): string {
  const path = join(home, "hooks", name);
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault(
      "storage",
      "golden-thread's own hook script is missing: this installation is not whole.",
      { found: path, fix: "install golden-thread again", cause },
    );
  }
}

/** The script told where its program is, relative to the root where that is what everybody shares: a copy can't find it by its own place. */
export function scriptFor(scene: Scene, home: string, name: ClientHook): string {
  const file = join(home, "dist", "hook.cjs");
  const isShared = inside(scene.repo.commonDir, scene.realHooks) === null;
  const entry = (isShared ? inside(scene.root, file) : null) ?? file;
  const quoted = entry.replaceAll("'", "'\\''");
  return ownScript(home, name).replace(/^entry=.*$/mu, () => `entry='${quoted}'`);
}

/** The command that every machine has: the script in the repository or its packages, else the installed program. */
export function hookCommand({ root }: Pick<Scene, "root">, home: string, name: ClientHook): string {
  const way =
    inside(realPath(root), join(realPath(home), "hooks", name)) ?? inside(root, join(home, "hooks", name));
  if (way === null) return `golden-thread-hook ${name}`;
  return /^[\w./-]+$/u.test(way) ? `./${way}` : `'./${way.replaceAll("'", "'\\''")}'`;
}
