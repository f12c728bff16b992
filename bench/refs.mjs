import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./measure.mjs";
import { home } from "./peers.mjs";

/** A made-up tree: 20,000 source files of 3 kB, one of ten with a key. */
function tree(folder) {
  const root = join(folder, "tree");
  mkdirSync(root, { recursive: true });
  execFileSync("git", ["init", "-q", root]);
  const line = "  const reader = openReader(index, { retries: 3 }); // keeps the order of the log\n";
  for (let index = 0; index < 20_000; index++) {
    const folderName = join(root, `src/part${index % 200}`);
    if (index < 200) mkdirSync(folderName, { recursive: true });
    const key = index % 10 === 0 ? `  // See PROJ-${index} for why.\n` : "";
    writeFileSync(join(folderName, `file${index}.ts`), line.repeat(20) + key + line.repeat(18));
  }
  execFileSync("git", ["-C", root, "add", "."]);
  return root;
}

export async function benchRefs(folder, given, report) {
  const root = given ?? tree(folder);
  const grep = {
    name: "git grep",
    argv: ["git", "grep", "-nIP", "(?<![A-Za-z0-9_])PROJ-[1-9][0-9]*"],
    cwd: root,
    codes: [0, 1],
  };
  const argv = [process.execPath, join(home, "dist/cli.js"), "refs", "--tree", "--provider", "jira=PROJ"];
  report(
    "refs --tree : git grep -nIP",
    compare(grep, { name: "refs", argv, cwd: root }, 7),
    "<= 1.3 (large trees)",
  );
}
