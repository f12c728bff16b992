import type { Rule } from "../core/rule.ts";
import { isMapping, type Json, merge, valueAt } from "./json.ts";
import { presetLayer } from "./presets.ts";
import { complete, type Resolved } from "./resolve.ts";
import type { Schemas } from "./schemas.ts";
import { PRESETS } from "./sections.ts";

/** The scopes of a stack of layers, as written. */
export function scopesOf({ merged }: Resolved): readonly Json[] {
  return Array.isArray(merged.scopes) ? merged.scopes.filter(isMapping) : [];
}

/**
 * The policy inside one scope. A scope's preset gives every default rule its level anew; other rules keep theirs, save
 * that `observe` enforces nothing.
 */
export function resolveScope(schemas: Schemas, base: Resolved, scope: Json): Resolved {
  const preset = PRESETS.find((name) => name === scope.preset) ?? null;
  const under = preset === null ? base.merged : merge(base.merged, presetOver(preset, schemas.rules, base));
  const { authorise, references, rules: entries } = scope;
  const merged = merge(under, { authorise, references, rules: entries });
  return { ...complete(schemas, merged), preset: preset ?? base.preset, facts: base.facts };
}

function presetOver(preset: Resolved["preset"], rules: readonly Rule[], base: Resolved): Json {
  const layer = presetLayer(preset, rules, base.facts);
  const entries = rules.map(({ meta }) => {
    const now = base.entries[meta.id]?.level ?? "off";
    const kept = preset === "observe" && now === "enforce" ? "warn" : now;
    return [meta.id, { level: meta.default ? valueAt(layer, ["rules", meta.id, "level"]) : kept }];
  });
  return { ...layer, rules: Object.fromEntries(entries) };
}
