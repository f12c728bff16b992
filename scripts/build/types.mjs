import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";

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
    return reachable(
      staging,
      faces.map((source) => source.replace(/^src\//, "").replace(/\.ts$/, ".d.ts")),
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

/** The compiler writes a declaration for every file that it read; only what the faces' declarations name is public. */
function reachable(folder, faces) {
  const found = new Map();
  const waiting = [...faces];
  while (waiting.length > 0) {
    const file = waiting.pop();
    if (found.has(`types/${file}`)) continue;
    const text = pointedAtDeclarations(readFileSync(join(folder, file), "utf8"));
    found.set(`types/${file}`, text);
    for (const [, specifier] of text.matchAll(SPECIFIER)) {
      waiting.push(posix.join(posix.dirname(file), specifier.replace(/\.js$/, ".d.ts")));
    }
  }
  return found;
}

const SPECIFIER = /(?:from |import\()"(\.{1,2}\/[^"]+\.js)"/g;

/** The compiler keeps `./x.ts` in declarations; a reader without `allowImportingTsExtensions` needs `./x.js`. */
function pointedAtDeclarations(text) {
  return text.replace(/(from |import\()"(\.{1,2}\/[^"]+)\.ts"/g, '$1"$2.js"');
}
