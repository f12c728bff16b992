import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import type { CodeMeta } from "./rule.ts";
import type { Terms } from "./terms.ts";
import type { DecisionSource } from "./ticket.ts";

/** What a claim's ticket is worth where the change was decided in the past. */
export const DECIDED_CODES = {
  "was-authorised": {
    outcome: "pass",
    message: "{ticket} authorised this when it was decided, by {timeSource}: {state}.",
  },
  "was-wrong-state": {
    outcome: "fail",
    message: "{ticket} was {state} when this was decided, by {timeSource}; wanted: {wanted}.",
    fix: "Nothing mends the past; have the exception written down as a waiver, by whoever may approve it.",
  },
  "time-unproved": {
    outcome: "unknown",
    message:
      "Whether {ticket} authorised this when it was decided is not known: only the committer's date tells when that was, and anybody can set it.",
    fix: "Judge it where pushes are written down (post-receive) or where its forge can be asked, or have the exception written down as a waiver.",
  },
  "past-labels-untold": {
    outcome: "unknown",
    message:
      "Whether {ticket} had the label {wanted} when this was decided is not known: labels are told as they are now.",
    fix: "Judge what comes in when it comes in (check range A..B, pre-receive), or have the exception written down as a waiver.",
  },
  "past-untold": {
    outcome: "unknown",
    message: "What state {ticket} had when this was decided is not known: {detail}",
    fix: "Keep a ledger (golden-thread ledger build): it remembers what trackers forget.",
  },
} as const satisfies Readonly<Record<string, CodeMeta>>;

/** What told the decision time, in a sentence after "by". */
export const TIME_SOURCES = {
  record: "the record of its push",
  forge: "the forge's record of its merge",
  "committer-date": "its committer's date",
} as const;

/** Only the committer's date tells when this was decided, and the policy takes that for no proof. */
export function isTimeUnproved({ decided }: Pick<Evidence, "decided">, terms: Terms): boolean {
  return decided !== undefined && isNoProof(decided.atSource, terms);
}

/** The policy takes what told this moment for no proof of it: anybody can set a committer's date. */
export function isNoProof(source: DecisionSource, { authorise }: Terms): boolean {
  return source === "committer-date" && authorise.decision_time === "recorded";
}

/** What told the time that an answer rests on; a verdict of now rests on none. */
export function timeArgs({ decided }: Pick<Evidence, "decided">): Finding["args"] {
  return decided === undefined ? {} : { timeSource: TIME_SOURCES[decided.atSource] };
}
