import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";

/** The verdict in one word: a pass with fails that nothing enforces is `WARNED`. */
export type Statement = "PASSED" | "WARNED" | "FAILED" | "UNKNOWN";

/** The word for a report's verdict. Rests on the verdict and never changes it. */
export function statementOf(report: Report): Statement {
  switch (report.verdict) {
    case "fail":
      return "FAILED";
    case "undecided":
      return "UNKNOWN";
    case "pass":
      return hasFail(report) ? "WARNED" : "PASSED";
  }
}

function hasFail(report: Report): boolean {
  const failed = (finding: JudgedFinding) => finding.outcome === "fail";
  return report.findings.some(failed) || report.keys.some((key) => key.findings.some(failed));
}
