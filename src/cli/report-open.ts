import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { terminal } from "../reports/escape.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

/** Where `audit --out audit` of the manual writes. */
const FOLDER = "audit";
const PAGE = "report.html";

/** What the page of ours begins with; the system's opener would run many another kind of file. */
const BEGINNING = "<!doctype html>";

/** `report open [DIR|FILE]`: prints the page's address, and opens it where somebody sits at a terminal. */
export async function reportOpen(
  words: Words,
  [named = FOLDER, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  if (more.length > 0)
    throw usage({ name: "report" }, "report open takes one folder or page.", { found: more.join(" ") });
  const file = fileOf(resolve(io.cwd, named));
  if (file === null)
    throw new Fault("usage", "There is no page of an audit.", {
      found: named,
      wanted: `a folder with ${PAGE}, or a page`,
      fix: `golden-thread audit --out ${FOLDER}`,
    });
  const start = Buffer.from(await io.readFile(file)).subarray(0, BEGINNING.length);
  if (!file.endsWith(".html") || start.toString("latin1") !== BEGINNING)
    throw new Fault("usage", "This is no page of an audit.", { found: named, wanted: PAGE });
  const url = pathToFileURL(file).href;
  io.stdout.write(`${terminal(url)}\n`);
  if (words.has("print") || !world.interactive) return exitCode("pass");
  const { openPage } = await import("../satellite/ticket-address.ts");
  if (!(await openPage(world, url))) io.stderr.write("No program here opens addresses.\n");
  return exitCode("pass");
}

/** The page that a path means; null: none. */
function fileOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found?.isFile() === true ? path : null;
  const inside = join(path, PAGE);
  return statSync(inside, { throwIfNoEntry: false })?.isFile() === true ? inside : null;
}
