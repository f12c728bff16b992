import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { builtinModules } from "node:module";
import { homedir, tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow, root } from "./sources.ts";

/** A commit waits for this file: it is parsed whole each time. */
const HOOK_BYTES = 60_000;

interface Built {
  readonly bytes: number;
  readonly modules: readonly string[];
  readonly imports: readonly string[];
  readonly lazy: readonly string[];
}

type Graph = Readonly<Record<string, Built>>;

const dist = join(root, "dist");
/** A copy of the sources in another directory: what is built of them there has to be what was built here. */
const elsewhere = mkdtempSync(join(tmpdir(), "golden-thread-elsewhere-"));
const fresh = join(elsewhere, "out");
const page = join(elsewhere, "bundle.md");
const graph: Record<string, Built> = {};

/** Name -> bytes of all that a folder holds. */
function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesBelow(folder).map((file) => [
      relative(folder, file).split(sep).join("/"),
      readFileSync(file, "latin1"),
    ]),
  );
}

/** Names that only one side has, or whose bytes differ; readable where a whole diff would not be. */
function differences(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}

/** What is loaded before an entry's first line runs: files of dist, and modules of Node. */
function loadedAtOnce(built: Graph, file: string): ReadonlySet<string> {
  return reached(file, (one) => built[one]?.imports ?? []);
}

/** What an entry can load at all. */
function loadedEver(built: Graph, file: string): ReadonlySet<string> {
  return reached(file, (one) => [...(built[one]?.imports ?? []), ...(built[one]?.lazy ?? [])]);
}

function reached(file: string, next: (file: string) => readonly string[], seen = new Set<string>()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const one of next(file)) reached(one, next, seen);
  return seen;
}

beforeAll(() => {
  for (const name of ["src", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json"]) {
    cpSync(join(root, name), join(elsewhere, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(elsewhere, "node_modules"), "junction");
  const graphFile = join(elsewhere, "graph.json");
  const script = join(elsewhere, "scripts", "build.mjs");
  const targets = ["--out", fresh, "--graph", graphFile, "--page", page];
  execFileSync(process.execPath, [script, ...targets], { stdio: "pipe" });
  const written: Graph = JSON.parse(readFileSync(graphFile, "utf8"));
  Object.assign(graph, written);
});

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

describe("dist is what the sources say", () => {
  test("the committed files are the built ones, byte for byte in any directory: run `npm run bundle` and commit dist", () => {
    expect(differences(contents(dist), contents(fresh))).toEqual([]);
  });

  test("it says which code it is, so that nothing is read that other code kept", () => {
    const digests = Object.values(contents(fresh)).flatMap((text) => {
      const [, inHook, inChunk] = /0\.1\.0\+([0-9a-f]{16})\b|const CODE = "([0-9a-f]{16})"/.exec(text) ?? [];
      return inHook ?? inChunk ?? [];
    });
    expect(digests.length).toBe(2);
    expect(digests[1]).toBe(digests[0]);
  });

  test("no path of the machine that built it is inside", () => {
    const leaking = Object.entries(contents(dist)).filter(([, text]) =>
      [root, elsewhere, homedir(), tmpdir(), "file:///"].some(
        (path) => path.length > 1 && text.includes(`${path}/`),
      ),
    );
    expect(leaking.map(([name]) => name)).toEqual([]);
  });

  test("no source map and no hash in a name: a diff shows what changed", () => {
    const odd = Object.entries(contents(dist)).filter(
      ([name, text]) => /\.map$|^chunks\/.*[^a-z0-9./-]/.test(name) || text.includes("sourceMappingURL"),
    );
    expect(odd.map(([name]) => name)).toEqual([]);
  });

  test("nothing in it evaluates text as code", () => {
    const evaluating = Object.entries(contents(dist)).filter(
      ([name, text]) => /\.c?js$/.test(name) && /[^.\w]eval\(|\bFunction\(\s*["'`]/.test(text),
    );
    // zod and ajv make functions of schemas, which are ours; none is ever made of what somebody wrote.
    expect(evaluating.map(([name]) => name)).toEqual(["chunks/ajv.js", "chunks/zod.js"]);
  });

  test("the page that says what the Action is made of is true: run `npm run bundle` and commit docs/bundle.md", () => {
    expect(readFileSync(join(root, "docs", "bundle.md"), "utf8")).toBe(readFileSync(page, "utf8"));
  });

  test("every package that is inside stands in LICENSES.txt with its licence", () => {
    const licences = readFileSync(join(dist, "LICENSES.txt"), "utf8");
    const packages = Object.values(graph).flatMap((file) => file.modules.flatMap(packageOf));
    expect(packages.length).toBeGreaterThan(0);
    expect([...new Set(packages)].filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
  });
});

describe("a commit does not wait for what it does not need", () => {
  test("the hook is one file with references, vocabulary, the index it searches and nothing else inside", () => {
    const strangers = graph["hook.cjs"]?.modules.filter(
      (module) => !/^(src\/(references|core|hook|store)\/|\0rolldown\/)/.test(module),
    );
    expect(strangers).toEqual([]);
    expect(graph["hook.cjs"]?.bytes).toBeLessThanOrEqual(HOOK_BYTES);
  });

  test("the hook loads modules of Node and, when it can't say yes itself, the engine", () => {
    const text = readFileSync(join(dist, "hook.cjs"), "utf8");
    const loaded = [...text.matchAll(/\b(?:require|import)\(([^)]*)\)/g)].map(([, name = ""]) =>
      name.replace(/["'`]|node:/g, ""),
    );
    expect(loaded.filter((name) => !builtinModules.includes(name))).toEqual(["./engine.js"]);
  });

  test.each(["engine.js", "cli.js", "action.js", "index.js", "rule.js", "provider.js"])(
    "%s loads no package at once",
    (entry) => {
      const packages = [...loadedAtOnce(graph, entry)].flatMap(
        (file) => graph[file]?.modules.flatMap(packageOf) ?? [],
      );
      expect(graph[entry]).toBeDefined();
      expect(packages).toEqual([]);
    },
  );
});

describe("the toolkit of GitHub's runner is the Action's alone", () => {
  const isToolkit = (name: string) => /^@(actions|azure|octokit|protobuf-ts|typespec)\//.test(name);
  const toolkitIn = (file: string) => graph[file]?.modules.flatMap(packageOf).filter(isToolkit) ?? [];

  test.each(["hook.cjs", "engine.js", "cli.js", "index.js", "rule.js", "provider.js"])(
    "%s can't load any of it",
    (entry) => {
      expect(graph[entry]).toBeDefined();
      expect([...loadedEver(graph, entry)].filter((file) => toolkitIn(file).length > 0)).toEqual([]);
    },
  );

  test("each part of it lies in a chunk of its own, and what nobody calls in none", () => {
    const holding = Object.keys(graph).filter((file) => toolkitIn(file).length > 0);
    const known = ["actions-artifact", "actions-core", "actions-github", "azure"];
    expect(holding.filter((file) => !known.includes(file.replace(/^chunks\/|\.js$/g, "")))).toEqual([]);
    expect(holding.length).toBeGreaterThan(0);
    const packages = new Set(Object.values(graph).flatMap((file) => file.modules.flatMap(packageOf)));
    const unwanted = ["@protobuf-ts/plugin", "typescript", "unzip-stream", "tar-stream", "es-abstract"];
    expect(unwanted.filter((name) => packages.has(name))).toEqual([]);
  });
});

/** The package's name that a module of node_modules belongs to. */
function packageOf(module: string): readonly string[] {
  const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
  return name === undefined ? [] : [name];
}
