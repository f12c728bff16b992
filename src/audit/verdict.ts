import type { Audit } from "../core/audit.ts";
import type { Verdict } from "../core/finding.ts";

/** What an audit comes to: its report's verdict, which a waiver past its day turns into a fail. */
export function verdictOf({ report, gaps }: Pick<Audit, "report" | "gaps">): Verdict {
  return gaps.some(({ code }) => code === "waiver-overdue") ? "fail" : report.verdict;
}
