#!/usr/bin/env node
/**
 * Writes the rule book into README.md, between its markers, from what the rules say of themselves.
 *
 *   node scripts/rulebook.mjs [--check]
 *
 * `--check` writes nothing and ends with 1 where the README says something else.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";

const BEGIN = "<!-- rules:begin -->";
const END = "<!-- rules:end -->";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const file = join(root, "README.md");
const text = readFileSync(file, "utf8");
const wanted = withBook(text, await book());

if (wanted === text) console.log("README.md holds the rule book");
else if (values.check) {
  console.error("README.md does not hold the rule book; write it with: node scripts/rulebook.mjs");
  process.exitCode = 1;
} else {
  writeFileSync(file, wanted);
  console.log("README.md: rule book written");
}

function withBook(readme, chapters) {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`README.md lacks ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${chapters}\n${END}${after}`;
}

async function book() {
  const { rules, ruleOptions } = await sources();
  const chapters = [];
  for (const rule of rules) chapters.push(chapter(rule, await ruleOptions(rule)));
  return chapters.join("\n\n");
}

/** The rules are TypeScript, so they are bundled to a temporary file and asked. */
async function sources() {
  const staging = mkdtempSync(join(tmpdir(), "golden-thread-rules-"));
  try {
    const entry = join(staging, "entry.ts");
    writeFileSync(
      entry,
      `export { rules } from ${JSON.stringify(join(root, "src/rules/index.ts"))};
export { ruleOptions } from ${JSON.stringify(join(root, "src/policy/rule-options.ts"))};\n`,
    );
    const build = await rolldown({ cwd: root, input: entry, platform: "node", tsconfig: false });
    const { output } = await build.generate({ format: "es", codeSplitting: false });
    await build.close();
    const bundle = join(staging, "bundle.mjs");
    writeFileSync(bundle, output[0].code);
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function chapter({ meta }, options) {
  const examples = meta.examples.map(
    ({ text: example, code }) => `${plain(example)}: *${verdict(meta.codes[code])}*`,
  );
  const lines = [
    ["Why it's a rule", plain(meta.why)],
    ["How to fix it", plain(meta.fix)],
    ["Examples", examples.join(" · ")],
    ["Options", optionsOf(options)],
    ["Supports", meta.controls.map(({ framework, id }) => `${framework} ${id}`).join(", ")],
  ].filter(([, told]) => told !== "");
  const asked = meta.default ? "" : " Asked only where the policy names it.";
  return [
    `### ${meta.id}`,
    "",
    `${plain(meta.title)}.${asked}`,
    "",
    ...lines.map(([name, told]) => `- **${name}:** ${told}`),
  ].join("\n");
}

function verdict({ outcome, advisory }) {
  return advisory ? "warns" : outcome;
}

/** Options that follow the policy's sections are told there, not again. */
function optionsOf(options) {
  return options
    .filter(({ fallback }) => fallback !== null)
    .map(
      ({ name, takes, fallback, does }) => `\`${name}\` (${takes}, default \`${fallback}\`): ${plain(does)}`,
    )
    .join(" ");
}

/** Text as Markdown shows it unchanged. */
function plain(text) {
  return text.replace(/[\\`*_<>|]/g, "\\$&");
}
