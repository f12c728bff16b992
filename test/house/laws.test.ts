import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./sources.ts";

const cruiser = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** `rule name: file` of every violation that dependency-cruiser finds in `src` of a folder. */
function violationsIn(folder: string): readonly string[] {
  const args = [cruiser, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"];
  const output = execFileSync(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28, encoding: "utf8" });
  const { violations }: { violations: readonly Violation[] } = JSON.parse(output).summary;
  return violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

/** A file that breaks one law by one import, and the name of the law that must say so. */
const planted = [
  ["src/core/planted.ts", 'import "../references/scan.ts";', "core-imports-rooms"],
  ["src/core/planted-node.ts", 'import "node:path";', "core-imports-node"],
  ["src/core/planted-zod.ts", 'import { z } from "zod"; export const x = z;', "core-names-types-of-zod"],
  ["src/references/planted.ts", 'import "../policy/load.ts";', "references-imports-rooms"],
  ["src/rules/planted.ts", 'import "../cli/main.ts";', "rules-imports-rooms"],
  ["src/rules/planted-git.ts", 'import "../git/run.ts";', "rules-imports-rooms"],
  ["src/rules/planted-rule.ts", 'import "./reference-required.ts";', "no-rule-imports-another"],
  ["src/reports/planted.ts", 'import "../git/run.ts";', "reports-imports-rooms"],
  ["src/page/planted.ts", 'import "../reports/audit-html.ts";', "page-shares-text-only"],
  ["src/page/planted-node.ts", 'import "node:path";', "page-imports-node"],
  ["src/policy/planted.ts", 'import "../git/run.ts";', "policy-imports-rooms"],
  ["src/policy/planted-rule.ts", 'import "../rules/reference-required.ts";', "policy-knows-registries-only"],
  ["src/providers/github/planted.ts", 'import "../jira/settings.ts";', "no-provider-imports-another"],
  ["src/providers/github/planted-http.ts", 'import "node:https";', "network-only-in-one-file"],
  ["src/store/planted-spawn.ts", 'import "node:child_process";', "child-processes-only-in-git"],
  ["src/policy/planted-file.ts", 'import "node:fs";', "files-only-at-the-edge"],
  ["src/tasks/planted-file.ts", 'import "node:fs/promises";', "files-only-at-the-edge"],
  ["src/store/planted-package.ts", 'import "simple-git";', "store-imports-packages"],
  ["src/policy/planted-package.ts", 'import "gray-matter";', "policy-imports-packages"],
  ["src/hook/planted-package.ts", 'import "commander";', "hook-imports-packages"],
  ["src/cli/planted.ts", 'import "../git/run.ts";', "cli-imports-rooms"],
  ["src/ledger/planted.ts", 'import "../git/run.ts";', "ledger-imports-rooms"],
  ["src/ledgers/planted.ts", 'import "../gather/lookups.ts";', "ledgers-imports-rooms"],
  ["src/ledger-commands/planted.ts", 'import "../rules/index.ts";', "ledger-commands-imports-rooms"],
  ["src/gather/planted.ts", 'import "../hook/main.ts";', "nothing-imports-a-door"],
  ["src/core/planted-circle-2.ts", 'import "./planted-circle.ts";', "no-circle"],
  ["src/core/planted-nowhere.ts", 'import "./no-such-file.ts";', "no-dead-end"],
  ["src/core/planted-test.ts", 'import "../../test/setup.ts";', "sources-do-not-import-tests"],
] as const;

describe("the laws of the house are held", () => {
  test("every room has a line that says what it may import", () => {
    const { forbidden }: { forbidden: readonly { readonly name: string }[] } = createRequire(import.meta.url)(
      join(root, ".dependency-cruiser.cjs"),
    );
    const lined = forbidden.flatMap(({ name }) =>
      name.endsWith("-imports-rooms") ? [name.replace(/-imports-rooms$/, "")] : [],
    );
    const rooms = readdirSync(join(root, "src")).map((name) => name.replace(/\.ts$/, ""));
    expect(rooms.filter((room) => !lined.includes(room))).toEqual([]);
  });

  test("nobody runs the tests without the laws, or the laws without a search for what nothing uses", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(scripts.test).toMatch(/^node scripts\/side-by-side\.mjs lint types laws && /);
    expect(scripts.laws.split(" && ")).toEqual([expect.stringMatching(/^depcruise .* src$/), "knip"]);
  });

  test.each([
    [["one", "two"], 0, "1 one\n2 two\n"],
    [["one", "three", "two"], 1, "1 one\n2 two\n3 three\nnpm run three ended 3\n"],
  ])("of %j run side by side one fails unnoticed, or is not heard", (names, code, said) => {
    const folder = mkdtempSync(join(tmpdir(), "golden-thread-scripts-"));
    const scripts = { one: "echo 1 one", two: "echo 2 two", three: "echo 3 three; exit 3" };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts }));
    const script = join(root, "scripts", "side-by-side.mjs");
    const { status, stdout } = spawnSync(process.execPath, [script, ...names], {
      cwd: folder,
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true, force: true });
    const lines = stdout.split("\n").filter((line) => /^\d|ended/.test(line));
    expect([status, `${lines.toSorted().join("\n")}\n`]).toEqual([code, said]);
  });
});

describe("an import that breaks a law is refused, and no other", () => {
  const copy = mkdtempSync(join(tmpdir(), "golden-thread-laws-"));
  const refused: string[] = [];

  beforeAll(() => {
    for (const name of ["src", "package.json", "tsconfig.json", ".dependency-cruiser.cjs"]) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
    mkdirSync(join(copy, "test"));
    writeFileSync(join(copy, "test", "setup.ts"), "export {};\n");
    writeFileSync(join(copy, "src", "core", "planted-circle.ts"), 'import "./planted-circle-2.ts";\n');
    for (const [path, text] of planted) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), `${text}\n`);
    }
    refused.push(...violationsIn(copy));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test("every import in src keeps them: whatever stands beside the planted files", () => {
    const own = ["src/core/planted-circle.ts", ...planted.map(([path]) => path)];
    expect(refused.length).toBeGreaterThanOrEqual(planted.length);
    expect(refused.filter((one) => !own.some((path) => one.endsWith(`: ${path}`)))).toEqual([]);
  });

  test.each(planted)("%s with %s breaks %s", (path, _text, law) => {
    expect(refused).toContain(`${law}: ${path}`);
  });
});
