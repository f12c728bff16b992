import { canonical } from "../core/canonical.ts";
import type { Problem } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { isMapping, type Json, valueAt } from "./json.ts";
import { isLooser, keysUnder, lockableKeys } from "./loosening.ts";
import { type Layer, type Resolved, resolve } from "./resolve.ts";
import type { Schemas } from "./schemas.ts";
import { resolveScope, scopesOf } from "./scopes.ts";
import { dotted } from "./show.ts";

/** One entry of a layer's `locked:`. */
export interface Lock {
  readonly key: string;
  /** The layer's index; only later ones are bound. */
  readonly layer: number;
  readonly path: readonly PropertyKey[];
}

interface Locked {
  readonly layers: readonly Layer[];
  readonly locks: readonly Lock[];
  readonly schemas: Schemas;
}

/** Sections that scopes can change, or switch off by `exempt`. */
const IN_SCOPES = /^(?:rules|authorise|references|authority|unknown)(?:\.|$)/;

/** Locks that name no key, and every place where a later layer loosens what an earlier one has locked. */
export function lockProblems(locked: Locked, detected: Json): readonly Problem[] {
  const { layers, locks, schemas } = locked;
  const ids = schemas.rules.map((rule) => rule.meta.id);
  const problems = locks
    .filter((lock) => keysUnder(lock.key, ids).length === 0)
    .map((lock) => unknownLock(lock, layers, ids));
  if (locks.length === problems.length) return problems;
  for (const [index, layer] of layers.entries()) {
    const held = locks.filter((lock) => lock.layer < index);
    const keys = [...new Set(held.flatMap((lock) => keysUnder(lock.key, ids)))];
    if (keys.length === 0) continue;
    const before = resolve(schemas, layers.slice(0, index), detected);
    const after = resolve(schemas, layers.slice(0, index + 1), detected);
    problems.push(...loosened(keys, before, after).map((key) => loosenedAt(layer, key.split("."), key)));
    problems.push(...spared(keys, before, after).map((id) => sparedAt(layer, ["rules", id])));
    problems.push(...scopeProblems(schemas, layer, keys, before, after));
  }
  return problems;
}

function unknownLock(lock: Lock, layers: readonly Layer[], ids: readonly string[]): Problem {
  const layer = layers[lock.layer];
  const place = layer?.place(lock.path) ?? { line: 1, column: 1 };
  const near = nearest(lock.key, lockableKeys(ids));
  const problem = {
    file: layer?.label ?? "",
    ...place,
    key: dotted(lock.path),
    message: "this key can't be locked",
    found: dotted([lock.key]),
    wanted: "a dotted key of the policy",
  };
  return near === null ? problem : { ...problem, suggestion: near };
}

function loosened(keys: readonly string[], before: Resolved, after: Resolved): readonly string[] {
  return keys.filter((key) => isLooser(key, effective(before, key), effective(after, key)));
}

/** Rules that are let off by a word of their own where what is unknown has to block. */
function spared(keys: readonly string[], before: Resolved, after: Resolved): readonly string[] {
  const blocks = keys.some((key) => key.startsWith("unknown.") && effective(before, key) === "block");
  const mild = ({ entries }: Resolved) =>
    Object.entries(entries).flatMap(([id, { unknown }]) => (unknown === "warn" ? [id] : []));
  const known = mild(before);
  // Where the rule is locked too, that says it.
  return blocks ? mild(after).filter((id) => !known.includes(id) && !keys.includes(`rules.${id}`)) : [];
}

function sparedAt(layer: Layer, path: readonly PropertyKey[]): Problem {
  return loosenedAt(layer, [...path, "unknown"], "unknown");
}

function effective({ policy, entries, merged, preset }: Resolved, key: string): unknown {
  if (key === "preset") return preset;
  if (key === "scopes") return merged.scopes ?? [];
  const path = key.split(".");
  return path[0] === "rules" ? valueAt(entries, path.slice(1)) : valueAt(policy, path);
}

function loosenedAt(layer: Layer, path: readonly PropertyKey[], key: string): Problem {
  const message = `a policy that this one builds on has locked ${key}, and here it is loosened`;
  const at = valueAt(layer.value, path) === undefined && layer.value.preset !== undefined ? ["preset"] : path;
  return { file: layer.label, ...layer.place(at), key: dotted(path), message };
}

/** A scope of the layer that loosens a locked key for its paths, or does away with an earlier scope that sets one. */
function scopeProblems(
  schemas: Schemas,
  layer: Layer,
  keys: readonly string[],
  before: Resolved,
  after: Resolved,
): readonly Problem[] {
  const bound = keys.filter((key) => IN_SCOPES.test(key));
  if (bound.length === 0 || !Array.isArray(layer.value.scopes)) return [];
  const earlier = scopesOf(before);
  if (canonical(earlier) === canonical(layer.value.scopes)) return [];
  const lost =
    earlier.length === 0 ? undefined : bound.find((key) => earlier.some((scope) => sets(scope, key)));
  if (lost !== undefined) return [loosenedAt(layer, ["scopes"], lost)];
  return scopesOf(after).flatMap((scope, index) => {
    if (scope.exempt === true)
      return bound.slice(0, 1).map((key) => loosenedAt(layer, ["scopes", index, "exempt"], key));
    const inside = resolveScope(schemas, after, scope);
    const own = ["scopes", index];
    return [
      ...loosened(bound, before, inside).map((key) => loosenedAt(layer, own, key)),
      ...spared(bound, after, inside).map((id) => sparedAt(layer, [...own, "rules", id])),
    ];
  });
}

function sets(scope: Json, key: string): boolean {
  return (
    scope.preset !== undefined ||
    (isMapping(scope) && valueAt(scope, key.split(".").slice(0, 2)) !== undefined)
  );
}
