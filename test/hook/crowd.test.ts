import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compiled, GOOD, type Guarded, guarded } from "./guarded.ts";

/**
 * Commits one changed file, again as long as another git holds the index or the branch; the exit code. Without a path git
 * does not hold the index while hooks run, and all commits of a work tree write their message into one file.
 */
function insisting(repository: Guarded, message: string, file: string): Promise<number> {
  const script =
    'while :; do git commit -q -m "$1" -- "$2" 2>/dev/null; code=$?; [ $code = 128 ] || exit $code; done';
  return new Promise((resolve, reject) => {
    const args = ["-c", script, "sh", message, file];
    const child = spawn("sh", args, { cwd: repository.root, env: repository.env });
    child.on("error", reject).on("close", (code) => resolve(code ?? -1));
  });
}

test("ten commits at once in two work trees: each is judged rightly, and what is kept stays whole", async () => {
  const numbers = Array.from({ length: 10 }, (_, number) => number);
  const here = await compiled({
    files: Object.fromEntries(numbers.map((number) => [`file${number}`, "x\n"])),
  });
  here.git("worktree", "add", "--quiet", "-b", "beside", "../beside");
  const beside = guarded(join(here.root, "../beside"), here.env);
  const attempts = numbers.map((number) => {
    const good = number % 3 !== 0;
    const where = number % 2 === 0 ? here : beside;
    where.write(`file${number}`, "changed\n");
    return { number, good, where, message: good ? `Do ${number} (TASK-1)` : `Rogue ${number}` };
  });
  const codes = await Promise.all(
    attempts.map(({ where, message, number }) => insisting(where, message, `file${number}`)),
  );
  expect(codes).toEqual(attempts.map(({ good }) => (good ? 0 : 1)));
  for (const where of [here, beside]) {
    const wanted = attempts.filter((one) => one.good && one.where === where).map(({ message }) => message);
    const made = where.git("log", "--format=%s", "--max-count", String(wanted.length)).split("\n");
    expect(made.sort()).toEqual(wanted.sort());
    where.hookRun(GOOD);
    expect(where.isFast(GOOD)).toBe(true);
    expect(where.isFast("Rogue\n")).toBe(false);
    const kept = join(where.git("rev-parse", "--path-format=absolute", "--git-dir"), "golden-thread");
    expect(readdirSync(kept).filter((name) => name.startsWith(".") || name.endsWith(".new"))).toEqual([]);
    const [header = ""] = readFileSync(join(kept, "commit-msg.index"), "utf8").split("\n");
    expect(JSON.parse(header)).toHaveProperty("law");
  }
});
