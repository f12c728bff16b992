import type { Law, RuleLaw } from "./law.ts";

/** Every rule, as one scope weighs it. */
export type RuleSet = Readonly<Record<string, RuleLaw>>;

/** What the scopes of a law make of some paths. */
export interface Scoped {
  /** Every path lies in an exempt scope, and none is the law itself. */
  readonly exempt: boolean;
  /** The distinct rule sets that its paths fall under; exempt paths add none beside others. A change is judged by all of them; the worst answer counts. */
  readonly layers: readonly RuleSet[];
}

/**
 * Resolves paths to rule sets: per path the last scope that matches wins, without one the law's own rules.
 *
 * There is no general order of strictness between two sets of options, so none is made up: whoever is under several
 * sets is judged by each. Paths of the law itself are under the law's own rules, whatever scope they lie in.
 * Null (paths not known) and no paths at all are under the law's own rules too.
 */
export function scopesOf(law: Law): (paths: readonly string[] | null) => Scoped {
  const scopes = law.scopes.map((scope) => ({ scope, match: anyOf(scope.globs) }));
  const isLaw = anyOf(law.lawPaths);
  return (paths) => {
    if (paths === null || paths.length === 0 || scopes.length === 0)
      return { exempt: false, layers: [law.rules] };
    const owners = paths.map((path) =>
      isLaw(path) ? null : (scopes.findLast(({ match }) => match(path))?.scope ?? null),
    );
    const judged = owners.filter((scope) => scope === null || !scope.exempt);
    const exempt = judged.length === 0;
    const layers = new Set((exempt ? owners : judged).map((scope) => scope?.rules ?? law.rules));
    return { exempt, layers: [...layers] };
  };
}

function anyOf(sources: readonly string[]): (path: string) => boolean {
  const patterns = sources.map((source) => new RegExp(source));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** Whether a rule is asked anywhere: by the law itself or in one of its scopes. */
export function isAnywhereOn({ rules, scopes }: Pick<Law, "rules" | "scopes">, id: string): boolean {
  return [rules, ...scopes.map((scope) => scope.rules)].some((set) => isOn(set[id]));
}

/** Whether a rule is asked at all. */
export function isOn(rule: RuleLaw | undefined): boolean {
  return rule !== undefined && rule.level !== "off";
}
