import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { rolldown } from "rolldown";
import { fileName, leavesOut, packageGroups, ROOMS, takesOnce } from "./packages.mjs";
import { pageInside } from "./page.mjs";

/** The oldest Node that the package supports (package.json, `engines`). */
const TARGET = "node20.19";

const SHEBANG = "#!/usr/bin/env node";

/**
 * Bundles every entry.
 * `files`: name -> text. `graph`: per file what it holds (`modules`, root-relative) and what it loads at once
 * (`imports`) or when asked (`lazy`). `packages`: folders under node_modules that any file holds something of.
 * `digest`: what tells this code from another; null: it is told from none, as when it runs from its sources.
 */
export async function bundleAll(root, entries, digest = null) {
  const page = pageInside(root);
  const chunks = [
    ...(await bundle(
      root,
      entries.filter((entry) => entry.kind === "hook"),
      hookOutput,
      [engineStaysOutside, namesItself(digest)],
    )),
    ...(await bundle(
      root,
      entries.filter((entry) => entry.kind !== "hook"),
      sharedOutput,
      [leavesOut(root), takesOnce(root), namesItself(digest), page],
    )),
  ];
  const graph = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, described(root, chunk)]));
  for (const file of Object.values(graph))
    if (file.modules.includes(page.place)) file.modules.push(...(await page.modules()));
  const modules = Object.values(graph).flatMap((file) => file.modules);
  return {
    files: new Map(chunks.map((chunk) => [chunk.fileName, chunk.code])),
    graph,
    packages: [...new Set(modules.flatMap(packageOf))].sort(),
  };
}

async function bundle(root, entries, output, plugins) {
  const names = new Map(entries.map((entry) => [join(root, entry.source), entry.file]));
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map((entry) => [entry.file, join(root, entry.source)])),
    platform: "node",
    tsconfig: false,
    // node_modules may be a link (a second checkout); names must not leave the root by following it.
    resolve: { symlinks: false },
    transform: { target: TARGET },
    plugins,
    onLog: (level, log) => {
      if (level === "warn") throw new Error(`rolldown: ${log.message}`);
    },
  });
  const { output: chunks } = await build.generate({
    ...output(root, names),
    banner: (chunk) => (isExecutable(chunk, entries) ? SHEBANG : ""),
  });
  await build.close();
  return chunks;
}

/** The hook asks for the engine when it runs: nothing of the engine may be inside the hook. */
const engineStaysOutside = {
  name: "engine-stays-outside",
  resolveId(source) {
    return /\/(engine\.js|main\.ts)$/.test(source) ? { id: "./engine.js", external: true } : null;
  },
};

/** Where the code says which code it is: src/core/build.ts. */
const OWN_NAME = { module: /[\\/]src[\\/]core[\\/]build\.ts$/, text: 'const CODE = "source";' };

function namesItself(digest) {
  return {
    name: "names-itself",
    transform(code, id) {
      if (digest === null || !OWN_NAME.module.test(id)) return null;
      if (!code.includes(OWN_NAME.text)) throw new Error(`${id} lacks: ${OWN_NAME.text}`);
      return { code: code.replace(OWN_NAME.text, `const CODE = ${JSON.stringify(digest)};`) };
    },
  };
}

function isExecutable(chunk, entries) {
  const entry = entries.find((candidate) => candidate.file === chunk.fileName);
  return entry?.executable === true && !readFileSync(chunk.facadeModuleId, "utf8").startsWith("#!");
}

/** The sources are ES modules, which are always strict; `import()` becomes a `require` that runs as late. */
const COMMON_JS = { format: "cjs", strict: true, dynamicImportInCjs: false };

function hookOutput(_root, names) {
  return {
    ...COMMON_JS,
    minify: true,
    codeSplitting: false,
    comments: false,
    entryFileNames: (chunk) => names.get(chunk.facadeModuleId),
  };
}

/**
 * CommonJS too: Node's loader of ES modules costs a short command a third of its time, and its readers can import these
 * files by name all the same. Not minified: dist is committed, people review its diffs, and it would start no faster.
 */
function sharedOutput(root, names) {
  return {
    ...COMMON_JS,
    minify: false,
    entryFileNames: (chunk) => names.get(chunk.facadeModuleId),
    chunkFileNames: (chunk) => `chunks/${chunkName(root, chunk)}.js`,
    codeSplitting: { groups: packageGroups(root) },
  };
}

/**
 * A name that other modules' coming and going does not change: that of its group; that of the module which the chunk was
 * made for (a lazy entry); else that of its last module, which the others are there for.
 */
function chunkName(root, chunk) {
  if (ROOMS.includes(chunk.name) && chunk.facadeModuleId === null) return chunk.name;
  const module = chunk.facadeModuleId ?? chunk.moduleIds.at(-1);
  if (module === undefined || !named(root, module).startsWith("src/")) return fileName(chunk.name);
  const name = named(root, module)
    .replace(/^src\//, "")
    .replace(/(\/index)?\.ts$/, "");
  return (isDoorway(chunk) ? "lazy-" : "") + fileName(name);
}

/** A file with no code of its own: what a lazy import sees of a chunk that others share. */
function isDoorway(chunk) {
  return chunk.facadeModuleId !== null && chunk.moduleIds.every((id) => id !== chunk.facadeModuleId);
}

function described(root, chunk) {
  return {
    bytes: Buffer.byteLength(chunk.code),
    modules: chunk.moduleIds.map((id) => named(root, id)),
    imports: chunk.imports,
    lazy: chunk.dynamicImports,
  };
}

function named(root, id) {
  return id.startsWith(root) ? relative(root, id).split(sep).join("/") : id;
}

/** `node_modules/a/node_modules/@b/c/x.js` -> that package's folder; a module of our own: none. */
function packageOf(module) {
  const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
  return folder === undefined ? [] : [folder];
}
