import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VERSION } from "../../src/core/version.ts";
import { root } from "./sources.ts";

const folder = mkdtempSync(join(tmpdir(), "golden-thread-pack-"));
const consumer = join(folder, "consumer");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const onWindows = process.platform === "win32";

/** npm without network, scripts or the settings of whoever runs the tests. */
function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", [...args, "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd,
    encoding: "utf8",
    shell: onWindows,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      npm_config_userconfig: join(folder, "no-npmrc"),
      npm_config_cache: join(folder, "cache"),
    },
  });
}

function git(...args: readonly string[]): readonly string[] {
  const output = execFileSync("git", ["-C", root, ...args], { encoding: "utf8" });
  return output.split("\0").filter((line) => line !== "");
}

let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] } = {
  filename: "",
  files: [],
};

beforeAll(() => {
  packed = JSON.parse(npm(root, "pack", "--json", "--pack-destination", folder))[0];
  mkdirSync(consumer);
  writeFileSync(
    join(consumer, "package.json"),
    '{ "name": "consumer", "version": "1.0.0", "type": "module" }\n',
  );
  npm(consumer, "install", join(folder, packed.filename));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command as the package's consumer has it. */
function bin(name: string, ...args: readonly string[]) {
  const file = join(consumer, "node_modules", ".bin", onWindows ? `${name}.cmd` : name);
  return spawnSync(file, args, { cwd: consumer, encoding: "utf8", shell: onWindows });
}

describe("what is published is what is committed, and nothing else", () => {
  test("the tarball holds the committed files that ship, no more and no fewer", () => {
    const always = ["package.json", "README.md", "LICENSE"];
    const shipped = git("ls-files", "-z", "--", ...always, ...manifest.files);
    expect(packed.files.map((file) => file.path).sort()).toEqual([...shipped].sort());
  });

  test("installing needs no network and brings nothing along", () => {
    const installed = readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed).toEqual(["golden-thread"]);
  });

  test("nothing runs when it is installed from the registry or from git", () => {
    const hooks =
      /^(pre|post)?(install|prepare|prepublish|prepublishOnly|pack|publish|build|uninstall|dependencies)$/;
    expect(Object.keys(manifest.scripts).filter((name) => hooks.test(name))).toEqual([]);
  });

  test("it depends on nothing at run time", () => {
    const kinds = [
      "dependencies",
      "optionalDependencies",
      "peerDependencies",
      "bundleDependencies",
      "bundledDependencies",
    ];
    expect(kinds.filter((kind) => kind in manifest)).toEqual([]);
  });
});

describe("what is installed works", () => {
  test("the command line starts", () => {
    expect(bin("golden-thread", "--version")).toMatchObject({ status: 0, stdout: `${VERSION}\n` });
  });

  test("the hook program starts, and says which hooks there are when none is named", () => {
    expect(bin("golden-thread-hook")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("commit-msg"),
    });
  });

  test.each(["golden-thread", "golden-thread/rule", "golden-thread/provider"])(
    "%s can be imported",
    (name) => {
      const script = `import * as face from ${JSON.stringify(name)}; console.log(Object.keys(face).length);`;
      const count = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
        cwd: consumer,
        encoding: "utf8",
      });
      expect(Number(count)).toBeGreaterThan(0);
    },
  );

  test("a rule written against the published types compiles", () => {
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      module: "nodenext",
      target: "es2022",
      types: [],
    };
    writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["rule.ts"] }));
    writeFileSync(join(consumer, "rule.ts"), RULE);
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", "."], {
      cwd: consumer,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("the version that it says is the version that it has", () => {
    expect(VERSION).toBe(manifest.version);
  });
});

const RULE = `import { defineRule } from "golden-thread/rule";

export const always = defineRule({
  meta: {
    id: "always",
    title: "Says yes",
    why: "An example.",
    fix: "Nothing to do.",
    codes: { yes: { outcome: "pass", message: "Yes." } },
    on: ["commits"],
    default: false,
    needs: [],
    fast: false,
    examples: [],
    controls: [],
  },
  options: (z) => z.strictObject({}),
  check: (evidence) => [
    { outcome: "pass", code: "yes", about: { kind: "change" }, args: { kind: evidence.change.kind } },
  ],
});
`;
