import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands, manuals } from "../../src/cli/commands.ts";
import { grammarOf } from "../../src/cli/completions/grammar.ts";
import { temporaryFolder } from "../git/repo.ts";
import { golden } from "./world.ts";

const cwd = temporaryFolder();
const SHELLS = ["bash", "zsh", "fish"] as const;

async function script(shell: string): Promise<string> {
  return (await golden(["completion", shell], { cwd })).stdout;
}

function isHere(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

/** What bash itself would offer for a line that ends where the cursor stands. */
async function offered(line: string, words: readonly string[] = line.split(" ")): Promise<readonly string[]> {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const drive = `
    set -u
    spec=$(complete -p golden-thread)
    case "$spec" in *"-F _golden_thread "*) ;; *) exit 9 ;; esac
    COMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1} COMP_LINE='${line}' COMP_POINT=${line.length}
    _golden_thread golden-thread
    for one in \${COMPREPLY[@]+"\${COMPREPLY[@]}"}; do echo "$one"; done`;
  const ran = spawnSync("bash", ["--norc", "-c", `${await script("bash")}\n${drive}`], { encoding: "utf8" });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
  return ran.stdout.split("\n").filter((word) => word !== "");
}

describe("a completion script", () => {
  test.each(SHELLS)("for %s names every command, option and fixed value", async (shell) => {
    const text = await script(shell);
    const grammar = grammarOf(await manuals());
    expect(grammar.map(({ name }) => name)).toEqual(Object.keys(commands));
    for (const { name, words, options } of grammar) {
      const all = [name, ...words, ...options.flatMap((option) => [option.name, ...(option.values ?? [])])];
      expect(all.filter((word) => !text.includes(word))).toEqual([]);
    }
  });

  test.each(SHELLS.filter(isHere))("for %s is read by the real shell", async (shell) => {
    const file = join(temporaryFolder(), `completion.${shell}`);
    writeFileSync(file, await script(shell));
    const ran = spawnSync(shell, ["-n", file], { encoding: "utf8" });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("for a shell that there is none for ends 2 and says which was meant", async () => {
    const ran = await golden(["completion", "bsh"], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("Did you mean bash?");
  });
});

describe("bash completes", () => {
  test.each([
    ["golden-thread che", ["check"]],
    ["golden-thread --v", ["--version"]],
    ["golden-thread check r", ["range"]],
    ["golden-thread check range HEAD --pl", ["--place"]],
    ["golden-thread check range --place s", ["server"]],
    ["golden-thread check range --format j", ["json", "junit"]],
    ["golden-thread simulate --format ", ["json", "text"]],
    ["golden-thread config ", ["validate", "explain", "import", "schema"]],
    ["golden-thread completion z", ["zsh"]],
    ["golden-thread simulate --preset st", ["standard", "strict"]],
    ["golden-thread help simu", ["simulate"]],
    ["golden-thread nothing x", []],
  ])("%s", async (line, wanted) => {
    const found = await offered(line);
    expect(found.slice(0, wanted.length)).toEqual(wanted);
    expect(found.every((word) => word.startsWith(line.split(" ").at(-1) ?? ""))).toBe(true);
  });

  test("a value behind the sign of equality, which readline makes a word of", async () => {
    const line = "golden-thread check range --place=se";
    expect(await offered(line, ["golden-thread", "check", "range", "--place", "=", "se"])).toEqual([
      "server",
    ]);
    expect(await offered("", ["golden-thread", "check", "range", "--place", "="])).toEqual([
      "hook",
      "ci",
      "server",
    ]);
  });

  test.skipIf(!isHere("script"))(
    "a tabulator that is typed at a terminal (where `script` can make one)",
    async () => {
      const folder = temporaryFolder();
      const lines = [
        await script("bash"),
        "bind 'set bell-style none'",
        'golden-thread() { echo "ran:$*:"; }',
      ];
      writeFileSync(join(folder, "rc"), `${lines.join("\n")}\n`);
      const ran = spawnSync("script", ["-qec", `bash --noprofile --rcfile '${folder}/rc' -i`, "/dev/null"], {
        input: "golden-thread che\tra\tHEAD\nexit\n",
        encoding: "utf8",
        env: { ...process.env, TERM: "dumb", HOME: folder },
      });
      expect(ran.stdout).toContain("ran:check range HEAD:");
    },
  );
});
