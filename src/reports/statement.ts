import type { Statement, Verdict } from "../core/finding.ts";
import type { Report } from "../core/report.ts";

/** The word for a report's verdict. Rests on the verdict and never changes it. */
export function statementOf(report: Report): Statement {
  return statementFor(report.verdict, [report, ...report.keys]);
}

/** The word for a verdict and all the findings that it is the fold of. */
export function statementFor(verdict: Verdict, judged: readonly Judged[]): Statement {
  switch (verdict) {
    case "fail":
      return "FAILED";
    case "undecided":
      return "UNKNOWN";
    case "pass":
      return judged.some(hasFail) ? "WARNED" : "PASSED";
  }
}

type Judged = Pick<Report, "findings">;

function hasFail({ findings }: Judged): boolean {
  return findings.some(({ outcome }) => outcome === "fail");
}
