import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** An account. */
export function userShape(z: Zod) {
  return z.object({ login: z.string(), id: z.number().int(), type: z.string().nullish() });
}

/** An account, as `userShape` reads it. */
export type GithubUser = zod.infer<ReturnType<typeof userShape>>;

/** Fields that the API versions 2022-11-28 and 2026-03-10 both have, but `merge_commit_sha`, which the later lacks. */
export function pullShape(z: Zod) {
  const repo = z.object({ id: z.number().int(), full_name: z.string() });
  return z.object({
    number: z.number().int(),
    state: z.string(),
    draft: z.boolean().nullish(),
    title: z.string(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: userShape(z).nullish(),
    merged_at: z.string().nullish(),
    merge_commit_sha: z.string().nullish(),
    commits: z.number().int(),
    labels: z.array(z.object({ name: z.string() })).nullish(),
    base: z.object({ ref: z.string(), sha: z.string(), repo }),
    head: z.object({ ref: z.string(), sha: z.string(), repo: repo.nullish() }),
  });
}

/** A pull request, as `pullShape` reads it. */
export type Pull = zod.infer<ReturnType<typeof pullShape>>;

/** One page of pull requests; a list does not tell how many commits they have. */
export function listedPullsShape(z: Zod) {
  return z.array(pullShape(z).omit({ commits: true }));
}

/** A pull request of a list, as `listedPullsShape` reads it. */
export type ListedPull = zod.infer<ReturnType<typeof listedPullsShape>>[number];

/** What is told of a pull request in a list. */
export function pullsShape(z: Zod) {
  return z.array(z.object({ number: z.number().int() }));
}

/** One page of commits. */
export function commitsShape(z: Zod) {
  const person = z
    .object({ name: z.string().nullish(), email: z.string().nullish(), date: z.string().nullish() })
    .nullish();
  return z.array(
    z.object({
      sha: z.string(),
      parents: z.array(z.object({ sha: z.string() })),
      commit: z.object({ message: z.string(), author: person, committer: person }),
    }),
  );
}

/** A commit, as `commitsShape` reads it. */
export type GithubCommit = zod.infer<ReturnType<typeof commitsShape>>[number];

/** One page of a comparison. */
export function comparisonShape(z: Zod) {
  return z.object({ total_commits: z.number().int(), commits: commitsShape(z) });
}

/** One page of comments. */
export function commentsShape(z: Zod) {
  return z.array(commentShape(z));
}

/** A comment. */
export function commentShape(z: Zod) {
  return z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: userShape(z).nullish(),
  });
}

/** One page of reviews. */
export function reviewsShape(z: Zod) {
  return z.array(
    z.object({
      state: z.string(),
      user: userShape(z).nullish(),
      commit_id: z.string().nullish(),
      submitted_at: z.string().nullish(),
    }),
  );
}

/** A branch. */
export function branchShape(z: Zod) {
  return z.object({
    commit: z.object({ sha: z.string() }),
    protected: z.boolean(),
    protection: z
      .object({ required_status_checks: z.object({ contexts: z.array(z.string()) }).nullish() })
      .nullish(),
  });
}

/** A branch's protection, as administrators are told it. */
export function protectionShape(z: Zod) {
  const enabled = z.object({ enabled: z.boolean().nullish() });
  return z.object({
    required_status_checks: z
      .object({
        contexts: z.array(z.string()),
        strict: z.boolean().nullish(),
        checks: z.array(z.object({ context: z.string(), app_id: z.number().int().nullish() })).nullish(),
      })
      .nullish(),
    required_pull_request_reviews: z
      .object({
        required_approving_review_count: z.number().int().nullish(),
        require_code_owner_reviews: z.boolean().nullish(),
        bypass_pull_request_allowances: z
          .object({
            users: z.array(z.object({ login: z.string() })).nullish(),
            teams: z.array(z.object({ slug: z.string() })).nullish(),
            apps: z.array(z.object({ slug: z.string().nullish() })).nullish(),
          })
          .nullish(),
      })
      .nullish(),
    enforce_admins: enabled.nullish(),
    allow_force_pushes: enabled.nullish(),
    allow_deletions: enabled.nullish(),
  });
}

/** A branch's own protection, as `protectionShape` reads it. */
export type OwnProtection = zod.infer<ReturnType<typeof protectionShape>>;

/** One page of the rules of all rulesets that a branch is under. */
export function branchRulesShape(z: Zod) {
  return z.array(
    z.object({
      type: z.string(),
      ruleset_id: z.number().int().nullish(),
      parameters: z
        .object({
          required_approving_review_count: z.number().int().nullish(),
          require_code_owner_review: z.boolean().nullish(),
          strict_required_status_checks_policy: z.boolean().nullish(),
          required_status_checks: z
            .array(z.object({ context: z.string(), integration_id: z.number().int().nullish() }))
            .nullish(),
        })
        .nullish(),
    }),
  );
}

/** A ruleset; who may bypass it is told to who may change it. */
export function rulesetShape(z: Zod) {
  const actor = z.object({
    actor_id: z.number().int().nullish(),
    actor_type: z.string(),
    bypass_mode: z.string().nullish(),
  });
  return z.object({
    id: z.number().int(),
    name: z.string(),
    target: z.string().nullish(),
    enforcement: z.string(),
    bypass_actors: z.array(actor).nullish(),
    rules: z.array(z.object({ type: z.string() })).nullish(),
  });
}

/** A ruleset, as `rulesetShape` reads it. */
export type Ruleset = zod.infer<ReturnType<typeof rulesetShape>>;

/** One page of rulesets, without their rules. */
export function rulesetsShape(z: Zod) {
  return z.array(rulesetShape(z));
}

/** A rule, as `branchRulesShape` reads it. */
export type BranchRule = zod.infer<ReturnType<typeof branchRulesShape>>[number];

/** Who sees a repository, and how it merges; the latter is told to who may push. */
export function repositoryShape(z: Zod) {
  return z.object({
    private: z.boolean().nullish(),
    html_url: z.string().nullish(),
    allow_merge_commit: z.boolean().nullish(),
    allow_squash_merge: z.boolean().nullish(),
    allow_rebase_merge: z.boolean().nullish(),
    squash_merge_commit_title: z.string().nullish(),
    squash_merge_commit_message: z.string().nullish(),
    merge_commit_title: z.string().nullish(),
    merge_commit_message: z.string().nullish(),
  });
}

/** GraphQL's answer to whose token it is. */
export function viewerShape(z: Zod) {
  return z.object({
    data: z.object({ viewer: z.object({ login: z.string(), databaseId: z.number().int().nullish() }) }),
  });
}

/** Pull requests of a commit. Null: the credential may see none. */
function associatedPullsShape(z: Zod) {
  const pull = z.object({
    number: z.number().int(),
    merged: z.boolean(),
    mergedAt: z.string().nullish(),
    baseRefName: z.string(),
    repository: z.object({ id: z.string() }),
  });
  return z
    .object({ nodes: z.array(pull.nullish()).nullish(), pageInfo: z.object({ hasNextPage: z.boolean() }) })
    .nullish();
}

/** Pull requests of a commit, as `arrivalsShape` reads them. */
export type AssociatedPulls = zod.infer<ReturnType<typeof associatedPullsShape>>;

/** GraphQL's answer to what brought commits in: the repository, and each commit that it has. */
export function arrivalsShape(z: Zod) {
  const here = z.object({ id: z.string(), defaultBranchRef: z.object({ name: z.string() }).nullish() });
  const commit = z.object({ associatedPullRequests: associatedPullsShape(z) });
  const error = z.object({ type: z.string().nullish(), message: z.string() });
  return z.object({
    data: z
      .object({ here: here.nullish(), held: z.record(z.string(), commit.nullish()).nullish() })
      .nullish(),
    errors: z.array(error).nullish(),
  });
}

/** Labels. */
export function namesShape(z: Zod) {
  return z.array(z.object({ name: z.string() }));
}

/** A check run. */
export function checkRunShape(z: Zod) {
  return z.object({ id: z.number().int() });
}

/** An answer of which only its being there counts. */
export function anyShape(z: Zod) {
  return z.object({});
}

/** The words in which GitHub refuses something. */
export function refusalShape(z: Zod) {
  const error = z.object({ message: z.string().nullish(), code: z.string().nullish() });
  return z.object({
    message: z.string(),
    errors: z
      .array(z.union([z.string(), error]))
      .nullish()
      .catch(null),
  });
}
