/**
 * Counts a history once more, with git and a plain expression alone, and prints both counts:
 * node bench/real.mjs CLONE EXPRESSION [report.json]
 * CLONE has a golden-thread.yml; without a report the audit is made first, with `--with paths,lines`.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const [clone, expression, given] = process.argv.slice(2);
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const env = { ...process.env, LC_ALL: "C", TZ: "UTC", GIT_NO_REPLACE_OBJECTS: "1" };
const most = 1 << 30;

function git(...args) {
  return execFileSync("git", ["-C", clone, ...args], { env, maxBuffer: most, encoding: "utf8" });
}

async function* records(args, separator) {
  const child = spawn("git", ["-C", clone, ...args], { env, stdio: ["ignore", "pipe", "ignore"] });
  if (separator === "\n") {
    yield* createInterface({ input: child.stdout, crlfDelay: 0 });
    return;
  }
  let rest = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    const parts = (rest + chunk).split(separator);
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}

function report() {
  if (given !== undefined) return JSON.parse(readFileSync(given, "utf8"));
  const argv = [cli, "audit", "--with", "paths,lines", "--format", "json"];
  const { stdout } = spawnSync(process.execPath, argv, {
    cwd: clone,
    env,
    maxBuffer: most,
    encoding: "utf8",
  });
  return JSON.parse(stdout);
}

async function tally(args) {
  const counts = new Map();
  for await (const line of records(args, "\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Paths of the commits whose messages match, and the lines of all that are no merges. */
async function changes(tip, wanted) {
  const touched = new Set();
  let [added, deleted, isNamed] = [0, 0, false];
  const args = ["log", "--no-merges", "--numstat", "--no-renames", "--format=%x01%H", "-z", tip];
  for await (const record of records(args, "\0")) {
    const text = record.replace(/^\n/, "");
    if (text.startsWith("\x01")) {
      isNamed = wanted.has(text.slice(1).trim());
      continue;
    }
    const [more, fewer, ...path] = text.split("\t");
    if (path.length === 0) continue;
    added += Number(more) || 0;
    deleted += Number(fewer) || 0;
    if (isNamed) touched.add(path.join("\t"));
  }
  return { touched, added, deleted };
}

/** How many names differ, and the first of them. */
function difference(ours, theirs) {
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  const other = [...names].filter((name) => (ours.get(name) ?? 0) !== (theirs.get(name) ?? 0));
  const [first] = other;
  return first === undefined
    ? "none"
    : `${other.length}: ${first} (${ours.get(first) ?? 0}, ${theirs.get(first) ?? 0})`;
}

const audit = report();
const { tip } = audit.scope;
const rows = [];
const tell = (name, ours, theirs, note = "") =>
  rows.push({ name, ours, git: theirs, difference: note || (ours === theirs ? "none" : ours - theirs) });

tell("commits", audit.coverage.commits.total, Number(git("rev-list", "--count", tip)));
const match = ["log", "-P", `--grep=${expression}`, "--format=%H", tip];
const named = new Set(
  git(...match)
    .split("\n")
    .filter(Boolean),
);
const whole = git("ls-tree", "-r", "-z", "--full-tree", tip).split("\0").filter(Boolean);
tell("commits that name a ticket", audit.coverage.commits.referenced, named.size);
const merges = Number(git("rev-list", "--count", "--merges", tip));
const kinds = audit.history.lineage ?? [];
tell("merges", kinds.filter(({ kind }) => /merge/.test(kind)).length, merges);
const months = await tally(["log", "--format=%cd", "--date=format-local:%Y-%m", tip]);
const ourMonths = new Map(audit.months.map(({ name, commits }) => [name, commits]));
tell("months", ourMonths.size, months.size, difference(ourMonths, months));
const authors = await tally(["log", "--no-mailmap", "--format=%an <%ae>", tip]);
const ourAuthors = new Map(audit.authors.map(({ name, commits }) => [name, commits]));
tell("authors", ourAuthors.size, authors.size, difference(ourAuthors, authors));
const files = whole
  .filter((line) => !line.startsWith("160000"))
  .map((line) => line.slice(line.indexOf("\t") + 1));
tell("files", audit.files.count, files.length);
const grep = spawnSync("git", ["-C", clone, "grep", "-zlIP", expression, tip], {
  env,
  maxBuffer: most,
  encoding: "utf8",
});
const search = new Set(
  grep.stdout
    .split("\0")
    .filter(Boolean)
    .map((name) => name.slice(tip.length + 1)),
);
const ourNamed = new Map(audit.files.named.map(({ index }) => [audit.files.path[index], 1]));
tell(
  "files that name a ticket",
  ourNamed.size,
  search.size,
  difference(ourNamed, new Map([...search].map((path) => [path, 1]))),
);
const { touched, added, deleted } = await changes(tip, named);
const orphans = files.filter((path) => !touched.has(path) && !search.has(path));
const ourOrphans = audit.gaps.find(({ code }) => code === "file-without-ticket")?.indexes ?? [];
const ourPaths = new Map(ourOrphans.map((at) => [audit.files.path[at], 1]));
tell(
  "files that no ticket leads to",
  ourPaths.size,
  orphans.length,
  difference(ourPaths, new Map(orphans.map((path) => [path, 1]))),
);
if (audit.history.added !== undefined) {
  const sum = (column) => column.reduce((total, one) => total + (one ?? 0), 0);
  tell("lines added", sum(audit.history.added), added);
  tell("lines deleted", sum(audit.history.deleted), deleted);
}
console.log(`| ${basename(clone)} | golden-thread | git | difference |\n|---|---:|---:|---|`);
for (const { name, ours, git: theirs, difference: note } of rows)
  console.log(`| ${name} | ${ours.toLocaleString("en")} | ${theirs.toLocaleString("en")} | ${note} |`);
