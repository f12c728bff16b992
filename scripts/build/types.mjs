import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";

/** Declarations of the public face and of all that it names: `types/<path>.d.ts` -> text. */
export function declarationsOf(root, entries) {
  const staging = mkdtempSync(join(tmpdir(), "golden-thread-types-"));
  try {
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const faces = entries.filter((entry) => entry.kind === "face").map((entry) => entry.source);
    checkFaces(root, faces);
    execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", staging], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    return new Map(
      filesBelow(staging).map((file) => [`types/${file}`, pointedAtDeclarations(join(staging, file))]),
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** tsconfig.build.json can't import the list of entries, so the two are held equal here. */
function checkFaces(root, faces) {
  const { files } = JSON.parse(readFileSync(join(root, "tsconfig.build.json"), "utf8"));
  if (files.join() !== faces.join())
    throw new Error(`tsconfig.build.json names ${files}, the entries are ${faces}`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}

/** The compiler keeps `./x.ts` in declarations; a reader without `allowImportingTsExtensions` needs `./x.js`. */
function pointedAtDeclarations(file) {
  return readFileSync(file, "utf8").replace(/(from |import\()"(\.{1,2}\/[^"]+)\.ts"/g, '$1"$2.js"');
}
