import { canonical } from "../core/canonical.ts";
import type { Tree } from "../core/ports.ts";
import type { Rule } from "../core/rule.ts";
import { type Detected, detectedRemotes } from "./detected.ts";
import { type Json, merge } from "./json.ts";
import { policyYaml } from "./policy-text.ts";
import { schemasFor } from "./schemas.ts";
import { readSeeds, type Seed } from "./seeds/read.ts";
import { type Carried, type Left, mappingOf, type Reading, TOKEN_VARIABLES } from "./seeds/reading.ts";
import { trackerKind } from "./seeds/remote.ts";

/** What to import, and what it is made into a policy with. */
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
  const seeds = await readSeeds(input.tree, input.from, schemas);
  const files = seeds.map(({ file }) => file);
  const joined = join(seeds);
  const remotes = { ...detectedRemotes(input.detected), ...joined.remotes };
  const policy = {
    preset: "standard",
    ...joined.sections,
    ...(Object.keys(remotes).length === 0 ? {} : { remotes }),
  };
  const { carried, left } = joined;
  const text = policyYaml({ comments: commentsOf(files, remotes), schema: input.schema, policy });
  return { text, files, carried, left };
}

/** Earlier files win; what a later one says otherwise is left. */
function join(seeds: readonly Seed[]): Reading {
  const remotes: Record<string, Json> = {};
  const left = seeds.flatMap(({ reading }) => [...reading.left]);
  for (const { file, reading } of seeds) {
    for (const [name, entry] of Object.entries(reading.remotes)) {
      const there = remotes[name];
      remotes[name] = there === undefined ? entry : mappingOf(merge(entry, there));
      if (there === undefined || canonical(merge(entry, there)) === canonical(merge(there, entry))) continue;
      left.push({ file, key: `remotes.${name}`, why: "taken", detail: null });
    }
  }
  const readings = seeds.map(({ reading }) => reading);
  const sections = readings.reduceRight<unknown>((under, reading) => merge(under, reading.sections), {});
  return {
    remotes,
    sections: mappingOf(sections),
    carried: readings.flatMap((reading) => reading.carried),
    left,
  };
}

function commentsOf(files: readonly string[], remotes: Json): readonly string[] {
  const variables = Object.values(remotes).flatMap((entry) => {
    const kind = trackerKind(mappingOf(entry).kind);
    return kind === null ? [] : [TOKEN_VARIABLES[kind]];
  });
  return [
    `Made by "golden-thread config import" from ${files.join(", ")}.`,
    ...(variables.length === 0
      ? []
      : [
          `Tokens never stand here; they are read from the environment: ${[...new Set(variables)].join(", ")}.`,
        ]),
    "",
  ];
}
