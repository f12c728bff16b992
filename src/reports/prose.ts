import { GATE_CODES } from "../core/codes.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { CodeMeta, RuleMeta } from "../core/rule.ts";

const PLACE = /\{([\w-]+)\}/gu;

/** Prose of rules, by rule id. */
export type Metas = ReadonlyMap<string, RuleMeta<string>>;

/** The sentence for a finding: its code's message, with each `{arg}` filled by the escaped argument. */
export function messageOf(finding: JudgedFinding, metas: Metas, escaped: (text: string) => string): string {
  const template = codeOf(finding, metas)?.message;
  if (template === undefined) return escaped(`${finding.rule}: ${finding.code}`);
  return template.replace(PLACE, (place: string, name: string) => {
    const value = Object.hasOwn(finding.args, name) ? finding.args[name] : undefined;
    return value === undefined ? place : escaped(String(value));
  });
}

/** The arguments that the sentence for a finding already tells. */
export function toldArgs(finding: JudgedFinding, metas: Metas): readonly string[] {
  const places = codeOf(finding, metas)?.message.matchAll(PLACE) ?? [];
  return Array.from(places, ([, name = ""]) => name);
}

/** What the rule, or the judgement itself, says of a finding's code. */
export function codeOf(finding: JudgedFinding, metas: Metas): CodeMeta | undefined {
  const codes: Readonly<Record<string, CodeMeta>> = { ...GATE_CODES, ...metas.get(finding.rule)?.codes };
  return Object.hasOwn(codes, finding.code) ? codes[finding.code] : undefined;
}

/** What a rule is about, in a few words. */
export function titleOf(rule: string, metas: Metas): string {
  return metas.get(rule)?.title ?? rule;
}

/** What to change: the finding's own note, else its code's, else the rule's. Not escaped. */
export function fixOf(finding: JudgedFinding, metas: Metas): string {
  return finding.fix.note || codeOf(finding, metas)?.fix || metas.get(finding.rule)?.fix || "";
}
