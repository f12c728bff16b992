import type { Problem } from "../core/fault.ts";
import type { DoorPlace, RuleLaw } from "../core/law.ts";
import type { Rule } from "../core/rule.ts";
import { isMapping } from "./json.ts";
import { type Layer, type Resolved, type RuleEntry, saidBy, sectionsOf } from "./resolve.ts";
import type { Schemas } from "./schemas.ts";
import { dotted } from "./show.ts";

/** Every rule with its weight and complete options, and what is wrong with options that only make sense together. */
export function ruleLaws(
  { options }: Schemas,
  resolved: Resolved,
  place: DoorPlace,
  layers: readonly Layer[],
  at: readonly PropertyKey[],
): { readonly laws: Readonly<Record<string, RuleLaw>>; readonly problems: readonly Problem[] } {
  const laws: Record<string, RuleLaw> = {};
  const problems: Problem[] = [];
  for (const { rule, schema } of options) {
    const { id } = rule.meta;
    const entry = resolved.entries[id] ?? { level: "off" };
    const parsed = schema.safeParse(optionsOf(rule, entry, resolved));
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map(({ path, message }) => badOption(layers, [...at, id, ...path], message)),
      );
      continue;
    }
    laws[id] = {
      level: entry.level,
      unknown: entry.unknown ?? resolved.policy.unknown[place],
      options: parsed.data,
    };
  }
  return { laws, problems };
}

/** What follows from the policy's sections, under what the entry itself says. */
function optionsOf(rule: Rule, entry: RuleEntry, { policy }: Resolved): Readonly<Record<string, unknown>> {
  const { level: _level, unknown: _unknown, ...explicit } = entry;
  const derived: unknown = rule.from?.(sectionsOf(policy)) ?? {};
  return { ...(isMapping(derived) ? derived : {}), ...explicit };
}

function badOption(layers: readonly Layer[], path: readonly PropertyKey[], wanted: string): Problem {
  const nowhere = { file: layers.at(-1)?.label ?? "", line: 1, column: 1 };
  const said = saidBy(layers, path) ?? saidBy(layers, path.slice(0, -1)) ?? nowhere;
  return { ...said, key: dotted(path), message: "unusable value", wanted };
}
