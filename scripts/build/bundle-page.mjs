import { readFileSync } from "node:fs";
import { join } from "node:path";

const INTRO = [
  "# What the Action is made of",
  "",
  "`dist/action.js` is loaded by every run, each chunk only by a run that needs what is in it. Sizes are those of the files as they",
  "are committed: nothing is minified, because people review these files, and they would start no faster. The licences stand in full in",
  "`dist/LICENSES.txt`. `npm run bundle` writes this page.",
  "",
];

/** `docs/bundle.md`: the size of each file that the Action can load, the packages in it and their licences. `graph`: see bundleAll. */
export function bundlePage(root, graph) {
  const files = reached(graph, "action.js");
  const foreign = files.filter((file) => packagesOf(graph[file]).length > 0);
  const own = files.filter((file) => file !== "action.js" && !foreign.includes(file));
  const sum = own.reduce((total, file) => total + graph[file].bytes, 0);
  return [
    ...INTRO,
    row(["file", "kB", "packages"]),
    row(["---", "---:", "---"]),
    row(["`dist/action.js`", size(graph["action.js"].bytes), ""]),
    ...foreign.map((file) => row([`\`dist/${file}\``, size(graph[file].bytes), packed(root, graph[file])])),
    row([`${own.length} chunks of golden-thread's own`, size(sum), ""]),
    "",
  ].join("\n");
}

/** Everything that a file can load, at once or later, itself first; the rest sorted. */
function reached(graph, entry, seen = new Set()) {
  if (graph[entry] === undefined || seen.has(entry)) return [...seen];
  seen.add(entry);
  for (const next of [...graph[entry].imports, ...graph[entry].lazy]) reached(graph, next, seen);
  return [...seen].sort();
}

function packagesOf({ modules }) {
  const folders = modules.flatMap((module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module) ?? []);
  return [...new Set(folders)];
}

/** `MIT: a 1.0.0, b 2.0.0 · ISC: c 3.0.0` */
function packed(root, file) {
  const byLicence = new Map();
  for (const folder of packagesOf(file)) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    byLicence.set(license, (byLicence.get(license) ?? new Set()).add(`${name} ${version}`));
  }
  return [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => `${licence}: ${[...names].sort().join(", ")}`)
    .join(" · ");
}

function size(bytes) {
  return (bytes / 1000).toFixed(1);
}

function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
