import type { Proofs } from "../controls/evidence.ts";
import type { Merging, Protection } from "../core/forge.ts";
import type { Check, CheckCode } from "./checks.ts";

/** What a forge says of a branch, and which of its checks is ours. */
export interface GuardedBranch {
  readonly branch: string;
  readonly protection: Protection;
  readonly merging: Merging;
  /** Name of the required check, or a part of it: where a forge has one check for all (GitLab's pipeline), that is ours. */
  readonly check: string;
}

/** One demand on a branch. `holds` null: the forge does not tell this credential. */
interface Demand {
  readonly code: CheckCode;
  readonly holds: boolean | null;
  readonly found: string;
  readonly wanted: string;
  /** What somebody can do where it does not hold. */
  readonly around: string;
  /** Does not open the gate by itself. */
  readonly isMinor?: true;
}

/** GitLab's one check, with every job and status of the commit in it. */
const PIPELINE = "pipeline";

/** Whether a forge holds a branch to the gate, and what somebody could do around it. What it does not tell is unknown, never well. */
export function forgeChecks(guarded: GuardedBranch): readonly Check[] {
  const { protection, branch } = guarded;
  const fix = protection.page ?? `the forge's page of rules for ${branch}`;
  return [...checkDemands(guarded), ...pushDemands(guarded), ...reviewDemands(guarded)].map((demand) =>
    checkOf(demand, fix),
  );
}

function checkOf({ code, holds, found, wanted, around, isMinor }: Demand, fix: string): Check {
  if (holds === true) return { code, state: "ok", found };
  if (holds === null)
    return { code, state: "unknown", found: "the forge does not tell this token", wanted, around, fix };
  return { code, state: isMinor ? "note" : "fail", found, wanted, around, fix };
}

function checkDemands({ protection, check }: GuardedBranch): readonly Demand[] {
  const { requiredChecks, pinnedChecks, upToDate } = protection;
  const isOurs = (name: string): boolean =>
    name === PIPELINE || name.toLowerCase().includes(check.toLowerCase());
  const ours = requiredChecks?.find(isOurs);
  return [
    {
      code: "forge-check",
      holds: requiredChecks === null ? null : ours !== undefined,
      found: ours ?? (listOf(requiredChecks) || "no check is required"),
      wanted: `the check ${check} is required`,
      around: "Anybody who may merge does so while the gate says no, or before it has said anything.",
    },
    {
      code: "forge-pinned",
      holds: pinnedChecks === null ? null : pinnedChecks.some(isOurs),
      found: listOf(pinnedChecks) || "any app or user may report it",
      wanted: "only the forge's own CI may report the check",
      around: "Whoever may write a commit's status reports a pass under the same name.",
    },
    {
      code: "forge-current",
      holds: upToDate,
      found: upToDate === true ? "yes" : "no",
      wanted: "a branch has to be up to date before it is merged",
      around: "What was judged is not what is merged: a ticket may have been closed on the branch since.",
      isMinor: true,
    },
  ];
}

function pushDemands({ protection }: GuardedBranch): readonly Demand[] {
  const { directPushes, forcePushes, deletions, bypass, fixedTags } = protection;
  return [
    {
      code: "forge-direct",
      holds: not(directPushes),
      found: directPushes === true ? "commits may be pushed without a pull request" : "pull requests only",
      wanted: "pull requests only",
      around: "Whoever may push puts a commit onto the branch that no check has seen.",
    },
    {
      code: "forge-force",
      holds: not(forcePushes),
      found: forcePushes === true ? "history may be rewritten" : "history stays",
      wanted: "history can't be rewritten",
      around: "A force push replaces judged commits, and takes their evidence with it.",
    },
    {
      code: "forge-deletion",
      holds: not(deletions),
      found: deletions === true ? "the branch may be deleted" : "the branch stays",
      wanted: "the branch can't be deleted",
      around: "Deleted and made anew, the branch has another history, judged by nobody.",
    },
    {
      code: "forge-bypass",
      holds: bypass === null ? null : bypass.length === 0,
      found: listOf(bypass) || "nobody is let past",
      wanted: "nobody is let past the rules, administrators neither",
      around: "Who is on the list merges or pushes without any check; an audit finds it only afterwards.",
    },
    {
      code: "forge-tags",
      holds: fixedTags,
      found: fixedTags === true ? "tags stay" : "tags may be moved or deleted",
      wanted: "tags can be neither moved nor deleted",
      around: "A release's tag is moved to a commit that the gate never let in.",
      isMinor: true,
    },
  ];
}

function reviewDemands({ protection, merging }: GuardedBranch): readonly Demand[] {
  const { requiredApprovals, ownersReview } = protection;
  const { methods } = merging;
  return [
    {
      code: "forge-reviews",
      holds: requiredApprovals === null ? null : requiredApprovals > 0,
      found: requiredApprovals === null || requiredApprovals === 0 ? "none" : String(requiredApprovals),
      wanted: "somebody else approves each pull request",
      around: "One person alone writes and merges a change.",
      isMinor: true,
    },
    {
      code: "forge-owners",
      holds: ownersReview,
      found: ownersReview === true ? "owners approve changes to their files" : "owners are not asked",
      wanted: "owners approve changes to workflows, policy and waivers (CODEOWNERS)",
      around: "A change of the workflow that runs the gate is merged by whoever may merge anything.",
      isMinor: true,
    },
    {
      code: "forge-merging",
      holds: methods === null ? null : true,
      found: (methods ?? []).join(", "),
      wanted: "how pull requests may be merged",
      around: "What a merge will write into the history is not known.",
    },
  ];
}

function not(told: boolean | null): boolean | null {
  return told === null ? null : !told;
}

function listOf(names: readonly string[] | null): string {
  return (names ?? []).join(", ");
}

/** What such a look is worth as evidence that the forge enforces the gate. */
export function forgeProof(checks: readonly Check[]): NonNullable<Proofs["E7"]> {
  const failed = checks.filter(({ state }) => state === "fail").length;
  const unknown = checks.filter(({ state }) => state === "unknown").length;
  const said = `${checks.length} demands on the branch were looked at: ${failed} fail, ${unknown} are not known.`;
  if (failed > 0 || checks.length === 0) return { state: "absent", said };
  return { state: checks.every(({ state }) => state === "ok") ? "present" : "partial", said };
}
