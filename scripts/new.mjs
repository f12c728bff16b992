#!/usr/bin/env node
/**
 * Begins a rule or a provider: copies a template with its test and lists it where it has to be known.
 *
 *   node scripts/new.mjs rule ID
 *   node scripts/new.mjs provider KIND
 *
 * Nothing that exists is overwritten. What is written passes style, types and tests as it is.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const templates = join(root, "scripts", "templates");
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const KINDS = { rule: newRule, provider: newProvider };

/** Parts of a tracker's folder. */
const PARTS = ["index", "access", "ask", "map", "read", "schema", "settings", "write"];

/** Path -> text of all that will be written; nothing is until everything is known to fit. */
const plan = new Map();
const [kind, id, ...more] = process.argv.slice(2);
try {
  if (!Object.hasOwn(KINDS, kind ?? "") || id === undefined || more.length > 0)
    throw new Error("wanted: npm run new:rule -- ticket-has-estimate, or npm run new:provider -- trello");
  if (!NAME.test(id))
    throw new Error(`${id} is no name: wanted lower-case words with hyphens, such as ticket-has-estimate`);
  const next = KINDS[kind]();
  write();
  if (kind === "rule") run("scripts/rulebook.mjs");
  console.log(next);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

function newRule() {
  const name = camel(id);
  copy("rule/rule.ts.txt", `src/rules/${id}.ts`);
  copy("rule/rule.test.ts.txt", `test/rules/${id}.test.ts`);
  edit("src/rules/index.ts", [
    [/(?<=^import type [^\n]*\n)/, `import { ${name} } from "./${id}.ts";\n`],
    [/(?=\n\];\n$)/, `\n  ${name},`],
  ]);
  return `Now say in src/rules/${id}.ts what holds, and in its test what people fear. Then: npm run bundle`;
}

function newProvider() {
  const folder = `src/providers/${id}`;
  for (const part of PARTS) copy(`provider/${part}.ts.txt`, `${folder}/${part}.ts`);
  copy("provider/server.ts.txt", `test/servers/${id}/index.ts`);
  copy("provider/provider.test.ts.txt", `test/providers/${id}.test.ts`);
  edit("src/providers/index.ts", [
    [/(?=\n\};\n$)/, `\n  "${id}": async () => (await import("./${id}/index.ts")).provider,`],
  ]);
  const start = `start${pascal(id)}Server`;
  edit("test/servers/index.ts", [
    [/(?=\nimport type \{ TrackerServer)/, `\nimport { ${start} } from "./${id}/index.ts";`],
    [/(?=\n\};\n$)/, `\n  "${id}": ${start},`],
  ]);
  newTracker();
  return `It asks an invented protocol in ${folder}, which test/servers/${id} answers: put the vendor's own in place of both. New ids need a grammar in src/references/grammars/. Then: npm run bundle`;
}

/** Every place that tells trackers apart: it is told apart as Notion is, and its ids are written as Jira's. */
function newTracker() {
  edit("src/core/law.ts", [[/(?=\n {2}\| "markdown";)/, `\n  | "${id}"`]]);
  edit("src/policy/remotes.ts", [
    [/(?=\n\n\/\*\*)/, `\nimport { ${camel(id)}Settings } from "../providers/${id}/settings.ts";`],
    [/(?=\n {2}markdown: "tasks",)/, `\n  "${id}": "jira",`],
    [/(?=\n {4}markdownSettings\(z\),)/, `\n    ${camel(id)}Settings(z),`],
  ]);
  edit("src/gather/remotes.ts", [[/(?<=\n {4}case "notion":)/, `\n    case "${id}":`]]);
  edit("src/policy/scan-config.ts", [
    [/(?<=\n {2}const jira = of\("jira"\)[^;\n]*)(?=;)/, `.concat(of("${id}"))`],
    [/(?<=\n {4}case "notion":)/, `\n    case "${id}":`],
  ]);
  edit("src/policy/resolve.ts", [[/(?=\n {4}case "markdown":\n {6}return \[\];)/, `\n    case "${id}":`]]);
  edit("src/policy/seeds/remote.ts", [[/(?<=\n {4}"notion",)/, `\n    "${id}",`]]);
  edit("src/policy/seeds/remote-fields.ts", [
    [/(?=\n\};\n\n\/\*\* Names that tokens)/, `\n  "${id}": [server, statuses],`],
  ]);
  edit("src/setup/remote-entries.ts", [
    [
      /(?=\n\};\n\n\/\*\*\n \* Remotes as the command line)/,
      `\n  "${id}": [{ key: "url", text: "Address of the server", example: "https://tracker.example" }],`,
    ],
  ]);
  edit("src/policy/seeds/reading.ts", [[/(?=\n {2}markdown: "",)/, `\n  "${id}": "${caps(id)}_TOKEN",`]]);
}

function copy(template, path) {
  if (existsSync(join(root, path))) throw new Error(`${path} is there already`);
  const text = readFileSync(join(templates, template), "utf8")
    .replaceAll("__id__", id)
    .replaceAll("__camel__", camel(id))
    .replaceAll("__Camel__", pascal(id))
    .replaceAll("__CAPS__", caps(id))
    .replaceAll("__Name__", title(id))
    .replaceAll("__grammar__", "jira");
  plan.set(path, text);
}

/** Inserts text at the first place that a pattern finds; a place that is gone is an error, never a silent nothing. */
function edit(path, insertions) {
  let text = readFileSync(join(root, path), "utf8");
  for (const [place, addition] of insertions) {
    if (!place.test(text)) throw new Error(`${path} has changed its shape: no place for ${addition.trim()}`);
    text = text.replace(place, () => addition);
  }
  plan.set(path, text);
}

function write() {
  for (const [path, text] of plan) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  run("node_modules/@biomejs/biome/bin/biome", "check", "--write", "--log-level=error", ...plan.keys());
}

function run(script, ...args) {
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: "pipe" });
}

function camel(name) {
  return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function pascal(name) {
  return title(name).replaceAll(" ", "");
}

function caps(name) {
  return name.replaceAll("-", "_").toUpperCase();
}

function title(name) {
  return name.replace(
    /(^|-)([a-z0-9])/g,
    (_, dash, letter) => `${dash === "" ? "" : " "}${letter.toUpperCase()}`,
  );
}
