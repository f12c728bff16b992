import { Fault, type Problem } from "../core/fault.ts";
import type { DoorPlace, Law } from "../core/law.ts";
import type { Tree } from "../core/ports.ts";
import type { Rule } from "../core/rule.ts";
import { checkLayers } from "./check-layers.ts";
import { type Compiled, compile } from "./compile.ts";
import type { Detected } from "./detected.ts";
import { findPolicy, namedPolicy } from "./discover.ts";
import { type FetchedPolicies, type FileLayer, readLayers } from "./layers.ts";
import type { Lock } from "./locks.ts";
import type { Overrides } from "./overrides.ts";
import { type Layer, normalise } from "./resolve.ts";
import type { PresetName } from "./schema.ts";
import { schemasFor } from "./schemas.ts";
import { readWaivers } from "./waivers.ts";

/** Nobody mends more at once, and a file of noise has tens of thousands. */
const MOST_PROBLEMS = 200;

/** All that decides what the law is. */
export interface PolicyInput {
  /** The trusted tree. */
  readonly tree: Tree;
  readonly place: DoorPlace;
  readonly detected: Detected;
  /** Every registered rule. */
  readonly rules: readonly Rule[];
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly overrides?: Overrides;
  /** The policy's root-relative path, where somebody names it; left out: it is looked for in the usual places. Null: no file is law, nor a waiver. */
  readonly file?: string | null;
  /** Read the policy as if it named this preset; everything else that it says stands. */
  readonly assume?: PresetName;
  /** Policies of other repositories that were fetched before; without it there are none. */
  readonly fetched?: FetchedPolicies;
}

/**
 * The law of a tree: its policy file with all that this extends, or presets and detection where there is none. Throws
 * `Fault("policy")` with every problem of policy and waivers at once, each with file, line, column and key.
 */
export async function loadPolicy(input: PolicyInput): Promise<Law> {
  const read = await readPolicy(input);
  if (read.compiled.law === null) throw policyFault(read.compiled.problems);
  const { law } = read.compiled;
  if (input.file === null) return law;
  const { problems } = await readWaivers(input.tree, { law, today: input.today, rules: input.rules });
  if (problems.length > 0) throw policyFault(problems);
  return law;
}

/** A policy with the layers that it came from, for doors that explain it. */
export interface ReadPolicy {
  readonly layers: readonly Layer[];
  readonly compiled: Compiled;
}

/** Reads, checks and compiles without throwing for anything that stands in a file. */
export async function readPolicy(input: PolicyInput): Promise<ReadPolicy> {
  const { tree, place, detected, rules, overrides = null } = input;
  const file = await fileOf(input);
  const fetched = input.fetched ?? (async () => null);
  const read = file === null ? { layers: [], problems: [] } : await readLayers(tree, file, fetched);
  const layers = [...read.layers.map(toLayer), ...assumed(input)];
  const schemas = await schemasFor(rules);
  const problems = [...read.problems, ...checkLayers(read.layers, schemas)];
  if (problems.length > 0) return { layers, compiled: { law: null, problems: inOrder(problems) } };
  const sources = [...new Set(read.layers.map((layer) => layer.file))];
  const compiled = await compile({
    schemas,
    layers,
    locks: read.layers.flatMap(locksOf),
    sources,
    place,
    detected,
    overrides,
  });
  return { layers, compiled };
}

async function fileOf({ tree, file }: PolicyInput): Promise<string | null> {
  if (file === null) return null;
  return file === undefined ? findPolicy(tree) : namedPolicy(tree, file);
}

/** All problems in one fault. */
export function policyFault(problems: readonly Problem[]): Fault {
  const ordered = inOrder(problems);
  const shown = ordered.slice(0, MOST_PROBLEMS);
  const more = ordered.length - shown.length;
  const count = ordered.length === 1 ? "1 problem" : `${ordered.length} problems`;
  return new Fault(
    "policy",
    `The policy can't be used: ${count}${more > 0 ? `, ${shown.length} shown` : ""}.`,
    {
      problems: shown,
      fix: "Mend every place, then run: golden-thread config validate",
    },
  );
}

function toLayer(layer: FileLayer): Layer {
  return { label: layer.file, value: normalise(layer.value), place: layer.place };
}

/** A layer above all others; it has no text, so nothing in it can be wrong. */
function assumed({ assume }: PolicyInput): readonly Layer[] {
  if (assume === undefined) return [];
  return [{ label: "assumed", value: { preset: assume }, place: () => ({ line: 1, column: 1 }) }];
}

function locksOf({ value }: FileLayer, layer: number): readonly Lock[] {
  if (!Array.isArray(value.locked)) return [];
  return value.locked.map((key, index) => ({ key: String(key), layer, path: ["locked", index] }));
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line || a.column - b.column,
  );
}
