import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const RULE = "=".repeat(100);

/** Name, version and licence text of every package that was bundled in; a package without a licence text is an error. */
export function licencesOf(root, packages) {
  const entries = packages.map((folder) => licenceOf(join(root, folder)));
  entries.sort((a, b) => (a.title < b.title ? -1 : 1));
  const intro =
    "golden-thread is MIT licensed (see LICENSE). Its dist folder holds code of these packages.\n";
  return [intro, ...entries.map(({ title, text }) => `${RULE}\n${title}\n\n${text}\n`)].join("\n");
}

/** Packages that name their licence without its text, and a neighbour of the same project that brings it. */
const TEXT_OF = { "@sigstore/verify": "@sigstore/bundle" };

function licenceOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const neighbour = TEXT_OF[manifest.name];
  const from = neighbour === undefined ? folder : join(folder, "..", "..", neighbour);
  const file = readdirSync(from).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name));
  const text = file === undefined ? fromReadme(folder) : readFileSync(join(from, file), "utf8");
  if (text === null) throw new Error(`${manifest.name}: no licence text`);
  return {
    title: `${manifest.name} ${manifest.version} (${manifest.license})`,
    text: text.replaceAll("\r\n", "\n").trim(),
  };
}

/** Some packages state their licence only in a section of the readme. */
function fromReadme(folder) {
  const readme = readdirSync(folder).find((name) => /^readme\.md$/i.test(name));
  if (readme === undefined) return null;
  const section = /^#+ *licen[cs]e\b[^\n]*\n([\s\S]+?)(?=^#|$(?![\s\S]))/im.exec(
    readFileSync(join(folder, readme), "utf8"),
  );
  return section?.[1] ?? null;
}
