#!/usr/bin/env node
/**
 * Builds `dist/` from `src/`: bundles, declarations, JSON Schemas and the licences of what was bundled in; and `docs/bundle.md`,
 * which says what the Action is made of.
 *
 *   node scripts/build.mjs [--out DIR] [--graph FILE] [--page FILE]
 *
 * `--out` builds elsewhere, for comparison, and `--page` writes that page elsewhere; `--graph` writes what each file holds and loads as JSON.
 * The same sources and lockfile give the same bytes in any directory.
 */
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleAll } from "./build/bundle.mjs";
import { bundlePage } from "./build/bundle-page.mjs";
import { digestOf } from "./build/digest.mjs";
import { entriesOf } from "./build/entries.mjs";
import { licencesOf } from "./build/licences.mjs";
import { schemasOf } from "./build/schemas.mjs";
import { declarationsOf } from "./build/types.mjs";
import { syncFolder } from "./build/write.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const text = { type: "string" };
const { values } = parseArgs({ options: { out: text, graph: text, page: text } });
const out = resolve(values.out ?? join(root, "dist"));

const entries = entriesOf(root);
const { files, graph, packages } = await bundleAll(root, entries, digestOf(root));
const everything = new Map([
  ...files,
  ...declarationsOf(root, entries),
  ...(await schemasOf(root)),
  ["LICENSES.txt", licencesOf(root, packages)],
  // The package's own sources are ES modules, what is built of them is not.
  ["package.json", '{ "type": "commonjs" }\n'],
]);
const executable = new Set(entries.filter((entry) => entry.executable).map((entry) => entry.file));
const changed = syncFolder(out, everything, executable);

writeFileSync(values.page ?? join(root, "docs", "bundle.md"), bundlePage(root, graph));
if (values.graph !== undefined) writeFileSync(values.graph, `${JSON.stringify(graph, null, 2)}\n`);
console.log(`${everything.size} files in ${values.out ?? "dist"}, ${changed} changed`);
