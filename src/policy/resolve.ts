import type { z as zod } from "zod";
import type { PolicySections } from "../core/law.ts";
import type { Position } from "./document.ts";
import { isMapping, type Json, merge, valueAt } from "./json.ts";
import { type PresetFacts, presetLayer } from "./presets.ts";
import type { ruleEntrySchema } from "./rule-entries.ts";
import type { Policy, PresetName } from "./schema.ts";
import type { Schemas } from "./schemas.ts";
import { PRESETS } from "./sections.ts";

/** One layer of the law above its preset. `value` has passed the schema; its rule entries are all objects. */
export interface Layer {
  /** The file's path, or how a door calls what it was given (`command line`). */
  readonly label: string;
  readonly value: Json;
  place(path: readonly PropertyKey[], part?: "key" | "value"): Position;
}

/** A rule's level, `unknown` and explicit options, as the layers add up to. */
export type RuleEntry = zod.output<ReturnType<typeof ruleEntrySchema>>;

/** What a stack of layers says, defaults filled in. */
export interface Resolved {
  readonly preset: PresetName;
  readonly facts: PresetFacts;
  /** All layers with their preset merged, as written. */
  readonly merged: Json;
  readonly policy: Policy;
  readonly entries: Readonly<Record<string, RuleEntry>>;
}

/** Words of the file that speak of the file itself. They are not inherited. */
const OWN_KEYS = ["$schema", "extends", "locked", "requires"];

/** The rule entries of a file in one form: `warn` is `{level: warn}`. */
export function normalise(value: Json): Json {
  const kept = Object.entries(value).filter(([key]) => !OWN_KEYS.includes(key));
  const scopes = Array.isArray(value.scopes) ? { scopes: value.scopes.map(withEntries) } : {};
  return { ...withEntries(Object.fromEntries(kept)), ...scopes };
}

function withEntries(value: unknown): Json {
  if (!isMapping(value)) return {};
  if (!isMapping(value.rules)) return value;
  const entries = Object.entries(value.rules).map(([id, entry]) => [
    id,
    typeof entry === "string" ? { level: entry } : entry,
  ]);
  return { ...value, rules: Object.fromEntries(entries) };
}

/**
 * Merges layers, weakest first, above the preset that they name. Every layer has passed the schema. `detected`: the
 * remotes that stand in where no layer names any.
 */
export function resolve(schemas: Schemas, layers: readonly Layer[], detected: Json): Resolved {
  const own = layers.reduce<unknown>((under, layer) => merge(under, layer.value), {});
  const preset = PRESETS.find((name) => name === valueAt(own, ["preset"])) ?? "standard";
  const facts = factsOf(own);
  const under = merge(
    presetLayer(preset, schemas.rules, facts),
    valueAt(own, ["remotes"]) ? {} : { remotes: detected },
  );
  return { ...complete(schemas, merge(under, own)), preset, facts };
}

function factsOf(own: unknown): PresetFacts {
  const remotes = valueAt(own, ["remotes"]);
  const kinds = isMapping(remotes) ? Object.values(remotes).map((remote) => valueAt(remote, ["kind"])) : [];
  return {
    specRequired: valueAt(own, ["spec", "required"]) === true,
    hasUpstream: kinds.some((kind) => kind !== "markdown"),
  };
}

/** Fills in the defaults of a merged policy. Rules keep what is written: their defaults come with their options. */
export function complete(schemas: Schemas, merged: unknown): Pick<Resolved, "merged" | "policy" | "entries"> {
  const value = isMapping(merged) ? merged : {};
  const policy = schemas.policy.parse({ ...value, rules: {}, scopes: [] });
  const entries = schemas.entries.parse(value.rules ?? {});
  return { merged: value, policy, entries };
}

/** The sections that rules take their options from. */
export function sectionsOf({
  authority,
  authorise,
  references,
  remotes = {},
  people,
  spec,
}: Policy): PolicySections {
  const { states, new_tasks, types, labels, decision_time } = authorise;
  const projects = Object.entries(remotes).flatMap(([name, settings]) => {
    const wanted = projectsOf(settings);
    return wanted.length === 0 ? [] : [[name, wanted] as const];
  });
  return {
    authority,
    authorise: {
      states,
      new_tasks,
      types: types ?? null,
      labels,
      approval: approvalOf(authorise),
      decision_time,
    },
    references,
    projects: Object.fromEntries(projects),
    // A law that names nobody is the law that it was before anybody could be named.
    ...(people === undefined ? {} : { people }),
    ...(spec.required ? { spec: specOf(spec) } : {}),
  };
}

/** What rules ask of it; where specs stand is no matter of theirs. */
function specOf({
  headings,
  min_criteria,
  min_size,
  max_size,
}: Policy["spec"]): NonNullable<PolicySections["spec"]> {
  return { required: true, headings, min_criteria, min_size, max_size };
}

/** The approval that a policy, or a scope of it, asks of a ticket. */
function approvalOf({ approval }: Policy["authorise"]): PolicySections["authorise"]["approval"] {
  if (approval === undefined) return null;
  const { label = null, when, approvers } = approval;
  return { label, risk: when?.risk ?? null, approvers };
}

/** The projects that a remote's tickets must belong to, as its tracker names them; empty: any. */
function projectsOf(settings: NonNullable<Policy["remotes"]>[string]): readonly string[] {
  switch (settings.kind) {
    case "github":
      return [settings.repo];
    case "gitlab":
    case "azure-devops":
      return [settings.project];
    case "jira":
      return settings.projects ?? [];
    case "linear":
      return settings.teams;
    case "clickup":
      return settings.spaces ?? [];
    case "notion":
      return [settings.data_source];
    case "markdown":
      return [];
  }
}

/** Strongest layer that says something at a path, and where; null: the preset or a default does. */
export function saidBy(
  layers: readonly Layer[],
  path: readonly PropertyKey[],
  part: "key" | "value" = "value",
): (Position & { readonly file: string }) | null {
  const layer = layers.findLast(({ value }) => valueAt(value, path) !== undefined);
  return layer === undefined ? null : { file: layer.label, ...layer.place(path, part) };
}
