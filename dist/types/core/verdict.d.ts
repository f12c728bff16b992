import type { FaultCode } from "./fault.js";
import type { JudgedFinding, Verdict } from "./finding.js";
/** Folds findings: fail before undecided before pass. Nothing found is undecided: silence is no pass. */
export declare function decide(findings: Iterable<Pick<JudgedFinding, "outcome" | "blocking">>): Verdict;
/** Fail before undecided before pass; nothing judged is a pass. */
export declare function worst(verdicts: readonly Verdict[]): Verdict;
/** 0 pass · 1 fail · 3 undecided. The only place, with `faultExitCode`, that knows exit codes. */
export declare function exitCode(verdict: Verdict): 0 | 1 | 3;
/** 2 the user's set-up or usage · 3 nobody could be asked · 4 the gate itself could not work. */
export declare function faultExitCode(code: FaultCode): 2 | 3 | 4;
