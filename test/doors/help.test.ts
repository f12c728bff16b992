import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { temporaryFolder } from "../git/repo.ts";
import { exampleRepository, shell } from "./built.ts";

interface Example {
  readonly name: string;
  readonly code: number;
  readonly line: string;
}

const repo = exampleRepository();
const help = (words: string) => shell(`golden-thread ${words} --help`, { cwd: repo.root, env: repo.env });

const names = [
  ...(help("")
    .stdout.split("Commands:\n")[1]
    ?.split("\n\n")[0]
    ?.matchAll(/^ {2}(\w+)/gmu) ?? []),
]
  .map(([, name = ""]) => name)
  .filter((name) => name !== "help");

const examples: readonly Example[] = names.flatMap((name) =>
  Array.from(help(name).stdout.matchAll(/^ {2}([0-4]) {2}(\S.*)$/gmu), ([, code, line = ""]) => {
    return { name, code: Number(code), line };
  }),
);

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
  test.each(examples.filter(({ line }) => line !== demo))("$line", ({ line, code }) => {
    const copy = join(temporaryFolder(), "repo");
    cpSync(repo.root, copy, { recursive: true });
    const ran = shell(line, { cwd: copy, env: repo.env });
    expect({ ...ran, line }).toMatchObject({ code, line });
  });
});
