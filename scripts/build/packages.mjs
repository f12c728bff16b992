import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Packages that lie in one chunk with what they depend on, before any other may take them: the Action loads @actions/core in every
 * run, and the rest only for what the run does. Order counts: what an earlier family has taken is no longer there for a later one.
 */
const FAMILIES = [
  // Simple-git has need of it too, and would load all of Azure with it.
  { chunk: "debug", packages: ["debug"] },
  {
    chunk: "actions-core",
    packages: ["@actions/core", "@actions/exec", "@actions/http-client", "@actions/io"],
  },
  { chunk: "actions-github", packages: ["@actions/github"] },
  { chunk: "azure", packages: ["@azure/[^/\\\\]+", "@typespec/[^/\\\\]+"] },
];

/** Rooms of our own whose modules many doors share, each with a chunk of its name. */
export const ROOMS = ["core", "git", "reports", "store", "cli", "references", "gather"];

/** Doors and lazy parts that have need of a module before it lies in its room's chunk; the others stay where they are needed. */
const SHARED_BY = 16;

/**
 * Groups for the bundler, one chunk each: the families, then one a dependency, with what it depends on itself: loaded whole or not at all,
 * and an update changes one file. Packages that lie inside another's folder are that one's. At last what nearly every door has need
 * of: a file costs Node as much as 6 kB of code, and a command would load thirty small ones.
 */
export function packageGroups(root) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const families = FAMILIES.map(({ chunk, packages }) => ({ name: chunk, test: below(root, packages) }));
  const own = Object.keys(devDependencies).map((name) => ({
    name: fileName(name),
    test: below(root, [name]),
  }));
  const rooms = ROOMS.map((room) => ({
    name: room,
    test: inside(root, ["src", room]),
    minShareCount: SHARED_BY,
  }));
  const groups = [...families, ...own, ...rooms];
  return groups.map((group, index) => ({ ...group, priority: groups.length - index }));
}

/** A package's or module's name as a file's. */
export function fileName(text) {
  return text
    .replace(/^.*node_modules\//, "")
    .replace(/^[^A-Za-z0-9]+/, "")
    .replace(/[^A-Za-z0-9]+/g, "-");
}

function below(root, packages) {
  return inside(root, ["node_modules", `(?:${packages.join("|")})`]);
}

/** Modules in a folder, whose names are expressions. */
function inside(root, path) {
  const folder = RegExp.escape?.(root) ?? root.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${[folder, ...path].join("[\\\\/]")}[\\\\/]`);
}

const NOTHING = "module.exports = {};";

const TAR = "module.exports = class { append() {} finalize() {} };";

/**
 * Parts of packages that nothing of ours reaches and that are better not shipped.
 * gray-matter's own engines run front matter as JavaScript by `eval`; we always hand it the one engine we use, and an
 * engine that is named in a file is then an error inside gray-matter itself.
 * zod's messages in other languages are two fifths of it.
 * Of @actions/artifact we only upload: what finds, downloads and deletes artifacts brings an unpacker, ninety packages of polyfills that make
 * functions of texts, and a second copy of Octokit. Its archiver makes zip files and no others, and lodash would look for the global
 * object by a function that it makes of a text.
 */
const LEFT_OUT = [
  { module: "gray-matter/lib/engines.js", instead: NOTHING },
  { module: "zod/v4/locales/index.js", instead: 'export { default as en } from "./en.js";' },
  ...["delete/delete", "download/download", "find/get"].map((path) => withoutClient(path, "Artifact")),
  withoutClient("find/list", "Artifacts"),
  { module: "archiver/lib/plugins/tar.js", instead: TAR },
  { module: "lodash/_root.js", instead: "module.exports = globalThis;" },
];

/** The client names these functions when it is loaded, and calls them only when it is asked to. */
function withoutClient(path, suffix) {
  const name = `${path.replace(/^.*\//, "")}${suffix}`;
  const file = `${path}-${suffix.toLowerCase()}.js`;
  return {
    module: `@actions/artifact/lib/internal/${file}`,
    instead: `export const ${name}Public = undefined, ${name}Internal = undefined;`,
  };
}

/** The bundler's plugin that puts something smaller in the place of what is left out. */
export function leavesOut(root) {
  const instead = new Map(
    LEFT_OUT.map((part) => [join(root, "node_modules", ...part.module.split("/")), part.instead]),
  );
  return { name: "leaves-out", load: (id) => instead.get(id) ?? null };
}

/** The same package in two folders. */
const TWICE = { copy: "@actions/github/node_modules/undici", of: "@actions/http-client/node_modules/undici" };

/** The bundler's plugin that takes one copy for both, as long as they are of one version. */
export function takesOnce(root) {
  const folder = (name) => join(root, "node_modules", ...name.split("/"));
  const version = (name) => JSON.parse(readFileSync(join(folder(name), "package.json"), "utf8")).version;
  const isSame = version(TWICE.copy) === version(TWICE.of);
  return {
    name: "takes-once",
    async resolveId(source, importer, options) {
      if (!isSame || source !== "undici" || importer === undefined) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found === null ? null : { ...found, id: found.id.replace(folder(TWICE.copy), folder(TWICE.of)) };
    },
  };
}
