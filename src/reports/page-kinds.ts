import type { PageArgs, PageFacts, PageKind, PageRule } from "../core/audit-page.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { FactsKey, Report } from "../core/report.ts";
import { clip, visible } from "./escape.ts";
import { exemptionOf } from "./exempted.ts";
import type { RenderOptions } from "./options.ts";
import { codeOf, fixOf, titleOf } from "./prose.ts";

/** Characters of an argument that a sentence takes. */
const ARG_LIMIT = 160;

/** Every answer that rules gave, each once, and each facts key as the numbers of its own. */
export interface PageKinds {
  readonly rules: readonly PageRule[];
  readonly kinds: readonly PageKind[];
  readonly facts: readonly PageFacts[];
}

type Sums = { -readonly [Name in keyof PageRule["commits"]]: number };

interface Draft {
  readonly rules: Map<string, PageRule & { readonly commits: Sums }>;
  readonly kinds: Map<string, { readonly at: number; readonly kind: PageKind }>;
}

/** The findings of a report as the page has them: sentences once, and of each finding what fills its places. */
export function kindsOf({ keys, findings }: Report, options: RenderOptions): PageKinds {
  const draft: Draft = { rules: new Map(), kinds: new Map() };
  const facts = keys.map((key) => factsOf(key, draft, options));
  for (const finding of findings) kindOf(finding, draft, options);
  return {
    rules: [...draft.rules.values()],
    kinds: [...draft.kinds.values()].map(({ kind }) => kind),
    facts,
  };
}

function factsOf({ verdict, findings, count }: FactsKey, draft: Draft, options: RenderOptions): PageFacts {
  const told = findings.flatMap((finding): readonly (number | PageArgs)[] => {
    const { at, kind } = kindOf(finding, draft, options);
    const sums = draft.rules.get(finding.rule)?.commits;
    if (sums !== undefined) sums[finding.outcome] += count;
    const args = kind.args.map((name) => argOf(finding, name));
    return args.length === 0 ? [at] : [at, args];
  });
  return [verdict, exemptionOf(findings), ...told];
}

function argOf({ args }: JudgedFinding, name: string): string | number {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  return typeof value === "number" ? value : clip(visible(value ?? `{${name}}`), ARG_LIMIT);
}

function kindOf(
  finding: JudgedFinding,
  draft: Draft,
  options: RenderOptions,
): { at: number; kind: PageKind } {
  const { rule, code, outcome, blocking, waiver } = finding;
  const text = visible(codeOf(finding, options.metas)?.message ?? `${rule}: ${code}`);
  const fix = outcome === "pass" || outcome === "skip" ? "" : visible(fixOf(finding, options.metas));
  const name = JSON.stringify([rule, code, outcome, blocking, waiver, fix]);
  const known = draft.kinds.get(name);
  if (known !== undefined) return known;
  const places = [...text.matchAll(/\{([\w-]+)\}/gu)].map(([, place = ""]) => place);
  const kind = {
    rule: ruleAt(rule, draft, options),
    outcome,
    blocking,
    waiver: waiver === undefined ? null : visible(waiver),
    text,
    fix,
    args: [...new Set(places)],
  };
  const made = { at: draft.kinds.size, kind };
  draft.kinds.set(name, made);
  return made;
}

function ruleAt(id: string, { rules }: Draft, { metas }: RenderOptions): number {
  const known = [...rules.keys()].indexOf(id);
  if (known >= 0) return known;
  const { why = "", who = "" } = metas.get(id) ?? {};
  const commits = { pass: 0, fail: 0, skip: 0, unknown: 0 };
  rules.set(id, { id: visible(id), title: visible(titleOf(id, metas)), why, who, commits });
  return rules.size - 1;
}
