import type { Problem } from "../core/fault.ts";
import type { Level } from "../core/finding.ts";
import { nearest } from "../core/nearest.ts";
import type { Resolved } from "./resolve.ts";
import type { PresetName } from "./schema.ts";
import type { Schemas } from "./schemas.ts";
import { resolveScope } from "./scopes.ts";
import { AUTHORITIES, LEVELS, NEEDS, NEW_TASKS, PRESETS, UNKNOWNS } from "./sections.ts";

/** What a command line or an Action's inputs ask for. It can raise the law, never lower it. */
export interface Overrides {
  /** How errors call it: `command line`, `action input`. */
  readonly label: string;
  readonly preset?: PresetName;
  readonly rules?: Readonly<Record<string, Level>>;
  readonly unknown?: "warn" | "block";
}

/** The policy (of the repository or of one scope), raised. */
export function raise(schemas: Schemas, base: Resolved, overrides: Overrides): Resolved {
  const { preset, unknown } = overrides;
  const asked = preset === undefined ? base : resolveScope(schemas, base, { preset });
  const entries = Object.entries(base.entries).map(([id, entry]) => {
    const level = stricter(LEVELS, entry.level, asked.entries[id]?.level ?? "off");
    const own = stricter(LEVELS, level, overrides.rules?.[id] ?? "off");
    return [id, { ...entry, level: own, ...(unknown === "block" ? { unknown } : {}) }] as const;
  });
  const { policy } = base;
  const floor = unknown ?? "warn";
  const weight = (place: keyof typeof policy.unknown): "warn" | "block" =>
    stricter(UNKNOWNS, stricter(UNKNOWNS, policy.unknown[place], asked.policy.unknown[place]), floor);
  return {
    ...base,
    preset: stricter(PRESETS, base.preset, preset ?? base.preset),
    entries: Object.fromEntries(entries),
    policy: {
      ...policy,
      authority: stricter(AUTHORITIES, policy.authority, asked.policy.authority),
      authorise: {
        ...policy.authorise,
        new_tasks: stricter(NEW_TASKS, policy.authorise.new_tasks, asked.policy.authorise.new_tasks),
      },
      references: {
        ...policy.references,
        need: stricter(NEEDS, policy.references.need, asked.policy.references.need),
      },
      unknown: { hook: weight("hook"), ci: weight("ci"), server: weight("server") },
    },
  };
}

/** The later of two words in a list that goes from mild to strict. */
function stricter<Word extends string>(order: readonly Word[], a: Word, b: Word): Word {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** Everything that asks for less than the policy already says, or for a rule that there is not. */
export function overrideProblems(base: Resolved, overrides: Overrides): readonly Problem[] {
  const problem = (
    key: string,
    found: string,
    wanted: string,
    message = "this can only raise what the policy says",
  ): Problem => ({
    file: overrides.label,
    line: 1,
    column: 1,
    key,
    message,
    found,
    wanted,
  });
  const lower = <Word extends string>(
    key: string,
    order: readonly Word[],
    now: Word,
    asked: Word,
  ): Problem[] => (order.indexOf(asked) < order.indexOf(now) ? [problem(key, asked, `${now} or more`)] : []);
  const { preset, unknown } = overrides;
  return [
    ...(preset === undefined ? [] : lower("preset", PRESETS, base.preset, preset)),
    ...(unknown === "warn" && Object.values(base.policy.unknown).includes("block")
      ? [problem("unknown", "warn", "block")]
      : []),
    ...Object.entries(overrides.rules ?? {}).flatMap(([id, level]) => {
      const entry = base.entries[id];
      if (entry !== undefined) return lower(`rules.${id}`, LEVELS, entry.level, level);
      const near = nearest(id, Object.keys(base.entries));
      const unknownRule = problem(`rules.${id}`, id, "a rule's id", "unknown rule");
      return [near === null ? unknownRule : { ...unknownRule, suggestion: near }];
    }),
  ];
}
