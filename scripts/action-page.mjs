#!/usr/bin/env node
/**
 * Writes the tables of inputs and outputs into docs/action.md, between their markers, from what action.yml says.
 *
 *   node scripts/action-page.mjs [--check]
 *
 * `--check` writes nothing and ends with 1 where the page says something else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const file = join(root, "docs", "action.md");
const text = readFileSync(file, "utf8");
const { inputs, outputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));

const wanted = withTable(withTable(text, "inputs", inputTable()), "outputs", outputTable());
if (wanted === text) console.log("docs/action.md tells the inputs and outputs");
else if (values.check) {
  console.error(
    "docs/action.md does not tell what action.yml does; write it with: node scripts/action-page.mjs",
  );
  process.exitCode = 1;
} else {
  writeFileSync(file, wanted);
  console.log("docs/action.md: tables written");
}

function withTable(page, name, rows) {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/action.md lacks ${begin} and ${end}`);
  return `${before}${begin}\n${rows.join("\n")}\n${end}${after}`;
}

function inputTable() {
  const rows = Object.entries(inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${value === "" ? "" : `\`${value}\``} | ${cell(description)} |`,
  );
  return ["| input | default | what it does |", "|---|---|---|", ...rows];
}

function outputTable() {
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ["| output | what it tells |", "|---|---|", ...rows];
}

/** Text as a table's cell shows it unchanged. */
function cell(words) {
  return words.replace(/[\\`*_<>|]/g, "\\$&");
}
