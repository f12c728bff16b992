import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare, peakMemory, time } from "./measure.mjs";
import { home } from "./peers.mjs";
import { POLICY } from "./range.mjs";

const LARGE = 45_000;
const SMALL = 500;

/** Bytes of a made-up file: with 45,000 of them several hundred MB. */
const LINES = 120;
const LINE = "  const reader = openReader(index, { retries: 3 }); // keeps the order of the log\n";

/** A repository of one commit with `count` files, one of ten with a key, no two the same. */
function tree(root, count) {
  const stream = [
    `commit refs/heads/main\ncommitter B <b@example.test> 1763700000 +0000\ndata 12\nAll (PROJ-1)\n`,
  ];
  for (let index = 0; index < count; index++) {
    const key = index % 10 === 0 ? `  // See PROJ-${index + 1} for why.\n` : "";
    const text = `// ${index}\n${LINE.repeat(LINES / 2)}${key}${LINE.repeat(LINES / 2)}`;
    stream.push(`M 100644 inline src/part${index % 200}/file${index}.ts\ndata ${text.length}\n${text}\n`);
  }
  run(["init", "-q", "-b", "main", root], ".");
  run(["fast-import", "--quiet"], root, stream);
  run(["reset", "-q", "--hard"], root);
  writeFileSync(join(root, "golden-thread.yml"), POLICY);
  return root;
}

function run(args, cwd, parts = []) {
  const { status, stderr } = spawnSync("git", args, {
    cwd,
    input: Buffer.concat(parts.map((one) => Buffer.from(one))),
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}

/** The references of a tree: found once by `refs`, and found, counted and joined with its one commit by an audit, cold and with one file changed. */
export function benchTree(folder, given, report, reportMemory) {
  const small = tree(join(folder, "small-tree"), SMALL);
  const node = "node";
  benchOne(small, `${SMALL} files`, "git grep + 3 x node", report, reportMemory);
  const nodeRun = { name: node, argv: [process.execPath, "-e", "0"] };
  report(`git grep of ${SMALL} files : node -e 0 (for scale)`, compare(nodeRun, grepIn(small), 9), "-");
  const large = given ?? tree(join(folder, "large-tree"), LARGE);
  benchOne(large, given === undefined ? `${LARGE} files` : "the tree given", "<= 1.3", report, reportMemory);
}

function grepIn(cwd) {
  const pattern = "(?<![A-Za-z0-9_])PROJ-[1-9][0-9]*";
  return { name: "git grep", argv: ["git", "grep", "-nIP", pattern], cwd, codes: [0, 1] };
}

function benchOne(cwd, name, goal, report, reportMemory) {
  const grep = grepIn(cwd);
  const cli = (...args) => [process.execPath, join(home, "dist/cli.js"), ...args];
  const refs = { name: "refs --tree", argv: cli("refs", "--tree", "--provider", "jira=PROJ"), cwd };
  report(`refs --tree, ${name} : git grep -nIP`, compare(grep, refs, 7), goal);
  reportMemory("own peak memory of that", peakMemory(refs), "<= 100 MiB");
  const forget = () => rmSync(join(cwd, ".git/golden-thread/history-tree"), { force: true });
  const argv = cli("audit", "--range", "HEAD", "--format", "json", "--with", "tree");
  const warm = { name: "audit", argv, cwd, codes: [0, 1, 3] };
  const cold = { ...warm, before: forget };
  report(
    `audit of one commit and ${name}, cold : git grep -nIP`,
    compare(grep, cold, 5),
    "(lines are counted)",
  );
  reportMemory("own peak memory of that", peakMemory(cold), "<= 100 MiB");
  time(warm);
  report("the same, nothing new : git grep -nIP", compare(grep, warm, 5), goal);
}
