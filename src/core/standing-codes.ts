import { DECIDED_CODES } from "./decided.ts";
import type { CodeMeta } from "./rule.ts";

/** What a claim may turn out to be worth. */
export const STANDING_CODES = {
  ...DECIDED_CODES,
  authorised: { outcome: "pass", message: "{ticket} authorises this: {state}." },
  approved: {
    outcome: "pass",
    message: "{ticket} authorises this: {state}, approved by {approver} at {approvedAt}.",
  },
  "new-task-allowed": {
    outcome: "pass",
    message: "{ticket} comes with this very change, and the policy allows new tasks to authorise.",
  },
  "new-task": {
    outcome: "fail",
    advisory: true,
    message: "{ticket} comes with this very change: whoever approves the change approves the task with it.",
    fix: "Have the reviewer read the task too, or bring the task in by a change of its own first.",
  },
  "new-task-denied": {
    outcome: "fail",
    message: "{ticket} comes with this very change, and a change may not bring its own authority.",
    fix: "Bring the task in by a change of its own first, then refer to it.",
  },
  "new-task-linked": {
    outcome: "fail",
    message: "{ticket} comes with this very change; not the task but the upstream it names can authorise.",
    fix: "Name the upstream ticket in the message as well.",
  },
  "authorised-then": {
    outcome: "pass",
    message:
      "{ticket} authorised this when {remote} was last asked, at {asOf}: {state}. It has no answer now.",
  },
  "no-ticket": {
    outcome: "fail",
    message: "{ticket} is no ticket of {remote}, so it authorises nothing: {detail}.",
  },
  excluded: {
    outcome: "fail",
    message: "{ticket} is not among the tickets that may authorise here; wanted: {wanted}.",
    fix: "Refer to a ticket that the remote's filter finds, or have this one brought under it.",
  },
  "not-found": {
    outcome: "fail",
    message: "{ticket} is not to be found in {remote}, so it authorises nothing.",
  },
  "no-access": {
    outcome: "fail",
    message: "{remote} refuses to show {ticket}, so it authorises nothing: {detail}",
  },
  archived: {
    outcome: "fail",
    message: "{ticket} is archived; archived tickets never authorise.",
    fix: "Refer to a ticket that is open, or restore this one by a change of its own.",
  },
  draft: {
    outcome: "fail",
    message: "{ticket} is a draft; drafts never authorise.",
    fix: "Promote the draft to a task by a change of its own, or refer to another ticket.",
  },
  "wrong-state": {
    outcome: "fail",
    message: '{ticket} is "{state}" ({category}); wanted: {wanted}.',
    fix: "Refer to a ticket that is open for work, or have this one reopened by whoever may.",
  },
  "unmapped-state": {
    outcome: "fail",
    message: '{ticket} is "{state}", a state that the policy does not know; wanted: {wanted}.',
    fix: "Map the state's name under the remote's status_map, or list it in authorise.states.",
  },
  "wrong-type": {
    outcome: "fail",
    message: "{ticket} is of type {type}; wanted: {wanted}.",
    fix: "Refer to a ticket of a type that authorises work, such as a task below it.",
  },
  "wrong-project": {
    outcome: "fail",
    message: "{ticket} belongs to project {project}; wanted: {wanted}.",
    fix: "Refer to a ticket of a configured project, or add the project to the remote.",
  },
  "missing-label": {
    outcome: "fail",
    message: "{ticket} lacks the label {wanted}.",
    fix: "Have the label set by whoever may authorise work.",
  },
  outsider: {
    outcome: "fail",
    message:
      "{ticket} was opened by {author}, who has no rights in {project}; it authorises nothing until a collaborator assigns, labels or plans it (milestone).",
    fix: "Have a collaborator of the project, not the author of the ticket, take it up: assign it, label it or give it a milestone.",
  },
  unapproved: {
    outcome: "fail",
    message:
      "{ticket} has to be approved before it authorises, and nobody who may has approved it ({approvers}).",
    fix: "Have one of those who may approve it, by the command below or in its tracker; see authorise.approval in the policy.",
  },
  "approval-void": {
    outcome: "fail",
    message: "{ticket} was approved by {approver} at {approvedAt}, but its {changed} changed after that.",
    fix: "Have it approved as it stands now, or have the change to it taken back. Of GitHub only the time of the last edit is known, so after a label even a ticked box is a change there.",
  },
  "self-approved": {
    outcome: "fail",
    message:
      "{ticket} is approved by {approver} alone, an author of this change; somebody else has to ({approvers}).",
    fix: "Have somebody else of those who may approve it.",
  },
  "approver-unknown": {
    outcome: "unknown",
    message: "{ticket} is approved by {approver}; whether that is an author of this change is not known.",
    fix: "List each author of the change in the policy's people section: the address of their commits, with their accounts in the tracker.",
  },
  "approval-untold": {
    outcome: "unknown",
    message: "Whether {ticket} is approved is not known: {detail}",
    fix: "See that the tracker can be asked (golden-thread remote check), or have it approved by golden-thread ticket approve",
  },
  "approval-of-task": {
    outcome: "unknown",
    message: "{ticket} has to be approved, and a file proves nobody's approval.",
    fix: "Link the task to an upstream ticket, have that approved, and name it in the message as well.",
  },
  credentials: {
    outcome: "unknown",
    message: "Whether {ticket} authorises this is not known, since {remote} can't be asked: {detail}",
    fix: "Give golden-thread a token for this remote, and see what it may do: golden-thread remote check",
  },
  unavailable: {
    outcome: "unknown",
    message: "Whether {ticket} authorises this is not known: {detail}",
    fix: "Try again when the tracker answers (golden-thread remote check), or mend the task file that is named here.",
  },
  "upstream-unknown": {
    outcome: "unknown",
    message: "{ticket} is a local task; authority is {authority}, and nothing here tells of its upstream.",
    fix: "Name the upstream ticket in the message, or check where its tracker can be asked.",
  },
} as const satisfies Readonly<Record<string, CodeMeta>>;

/** The codes of a standing. */
export type StandingCode = keyof typeof STANDING_CODES;
