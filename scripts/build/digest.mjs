import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** What decides how the built code answers: its sources, and the dependencies that it names. */
const FOLDER = "src";
const MANIFEST = "package.json";

/** Digits that tell two builds apart; nobody searches for two that agree. */
const DIGITS = 16;

/** A digest of the sources: the same in every directory and on every system, another after any change. */
export function digestOf(root) {
  const sources = readdirSync(join(root, FOLDER), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => `${FOLDER}/${name.split(sep).join("/")}`);
  const hash = createHash("sha256");
  for (const name of [MANIFEST, ...sources.sort()]) {
    // A checkout may have turned line ends.
    const text = readFileSync(join(root, name), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${name}\0${text.length}\0${text}`);
  }
  return hash.digest("hex").slice(0, DIGITS);
}
