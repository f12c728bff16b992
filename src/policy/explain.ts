import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import { nearest } from "../core/nearest.ts";
import type { Rule } from "../core/rule.ts";
import { isMapping, valueAt } from "./json.ts";
import { lockableKeys } from "./loosening.ts";
import { presetLayer } from "./presets.ts";
import type { Layer, Resolved } from "./resolve.ts";

/** Where a value of the law comes from. */
export type Origin =
  | { readonly kind: "file"; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: "preset"; readonly preset: string }
  /** Found in the repository: no layer names it. */
  | { readonly kind: "detected" }
  /** A rule's option that follows the policy's own sections. */
  | { readonly kind: "section" }
  | { readonly kind: "default" };

/** One value, where it comes from, and what it has overruled, strongest first. */
export interface Explained {
  readonly key: string;
  readonly value: unknown;
  readonly origin: Origin;
  readonly overruled: readonly { readonly value: unknown; readonly origin: Origin }[];
}

/** What `config explain` reads: the layers (weakest first), what they add up to, and the law made of it. */
export interface ExplainInput {
  readonly layers: readonly Layer[];
  readonly resolved: Resolved;
  readonly law: Law;
  readonly rules: readonly Rule[];
}

/** Sections that are asked for as a whole: their parts mean nothing alone. */
const WHOLE = new Set(["scopes"]);

/** Every value at or below a dotted key. Throws `Fault("usage")` with the near key for one that there is not. */
export function explainKey(key: string, input: ExplainInput): readonly Explained[] {
  const all = leavesOf(input);
  const asked = all.filter(({ path }) => within(path, key));
  if (asked.length > 0) return asked.map((leaf) => explained(leaf.path, leaf.value, input));
  const known = [...all.map(({ path }) => path.join(".")), ...lockableKeys(Object.keys(input.law.rules))];
  if (known.includes(key)) return [explained(key.split("."), null, input)];
  const near = nearest(key, known);
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  throw new Fault("usage", `The policy has no key "${key}".${meant}`, {
    found: key,
    wanted: "a key of the policy, such as preset or authorise.states",
    fix: "golden-thread config explain",
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function within(path: readonly string[], key: string): boolean {
  const here = path.join(".");
  return key === "" || here === key || here.startsWith(`${key}.`);
}

function leavesOf({ resolved, law }: ExplainInput): readonly Leaf[] {
  const { rules: _rules, scopes: _scopes, locked: _locked, $schema: _schema, ...sections } = resolved.policy;
  const rules = Object.entries(law.rules).map(([id, { level, unknown, options }]) => [
    id,
    { level, unknown, ...(isMapping(options) ? options : {}) },
  ]);
  return leaves({ ...sections, scopes: resolved.merged.scopes ?? [], rules: Object.fromEntries(rules) }, []);
}

function leaves(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (!isMapping(value) || WHOLE.has(path.join("."))) return value === undefined ? [] : [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function explained(path: readonly string[], value: unknown, input: ExplainInput): Explained {
  const said = input.layers
    .filter((layer) => valueAt(layer.value, path) !== undefined)
    .map((layer) => ({
      value: valueAt(layer.value, path),
      origin: { kind: "file", file: layer.label, ...layer.place(path) } as const,
    }))
    .reverse();
  const [first, ...rest] = [...said, ...byPreset(path, input)];
  const origin = first?.origin ?? unsaid(path, value, input);
  return { key: path.join("."), value, origin, overruled: rest };
}

function byPreset(path: readonly string[], { rules, resolved }: ExplainInput): Explained["overruled"] {
  const value = valueAt(presetLayer(resolved.preset, rules, resolved.facts), path);
  return value === undefined ? [] : [{ value, origin: { kind: "preset", preset: resolved.preset } }];
}

function unsaid(path: readonly string[], value: unknown, input: ExplainInput): Origin {
  const { layers, resolved, law, rules } = input;
  const [section = "", id = "", option = ""] = path;
  if (section === "remotes" && value !== null && layers.every((layer) => layer.value.remotes === undefined)) {
    return { kind: "detected" };
  }
  if (section !== "rules") return { kind: "default" };
  if (option === "unknown") return unsaidUnknown(law, resolved, layers);
  const follows = rules.find(({ meta }) => meta.id === id)?.from?.(law.sections) ?? {};
  return Object.hasOwn(follows, option) ? { kind: "section" } : { kind: "default" };
}

/** A rule's `unknown` follows the policy's, for the place that is asked about. */
function unsaidUnknown(law: Law, resolved: Resolved, layers: readonly Layer[]): Origin {
  const path = ["unknown", law.place];
  const layer = layers.findLast(({ value }) => valueAt(value, path) !== undefined);
  if (layer === undefined) return { kind: "preset", preset: resolved.preset };
  return { kind: "file", file: layer.label, ...layer.place(path) };
}
