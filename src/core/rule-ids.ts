/** Rules that somebody besides themselves has to know of, because they ask for what is gathered for nothing else. */

/** Asks to whom a ticket is assigned; of task files too. */
export const ASSIGNEE_RULE = "author-is-assignee";
/** Asks who let a ticket be worked on, of finished commits. */
export const AUTHORISER_RULE = "authoriser-is-not-author";
/** Asks for a ticket's parents; nothing else makes anybody look them up. */
export const PARENT_RULE = "parent-authorised";
/** Ask which tickets local tasks follow; the second one what those say, too. */
export const UPSTREAM_RULES = {
  has: "task-has-upstream",
  consistent: "upstream-consistent",
  fresh: "upstream-fresh",
} as const;
/** Asks what a ticket is planned for. */
export const RELEASE_RULE = "release-matches-branch";
/** Asks whether policy and waivers can be used as a pull request's head has them. */
export const HEAD_POLICY_RULE = "policy-wellformed";
