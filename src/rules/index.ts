import type { Rule, RuleMeta } from "../core/rule.ts";
import { authorIsAssignee } from "./author-is-assignee.ts";
import { authoriserIsNotAuthor } from "./authoriser-is-not-author.ts";
import { branchNamesTicket } from "./branch-names-ticket.ts";
import { changeSize } from "./change-size.ts";
import { completedTaskHasCommit } from "./completed-task-has-commit.ts";
import { parentAuthorised } from "./parent-authorised.ts";
import { pathsInScope } from "./paths-in-scope.ts";
import { policyChangeAuthorised } from "./policy-change-authorised.ts";
import { policyWellformed } from "./policy-wellformed.ts";
import { referencePlace } from "./reference-place.ts";
import { referenceRequired } from "./reference-required.ts";
import { releaseMatchesBranch } from "./release-matches-branch.ts";
import { specComplete } from "./spec-complete.ts";
import { specInBody } from "./spec-in-body.ts";
import { specPresent } from "./spec-present.ts";
import { specUnchangedSinceApproval } from "./spec-unchanged-since-approval.ts";
import { taskHasUpstream } from "./task-has-upstream.ts";
import { taskWellformed } from "./task-wellformed.ts";
import { ticketAuthorised } from "./ticket-authorised.ts";
import { ticketExists } from "./ticket-exists.ts";
import { ticketPredatesChange } from "./ticket-predates-change.ts";
import { upstreamConsistent } from "./upstream-consistent.ts";
import { upstreamFresh } from "./upstream-fresh.ts";

/** What is known of each rule by its id, for those that write a report down. */
export function ruleMetas(): ReadonlyMap<string, RuleMeta<string>> {
  return new Map(rules.map(({ meta }) => [meta.id, meta]));
}

/** Every rule there is, in the order of the rule book. */
export const rules: readonly Rule[] = [
  referenceRequired,
  ticketExists,
  ticketAuthorised,
  ticketPredatesChange,
  authoriserIsNotAuthor,
  specInBody,
  specUnchangedSinceApproval,
  taskHasUpstream,
  pathsInScope,
  policyChangeAuthorised,
  taskWellformed,
  completedTaskHasCommit,
  referencePlace,
  branchNamesTicket,
  authorIsAssignee,
  parentAuthorised,
  releaseMatchesBranch,
  upstreamConsistent,
  upstreamFresh,
  changeSize,
  specPresent,
  specComplete,
  policyWellformed,
];
