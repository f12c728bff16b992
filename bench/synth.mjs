import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Words of the made-up messages; the mix of lengths is that of a large Java project's history. */
const WORDS =
  "fix add remove cache reader writer index commit retry timeout broker client flaky test cleanup log".split(
    " ",
  );

/** Deterministic noise, so that two runs measure the same history. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** One message: nine of ten name a ticket in the subject, as disciplined projects have it. */
function message(next, index) {
  const words = (count) => Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(" ");
  const key = next(10) === 0 ? "" : `PROJ-${1 + next(9000)}: `;
  const body =
    next(3) === 0 ? "" : `\n\n${words(12)}\n${words(11)} #${index}\n\nReviewed-by: R <r@example.test>`;
  return `${key}${words(6)}${body}\n`;
}

/** A bare repository with `count` commits on one branch, each changing one of 500 files. */
export async function synthesise(folder, count) {
  mkdirSync(folder, { recursive: true });
  spawnSync("git", ["init", "-q", "--bare", "-b", "main", folder]);
  const child = spawn("git", ["-C", folder, "fast-import", "--quiet", "--done"], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const next = random(42);
  let chunk = "";
  for (let index = 0; index < count; index++) {
    chunk += commit(next, index);
    if (chunk.length > 1 << 20) {
      if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once("drain", resolve));
      chunk = "";
    }
  }
  child.stdin.end(`${chunk}done\n`);
  await new Promise((resolve) => child.on("close", resolve));
}

/** Puts `more` such commits behind the first `count` of a clone's branch; its work tree stays as it is. */
export async function grow(clone, count, more) {
  const next = random(43);
  const commits = Array.from({ length: more }, (_, index) => commit(next, count + index));
  const first = commits[0].replace("\nM ", "\nfrom refs/heads/main^0\nM ");
  const input = `${[first, ...commits.slice(1)].join("")}done\n`;
  const { status } = spawnSync("git", ["-C", clone, "fast-import", "--quiet", "--done"], { input });
  if (status !== 0) throw new Error("fast-import failed");
}

function commit(next, index) {
  const text = message(next, index);
  const who = `Dev ${next(60)} <dev@example.test> ${1_400_000_000 + index * 300} +0000`;
  const content = `${index}\n`;
  return [
    "commit refs/heads/main",
    `committer ${who}`,
    `data ${Buffer.byteLength(text)}`,
    text,
    `M 100644 inline src/file${next(500)}.txt`,
    `data ${content.length}`,
    content,
  ].join("\n");
}
