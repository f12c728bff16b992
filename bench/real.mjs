/**
 * Counts a history once more, with git and a plain expression alone, and prints both counts:
 * node bench/real.mjs CLONE EXPRESSION [report.json]
 * CLONE has a golden-thread.yml; without a report the audit is made first, with `--with paths,lines`. EXPRESSION: one that git
 * knows as Perl's, or the name of one in `EXPRESSIONS`.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** GitHub's ways to name an issue: `#12`, `GH-12`, an address, `owner/repo#12`. */
const github = (repository) =>
  [
    "(?<![\\w&])#[1-9]\\d{0,9}(?!\\w|\\.\\d)",
    "(?<![\\w-])[gG][hH]-[1-9]\\d*(?!\\w)",
    `[gG]it[hH]ub\\.com/${repository}/(?:issues|pull)/[1-9]`,
    `(?<![\\w./-])${repository}#[1-9]\\d*(?!\\w)`,
  ].join("|");

/** The expression of each repository that was counted. */
const EXPRESSIONS = {
  rails: github("rails/rails"),
  git: github("git/git"),
  kafka: "(?<![A-Za-z0-9_])KAFKA-[1-9][0-9]*(?![A-Za-z0-9_]|\\.[0-9])",
  BCApps: "AB#[1-9][0-9]*|_workitems/edit/[1-9]",
  "Backlog.md": "(?<![A-Za-z0-9_])(?:TASK|BACK)-[0-9]+",
};

const [clone, written, given] = process.argv.slice(2);
const expression = EXPRESSIONS[written] ?? written;
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const env = { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC", GIT_NO_REPLACE_OBJECTS: "1" };
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

/** Paths that the named commits changed; no merge has any of its own. */
async function changedBy(tip, wanted) {
  const touched = new Set();
  let isNamed = false;
  const args = ["log", "--no-merges", "--name-only", "--no-renames", "--format=%x01%H", "-z", tip];
  for await (const record of records(args, "\0")) {
    const text = record.replace(/^\n/, "");
    if (text.startsWith("\x01")) isNamed = wanted.has(text.slice(1).trim());
    else if (isNamed && text !== "") touched.add(text);
  }
  return touched;
}

/** Lines of all commits that are no merges; null: git ended over an object that this clone lacks. */
function linesOf(tip) {
  const args = ["-C", clone, "log", "--no-merges", "--numstat", "--no-renames", "--format=", tip];
  const { status, stdout } = spawnSync("git", args, { env, maxBuffer: most, encoding: "utf8" });
  if (status !== 0) return null;
  const sum = (at) =>
    stdout.split("\n").reduce((total, line) => total + (Number(line.split("\t")[at]) || 0), 0);
  return { added: sum(0), deleted: sum(1) };
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

/** Numbers that look random and are the same in each run (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SEED = 7;
const SAMPLE = 300;

function sampleOf(all) {
  const random = seeded(SEED);
  const list = [...all];
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list.slice(0, SAMPLE);
}

const ask = (...args) => spawnSync("git", ["-C", clone, ...args], { env, maxBuffer: most });

/** Whether git merges to the same without anybody's help. A child for each: asked of many at once, git 2.39 answers wrong. */
function isOwnMerge(id) {
  return ask("show", "--remerge-diff", "--format=", id).stdout.length === 0;
}

/** The change between two trees by its changed lines alone; empty: there is none, or it can't be read. */
function patchOf(from, to) {
  const how = ["-U0", "--full-index", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-prefix"];
  const diff = ask("diff", ...how, from, to);
  if (diff.status !== 0) return "";
  const args = ["-C", clone, "patch-id", "--verbatim"];
  return spawnSync("git", args, { env, input: diff.stdout, encoding: "utf8" }).stdout.split(" ")[0];
}

const REVERT =
  /^This reverts commit ([0-9a-f]{7,64})\b(?:,\s+reversing\s+changes\s+made\s+to\s+([0-9a-f]{7,64}))?/gm;

/** Whether a commit undoes an ancestor that it names. */
function isRevert(id, message) {
  const own = patchOf(`${id}^`, id);
  return [...message.matchAll(REVERT)].some(
    ([, target, parent]) =>
      own !== "" &&
      ask("merge-base", "--is-ancestor", target, id).status === 0 &&
      patchOf(target, parent ?? `${target}^`) === own,
  );
}

/** Exemptions and lineage of samples, from git's objects alone: how many of a sample both call alike. */
function* secondCounts({ report: { commits, keys }, history }, end) {
  const rows = new Map(commits.id.map((id, row) => [id, row]));
  const lineage = new Map(history.lineage.map((one) => [one.index, one]));
  const merges = sampleOf(
    git("rev-list", "--min-parents=2", "--max-parents=2", end).split("\n").filter(Boolean),
  );
  const alike = merges.filter((id) => {
    const row = rows.get(id);
    const isExempt = keys[commits.key[row]].findings.some(({ code }) => code === "clean-merge");
    const isNamed = history.tickets[row].length > 0;
    const kind = lineage.get(row)?.kind;
    // One that names a task which is known needs no excuse; only an evil one is told apart.
    return isOwnMerge(id) ? isExempt || (isNamed && kind === "merge") : !isExempt;
  });
  yield ["merges of a sample that are git's own", merges.length, alike.length];
  const said = git("log", "-z", "--no-merges", "--grep=^This reverts commit ", "--format=%H%n%B", end);
  const reverts = sampleOf(said.split("\0").filter(Boolean));
  const same = reverts.filter((record) => {
    const [id = ""] = record.split("\n", 1);
    const own = lineage.get(rows.get(id));
    return (own?.kind === "revert" && own.proved) === isRevert(id, record);
  });
  yield ["reverts of a sample that are proved or not", reverts.length, same.length];
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
const touched = await changedBy(tip, named);
const orphans = files.filter((path) => !touched.has(path) && !search.has(path));
const ourOrphans = audit.gaps.find(({ code }) => code === "file-without-ticket")?.indexes ?? [];
const ourPaths = new Map(ourOrphans.map((at) => [audit.files.path[at], 1]));
tell(
  "files that no ticket leads to",
  ourPaths.size,
  orphans.length,
  difference(ourPaths, new Map(orphans.map((path) => [path, 1]))),
);
const lines = audit.history.added === undefined ? null : linesOf(tip);
if (lines !== null) {
  const sum = (column) => column.reduce((total, one) => total + (one ?? 0), 0);
  tell("lines added", sum(audit.history.added), lines.added);
  tell("lines deleted", sum(audit.history.deleted), lines.deleted);
}
for (const row of secondCounts(audit, tip)) tell(...row);
console.log(`| ${basename(clone)} | golden-thread | git | difference |\n|---|---:|---:|---|`);
for (const { name, ours, git: theirs, difference: note } of rows)
  console.log(`| ${name} | ${ours.toLocaleString("en")} | ${theirs.toLocaleString("en")} | ${note} |`);
