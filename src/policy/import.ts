import { Fault } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import type { Rule } from "../core/rule.ts";
import { type Detected, detectedRemotes } from "./detected.ts";
import { parseFile } from "./document.ts";
import { canonical, isMapping, type Json, merge } from "./json.ts";
import { policyYaml } from "./policy-text.ts";
import { readSource } from "./read-source.ts";
import { type Schemas, schemasFor } from "./schemas.ts";
import { readCoderag } from "./seeds/coderag.ts";
import { type Carried, type Left, mappingOf, type Reading } from "./seeds/reading.ts";
import { readSatellite } from "./seeds/satellite.ts";
import { readToolkit } from "./seeds/toolkit.ts";

/** Files that seed configurations stand in. */
const SEEDS = [
  ".coderag.yaml",
  "backlog.config.json",
  "backlog.config.yml",
  "backlog/config.yml",
  "backlog/config.yaml",
  ".backlog/config.yml",
  ".backlog/config.yaml",
];

export interface ImportInput {
  readonly tree: Tree;
  /** One file; null: every seed configuration that is found. */
  readonly from: string | null;
  readonly rules: readonly Rule[];
  /** What the policy would have found by itself; naming remotes switches that off, so they are named too. */
  readonly detected: Detected;
  /** Address of the JSON Schema, for the first line. */
  readonly schema: string;
}

/** A policy made of seed configurations, and what became of everything that they say. */
export interface ImportedPolicy {
  readonly text: string;
  readonly files: readonly string[];
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
}

/** Reads seed configurations and writes them as a policy. Throws `Fault("policy")` for a file that can't be read at all. */
export async function importPolicy(input: ImportInput): Promise<ImportedPolicy> {
  const schemas = await schemasFor(input.rules);
  const files: string[] = [];
  const readings: Reading[] = [];
  for (const file of input.from === null ? SEEDS : [input.from]) {
    const value = await readSeed(input.tree, file);
    if (value === null) continue;
    const reading = readingOf(value, file, schemas);
    if (reading === null && input.from === null) continue;
    files.push(file);
    readings.push(reading ?? unknownFormat(file));
  }
  if (readings.length === 0) throw nothingToImport(input.from);
  const joined = join(readings);
  const remotes = { ...detectedRemotes(input.detected), ...joined.remotes };
  const policy = {
    preset: "standard",
    ...joined.sections,
    ...(Object.keys(remotes).length === 0 ? {} : { remotes }),
  };
  const { carried, left } = joined;
  const text = policyYaml({ comments: commentsOf(files, left), schema: input.schema, policy });
  return { text, files, carried, left };
}

/** A file's mapping; null: no such file. `.coderag.local.yaml` lies over `.coderag.yaml`, as its own program does it. */
async function readSeed(tree: Tree, file: string): Promise<Json | null> {
  const own = await readMapping(tree, file);
  const localFile = /(?:^|\/)\.coderag\.ya?ml$/.test(file) ? file.replace(/(\.ya?ml)$/, ".local$1") : null;
  const local = localFile === null ? null : await readMapping(tree, localFile);
  return own === null && local === null ? null : mappingOf(merge(own ?? {}, local ?? {}));
}

async function readMapping(tree: Tree, file: string): Promise<Json | null> {
  const { bytes, problem } = await readSource(tree, file);
  if (problem !== null) throw unreadable(file, [problem]);
  if (bytes === null) return null;
  const parsed = await parseFile(file, bytes);
  if (!parsed.readable) throw unreadable(file, parsed.problems);
  return mappingOf(parsed.value);
}

function unreadable(file: string, problems: Fault["problems"]): Fault {
  return new Fault("policy", `${file} can't be read.`, {
    problems,
    fix: "Mend the file, then import it again.",
  });
}

/** By what a file says: two of the formats share a name but for its ending. Null: none of them. */
function readingOf(value: Json, file: string, schemas: Schemas): Reading | null {
  const { backlog, remotes, compliance } = value;
  if (isMapping(backlog) && backlog.provider !== undefined) return readCoderag(value, file, schemas);
  if (isMapping(backlog) || isMapping(value.ticketValidation)) return readToolkit(value, file, schemas);
  if (isMapping(remotes) || isMapping(compliance)) return readSatellite(value, file, schemas);
  return null;
}

function unknownFormat(file: string): never {
  throw new Fault("usage", `${file} says nothing that a policy could take over.`, {
    wanted: "a .coderag.yaml with a backlog, a backlog.config.json, or a Backlog.md config.yml with remotes",
  });
}

function nothingToImport(from: string | null): Fault {
  const message = from === null ? "There is nothing to import." : `There is no file ${from}.`;
  return new Fault("usage", message, {
    wanted: SEEDS.join(", "),
    fix: "golden-thread config import --from FILE",
  });
}

/** Earlier files win; what a later one says otherwise is left. */
function join(readings: readonly Reading[]): Reading {
  const remotes: Record<string, Json> = {};
  const left = readings.flatMap((reading) => [...reading.left]);
  for (const reading of readings) {
    for (const [name, entry] of Object.entries(reading.remotes)) {
      const there = remotes[name];
      remotes[name] = there === undefined ? entry : mappingOf(merge(entry, there));
      if (there === undefined || canonical(merge(entry, there)) === canonical(merge(there, entry))) continue;
      const file = reading.carried[0]?.file ?? "";
      left.push({ file, key: `remotes.${name}`, why: "taken", detail: null });
    }
  }
  const sections = readings.reduceRight<unknown>((under, reading) => merge(under, reading.sections), {});
  return {
    remotes,
    sections: mappingOf(sections),
    carried: readings.flatMap((reading) => reading.carried),
    left,
  };
}

function commentsOf(files: readonly string[], left: readonly Left[]): readonly string[] {
  const variables = [
    ...new Set(left.flatMap(({ why, detail }) => (why === "token" && detail ? [detail] : []))),
  ];
  return [
    `Made by "golden-thread config import" from ${files.join(", ")}.`,
    ...(variables.length === 0
      ? []
      : [`Tokens never stand here; they are read from the environment: ${variables.join(", ")}.`]),
    "",
  ];
}
