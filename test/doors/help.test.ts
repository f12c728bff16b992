import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { golden } from "../cli/world.ts";
import { type Ran, temporaryFolder } from "../git/repo.ts";
import { exampleRepository, shell } from "./built.ts";

interface Example {
  readonly name: string;
  readonly code: number;
  readonly line: string;
}

const repo = exampleRepository();
const { stdout: whole } = shell("golden-thread --help", { cwd: repo.root, env: repo.env });
const help = (name: string) => golden([name, "--help"], { cwd: repo.root, env: repo.env });

const names = [
  ...(whole
    .split("Commands:\n")[1]
    ?.split("\n\n")[0]
    ?.matchAll(/^ {2}([\w-]+)/gmu) ?? []),
]
  .map(([, name = ""]) => name)
  .filter((name) => name !== "help");

const examples: Example[] = [];
for (const name of names) {
  const { stdout } = await help(name);
  for (const [, code, line = ""] of stdout.matchAll(/^ {2}([0-4]) {2}(\S.*)$/gmu))
    examples.push({ name, code: Number(code), line });
}

/** Words alone, of which a shell makes nothing else. */
const PLAIN = /^golden-thread [\w./:=@-]+(?: [\w./:=@-]+)*$/u;

/** A command's first example is typed; others that a shell adds nothing to go through the same door from source. */
function ranAs({ name, line }: Example, cwd: string): Ran | Promise<Ran> {
  const isTyped = examples.find((one) => one.name === name)?.line === line || !PLAIN.test(line);
  if (isTyped) return shell(line, { cwd, env: repo.env });
  return golden(line.split(" ").slice(1), { cwd, env: repo.env, now: () => new Date() });
}

describe("the help says what is true", () => {
  test("it lists every command that there is", () => {
    expect(names).toEqual(Object.keys(commands));
  });
  test("every command has examples", () => {
    expect(names.filter((name) => !examples.some((example) => example.name === name))).toEqual([]);
  });
  /** Runs in demo.test.ts, word for word, for all that it says. */
  const demo = "golden-thread demo";
  test("the demo ends 0", () => {
    expect(examples.filter(({ name }) => name === "demo")).toEqual([{ name: "demo", code: 0, line: demo }]);
  });
  test.each(examples.filter(({ line }) => line !== demo))("$line", async (example) => {
    const { line, code } = example;
    const copy = join(temporaryFolder(), "repo");
    cpSync(repo.root, copy, { recursive: true });
    const ran = await ranAs(example, copy);
    expect({ ...ran, line }).toMatchObject({ code, line });
  });
});
