import type { JudgedFinding } from "../core/finding.ts";
import type { RuleMeta } from "../core/rule.ts";

/** Prose of rules, by rule id. */
export type Metas = ReadonlyMap<string, RuleMeta<string>>;

/** The sentence for a finding: its code's message, with each `{arg}` filled by the escaped argument. */
export function messageOf(finding: JudgedFinding, metas: Metas, escaped: (text: string) => string): string {
  const template = metas.get(finding.rule)?.codes[finding.code]?.message;
  if (template === undefined) return escaped(`${finding.rule}: ${finding.code}`);
  return template.replace(/\{([\w-]+)\}/gu, (place: string, name: string) => {
    const value = Object.hasOwn(finding.args, name) ? finding.args[name] : undefined;
    return value === undefined ? place : escaped(String(value));
  });
}

/** What a rule is about, in a few words. */
export function titleOf(rule: string, metas: Metas): string {
  return metas.get(rule)?.title ?? rule;
}

/** What to change where no command can: the finding's own note, else the rule's. Not escaped. */
export function fixOf(finding: JudgedFinding, metas: Metas): string {
  return finding.fix.note === "" ? (metas.get(finding.rule)?.fix ?? "") : finding.fix.note;
}
