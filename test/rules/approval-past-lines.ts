import type { Evidence } from "../../src/core/evidence.ts";
import type { Approval, DecisionSource } from "../../src/core/ticket.ts";
import { ADA, approved, asking, BOB, EVE, naming, remote, THEN } from "./approval-lines.ts";
import { commit, commits, found } from "./evidence.ts";
import type { Line } from "./table.ts";

const [SUNDAY, TUESDAY] = ["2026-03-01T09:00:00Z", "2026-03-03T09:00:00Z"];
const options = asking();

/** The same for a commit that was decided at a past moment. */
function then(at: string, ...approvals: readonly Approval[]): Evidence {
  return thenBy("record", at, approvals);
}

function thenBy(atSource: DecisionSource, at: string, approvals: readonly Approval[]): Evidence {
  const decided = { at, atSource };
  return naming(found(remote({ approvals })), ADA, commits(commit()), { decided });
}

const recorded = {
  ...options,
  authorise: { ...options.authorise, decision_time: "recorded" },
};

/** What ticket-authorised has to say of approvals at a past moment. */
export const pastApprovalLines: readonly Line[] = [
  ...[SUNDAY, TUESDAY].map((at) => ({
    fear: `a commit that is dated ${at} by whoever made it takes an approval with it, or loses one`,
    evidence: thenBy("committer-date", at, [approved(BOB)]),
    options: recorded,
    codes: ["time-unproved"],
  })),
  {
    fear: "the record of a push proves no time",
    evidence: then(TUESDAY, approved(BOB)),
    options: recorded,
    codes: ["approved"],
  },
  {
    fear: "where dates prove nothing, a ticket that nobody approved was approved",
    evidence: thenBy("committer-date", TUESDAY, [approved(EVE)]),
    options: recorded,
    codes: ["approval-untold"],
  },
  {
    fear: "an approval is given after the fact",
    evidence: then(SUNDAY, approved(BOB)),
    options,
    codes: ["unapproved"],
  },
  {
    fear: "an approval of then that was taken away since was never given",
    evidence: then(TUESDAY, approved(EVE)),
    options,
    codes: ["approval-untold"],
  },
  {
    fear: "an approval of the time counts no more",
    evidence: then(TUESDAY, approved(BOB)),
    options,
    codes: ["approved"],
  },
  {
    fear: "a text that was changed long after the work makes it unapproved",
    evidence: then(TUESDAY, approved(BOB, THEN)),
    options,
    codes: ["approval-untold"],
  },
];
