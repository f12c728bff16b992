import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import type { Repository } from "../git/repository.ts";
import { STORE_FOLDER } from "./compiled.ts";
import { printOf } from "./fingerprint.ts";

/** Files whose prints are taken in one go: a tick of the clock is enough for so many. */
const MOST_FILES = 5_000;

/** A digest of what some revisions name now; one that names nothing counts as that. One child, which reads nothing but refs. */
export async function revisionsNow({ git }: Repository, revisions: readonly string[]): Promise<string> {
  const args = ["rev-parse", "--quiet", "--end-of-options", ...revisions];
  return digestOf([await git.text(args, { codes: [0, 1, 128] })]);
}

/**
 * A digest that changes when one of some root-relative files is written, when another comes to be beside it, or when what trackers told
 * is kept anew. Nothing is read but what the file system tells of each.
 */
export function filesNow({ root, commonDir }: Repository, paths: readonly string[]): string {
  const own = root === null ? [] : paths.slice(0, MOST_FILES).map((path) => join(root, path));
  const folders = own.map((path) => dirname(path)).filter((folder) => folder !== root);
  const kept = join(commonDir, STORE_FOLDER, "tickets");
  return digestOf([...new Set([...own, ...folders, kept])].map(printOf));
}

function digestOf(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\n")).digest("hex");
}
