import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { rolldown } from "rolldown";

/** What the page's browsers can run: those in which colours follow the system's theme (`light-dark()`). */
const TARGET = "es2022";

/** The module that the page's text is put into. */
const PLACE = "src/reports/page-code.ts";

/** The page as its renderer has it: script, style, and the licences of what is in the script. `modules`: root-relative. */
async function pageOf(root) {
  const build = await rolldown({
    cwd: root,
    input: join(root, "src", "page", "main.tsx"),
    platform: "browser",
    tsconfig: false,
    resolve: { symlinks: false },
    transform: { target: TARGET, jsx: { runtime: "automatic", importSource: "preact" } },
    onLog: (level, log) => {
      if (level === "warn") throw new Error(`rolldown: ${log.message}`);
    },
  });
  const { output } = await build.generate({ format: "iife", minify: true, comments: false });
  await build.close();
  const modules = output[0].moduleIds.map((id) => relative(root, id).split(sep).join("/"));
  // An end of a script inside of it would end it for the page's reader too.
  const script = output[0].code.trim().replaceAll("</script", "<\\/script");
  return {
    script,
    style: styleOf(join(root, "src", "page", "style")),
    licences: licencesIn(root, modules),
    modules,
  };
}

/** All of a folder's style sheets in the order of their names, without what only their writers read. */
function styleOf(folder) {
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  return sheets
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};]) ?/g, "$1")
    .trim();
}

/** `name version (licence): copyright` of each package that stands in the page; its text is in dist/LICENSES.txt. */
function licencesIn(root, modules) {
  const folders = modules.flatMap((module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module) ?? []);
  const lines = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const copyright = /^copyright.*$/im.exec(readFileSync(join(root, folder, "LICENSE"), "utf8"))?.[0] ?? "";
    return `${name} ${version} (${license}) ${copyright}`.trim().replaceAll("--", "- ");
  });
  return `This page holds code of:\n${lines.join("\n")}\n`;
}

/**
 * The plugin that puts the page into the module that its renderer reads (`place`); made once, for the bundler and for the tests alike.
 * `modules`: what the page is made of.
 */
export function pageInside(root) {
  const place = join(root, ...PLACE.split("/"));
  let made = null;
  const page = () => {
    made ??= pageOf(root);
    return made;
  };
  return {
    name: "page-inside",
    enforce: "pre",
    place: PLACE,
    modules: async () => (await page()).modules,
    async load(id) {
      if (id !== place) return null;
      const { script, style, licences } = await page();
      return `export const PAGE = ${JSON.stringify({ script, style, licences })};\n`;
    },
  };
}
