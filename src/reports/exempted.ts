import type { JudgedFinding } from "../core/finding.ts";

/** Kinds of exemptions, which are codes of the findings that skip a commit, in words. */
const EXEMPT: Readonly<Record<string, string>> = {
  "clean-merge": "clean merge",
  bot: "bot",
  scope: "exempt scope",
  "before-baseline": "before the baseline",
};

/** The first of those codes that skips a commit with these findings; null: none does. */
export function exemptionCode(findings: readonly JudgedFinding[]): string | null {
  return (
    findings.find(({ outcome, code }) => outcome === "skip" && Object.hasOwn(EXEMPT, code))?.code ?? null
  );
}

/** Why commits with these findings are not judged, in words; empty: they are. */
export function exemptionOf(findings: readonly JudgedFinding[]): string {
  const kinds = findings.flatMap(({ outcome, code }) =>
    outcome === "skip" && Object.hasOwn(EXEMPT, code) ? [EXEMPT[code]] : [],
  );
  return [...new Set(kinds)].join(", ");
}
