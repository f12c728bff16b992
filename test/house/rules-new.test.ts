import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow, root } from "./sources.ts";

const COPIED = [
  "src",
  "test",
  "scripts",
  "package.json",
  "tsconfig.json",
  "biome.json",
  "vitest.config.ts",
  "README.md",
  ".gitignore",
];
const copy = mkdtempSync(join(tmpdir(), "golden-thread-new-"));

/** Root-relative paths of what was begun. */
const written = new Set<string>();

/** What a file has that tells trackers apart: the union of their kinds, or one of them by name. */
const KNOWS = /\bRemoteKind\b|"(notion|open-project)"/;

function begin(...args: readonly string[]): { readonly code: number | null; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, "scripts/new.mjs"), ...args], {
    encoding: "utf8",
  });
  for (const [, path = ""] of stdout.matchAll(/^wrote (.*)$/gm)) written.add(path);
  return { code: status, stderr };
}

/** A tool of this checkout, run in the copy; its output where it fails. */
function tool(path: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, "node_modules", path), ...args],
    { cwd: copy, encoding: "utf8" },
  );
  return status === 0 ? "" : `${stdout}${stderr}`;
}

/** Files that were written, and those of the rooms that were written to which tell trackers apart. */
function placesThatKnow(): readonly string[] {
  const rooms = ["core", "gather", "policy", "providers", "rules", "setup"].map((room) => `src/${room}`);
  return [...rooms, "test/rules", "test/providers", "test/servers"]
    .flatMap((room) => filesBelow(join(copy, room)))
    .filter((path) => path.endsWith(".ts"))
    .filter((path) => KNOWS.test(readFileSync(path, "utf8")) || written.has(relative(copy, path)));
}

/** What the compiler says of these files. */
function tscOf(files: readonly string[]): string {
  const { config } = ts.readConfigFile(join(copy, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, copy);
  const program = ts.createProgram(files, options);
  const found = [program.getOptionsDiagnostics(), program.getGlobalDiagnostics()].flat();
  for (const source of program.getSourceFiles().filter(({ fileName }) => files.includes(fileName)))
    found.push(...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source));
  return ts.formatDiagnostics(found, ts.createCompilerHost(options));
}

beforeAll(() => {
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("what one command begins is sound before anybody writes a line", () => {
  test("a rule or a tracker is not begun", () => {
    expect(begin("rule", "ticket-has-estimate")).toMatchObject({ code: 0, stderr: "" });
    expect(begin("provider", "open-project")).toMatchObject({ code: 0, stderr: "" });
  });

  test("it does not pass our own style", () => {
    const changed = ["rules", "providers", "policy", "gather", "core"].map((room) => `src/${room}`);
    expect(
      tool(
        "@biomejs/biome/bin/biome",
        "check",
        "--error-on-warnings",
        ...changed,
        "test/rules",
        "test/providers",
        "test/servers",
      ),
    ).toBe("");
  });

  test("it does not pass the compiler", () => {
    // Every place that was written or has to know of it; what it imports is read and is typed where it is tested.
    const places = placesThatKnow();
    expect(places.length).toBeGreaterThan(written.size);
    expect(written.size).toBeGreaterThan(15);
    expect(tscOf(places)).toBe("");
  });

  test("it does not pass its own tests, or those of the house", () => {
    const own = ["test/rules/ticket-has-estimate.test.ts", "test/providers/open-project.test.ts"];
    const house = ["rules", "rules-book"].map((name) => `test/house/${name}.test.ts`);
    expect(own.filter((path) => !existsSync(join(copy, path)))).toEqual([]);
    expect(tool("vitest/vitest.mjs", "run", ...own, ...house)).toBe("");
  });
});

describe("what is there is never written over", () => {
  const registry = join(copy, "src/rules/index.ts");

  test.each([
    ["a rule that exists", ["rule", "reference-required"]],
    ["a provider that exists", ["provider", "linear"]],
    ["a name that is no file name", ["rule", "Ticket_Has"]],
    ["a name that leaves the folder", ["rule", "../ticket"]],
    ["a thing that can't be begun", ["door", "web"]],
    ["a thing without a name", ["rule"]],
    ["two names", ["rule", "one-rule", "two-rule"]],
    ["a name of every object", ["constructor", "one-rule"]],
  ])("%s", (_what, args) => {
    const before = readFileSync(registry, "utf8");
    const { code, stderr } = begin(...args);
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(readFileSync(registry, "utf8")).toBe(before);
  });
});
