import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scene } from "./scene.ts";

const STORE = ".git/golden-thread";

/** Makes what is remembered of every ticket some minutes old, and lets what was compiled of it run out. */
export function age({ root }: Scene, minutes: number): void {
  rmSync(join(root, STORE, "commit-msg.index"), { force: true });
  const folder = join(root, STORE, "tickets");
  const at = new Date(Date.now() - minutes * 60_000).toISOString();
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), text.replace(/"at":"[^"]+"/g, `"at":"${at}"`));
  }
}

/** Lets the pause of a remote that gave no answer end now. Its file. */
export function endPause({ root }: Scene, remote: string): string {
  const folder = join(root, STORE, "pauses");
  const name = readdirSync(folder).find((one) => one.startsWith(`${remote}-`)) ?? "none";
  const file = join(folder, name);
  const past = new Date(Date.now() - 1000).toISOString();
  writeFileSync(
    file,
    JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), since: past, until: past }),
  );
  return file;
}
