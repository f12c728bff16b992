import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUILD } from "../../src/core/build.ts";
import { VERSION } from "../../src/core/version.ts";
import { temporaryFolder } from "../git/repo.ts";
import { root } from "./sources.ts";

const ASK = `import { digestOf } from ${JSON.stringify(join(root, "scripts/build/digest.mjs"))};
process.stdout.write(digestOf(process.argv.at(-1)));`;

/** The digest of a checkout with these files. */
function digestOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "src", "core"), { recursive: true });
  for (const [name, text] of Object.entries({ "package.json": "{}\n", ...files }))
    writeFileSync(join(folder, name), text);
  return execFileSync(process.execPath, ["--input-type=module", "--eval", ASK, "--", folder], {
    encoding: "utf8",
  });
}

test("what is kept by code that runs from its sources is not read by what was built, nor the other way round", () => {
  expect(BUILD).toBe(`${VERSION}+source`);
});

test("the digest of the sources is the same everywhere, and another after any change", () => {
  const files = { "src/a.ts": "const a = 1;\n", "src/core/b.ts": "const b = 2;\n" };
  const digest = digestOf(files);
  expect(digest).toMatch(/^[0-9a-f]{16}$/);
  expect(digestOf({ ...files, "src/notes.md": "x" })).toBe(digest);
  expect(digestOf({ ...files, "src/a.ts": "const a = 1;\r\n" })).toBe(digest);
  const others = [
    { ...files, "src/a.ts": "const a = 2;\n" },
    { "src/a.ts": "const a = 1;\n", "src/core/c.ts": "const b = 2;\n" },
    { ...files, "package.json": '{ "devDependencies": {} }\n' },
  ];
  expect(new Set([digest, ...others.map(digestOf)]).size).toBe(4);
});
