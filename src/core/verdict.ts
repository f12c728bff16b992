import type { FaultCode } from "./fault.ts";
import type { JudgedFinding, Verdict } from "./finding.ts";

/** Folds findings: fail before undecided before pass. Nothing found is undecided: silence is no pass. */
export function decide(findings: Iterable<Pick<JudgedFinding, "outcome" | "blocking">>): Verdict {
  let verdict: Verdict | null = null;
  for (const { outcome, blocking } of findings) {
    if (blocking && outcome === "fail") return "fail";
    if (blocking && outcome === "unknown") verdict = "undecided";
    else verdict ??= "pass";
  }
  return verdict ?? "undecided";
}

/** Fail before undecided before pass; nothing judged is a pass. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return SEVERITY.find((verdict) => verdicts.includes(verdict)) ?? "pass";
}

const SEVERITY: readonly Verdict[] = ["fail", "undecided", "pass"];

/** 0 pass · 1 fail · 3 undecided. The only place, with `faultExitCode`, that knows exit codes. */
export function exitCode(verdict: Verdict): 0 | 1 | 3 {
  switch (verdict) {
    case "pass":
      return 0;
    case "fail":
      return 1;
    case "undecided":
      return 3;
  }
}

/** 2 the user's set-up or usage · 3 nobody could be asked · 4 the gate itself could not work. */
export function faultExitCode(code: FaultCode): 2 | 3 | 4 {
  switch (code) {
    case "usage":
    case "policy":
    case "repository":
    case "absent":
    case "forbidden":
    case "credentials":
      return 2;
    case "unavailable":
      return 3;
    case "git":
    case "storage":
    case "internal":
      return 4;
  }
}
