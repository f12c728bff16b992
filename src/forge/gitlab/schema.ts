import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** An account; `bot` is told only of the credential's own. */
export function userShape(z: Zod) {
  return z.object({ id: z.number().int(), username: z.string(), bot: z.boolean().nullish() });
}

/** An account, as `userShape` reads it. */
export type GitlabUser = zod.infer<ReturnType<typeof userShape>>;

/** A merge request. */
export function requestShape(z: Zod) {
  return z.object({
    iid: z.number().int(),
    state: z.string(),
    draft: z.boolean().nullish(),
    title: z.string(),
    description: z.string().nullish(),
    web_url: z.string(),
    author: userShape(z).nullish(),
    source_branch: z.string(),
    target_branch: z.string(),
    source_project_id: z.number().int().nullish(),
    target_project_id: z.number().int(),
    labels: z.array(z.string()).nullish(),
    sha: z.string().nullish(),
    merge_commit_sha: z.string().nullish(),
    squash_commit_sha: z.string().nullish(),
    diff_refs: z.object({ start_sha: z.string(), head_sha: z.string() }).nullish(),
  });
}

/** A merge request, as `requestShape` reads it. */
export type MergeRequest = zod.infer<ReturnType<typeof requestShape>>;

/** One page of merge requests as they are. */
export function wholeRequestsShape(z: Zod) {
  return z.array(requestShape(z));
}

/** What is told of a merge request in a list. */
export function requestsShape(z: Zod) {
  return z.array(
    z.object({
      iid: z.number().int(),
      source_project_id: z.number().int().nullish(),
      target_project_id: z.number().int(),
    }),
  );
}

/** What is told of the merge requests of a commit. */
export function mergedShape(z: Zod) {
  return z.array(
    z.object({
      iid: z.number().int(),
      state: z.string(),
      target_project_id: z.number().int(),
      target_branch: z.string(),
      merged_at: z.string().nullish(),
    }),
  );
}

/** A project; settings are told to who may push. */
export function projectShape(z: Zod) {
  return z.object({
    id: z.number().int(),
    path_with_namespace: z.string(),
    visibility: z.string().nullish(),
    default_branch: z.string().nullish(),
    merge_method: z.string().nullish(),
    squash_option: z.string().nullish(),
    squash_commit_template: z.string().nullish(),
    web_url: z.string().nullish(),
    only_allow_merge_if_pipeline_succeeds: z.boolean().nullish(),
    allow_merge_on_skipped_pipeline: z.boolean().nullish(),
  });
}

/** A branch. */
export function branchShape(z: Zod) {
  return z.object({ commit: z.object({ id: z.string() }), protected: z.boolean() });
}

/** One page of commits. */
export function commitsShape(z: Zod) {
  const text = z.string().nullish();
  return z.array(
    z.object({
      id: z.string(),
      parent_ids: z.array(z.string()).nullish(),
      message: z.string(),
      author_name: text,
      author_email: text,
      authored_date: text,
      committer_name: text,
      committer_email: text,
      committed_date: text,
    }),
  );
}

/** A commit, as `commitsShape` reads it. */
export type GitlabCommit = zod.infer<ReturnType<typeof commitsShape>>[number];

/** A comment. */
export function noteShape(z: Zod) {
  return z.object({
    id: z.number().int(),
    body: z.string(),
    system: z.boolean(),
    author: userShape(z).nullish(),
  });
}

/** One page of comments. */
export function notesShape(z: Zod) {
  return z.array(noteShape(z));
}

/** Who approves now. */
export function approvalsShape(z: Zod) {
  return z.object({
    approved_by: z.array(z.object({ user: userShape(z), approved_at: z.string().nullish() })),
  });
}

/** One page of what was pushed to a merge request. */
export function versionsShape(z: Zod) {
  return z.array(z.object({ head_commit_sha: z.string(), created_at: z.string() }));
}

/** One page of protected names, which may hold `*`. */
export function protectedShape(z: Zod) {
  const level = z.object({
    access_level: z.number().nullish(),
    access_level_description: z.string().nullish(),
  });
  return z.array(
    z.object({
      name: z.string(),
      allow_force_push: z.boolean().nullish(),
      code_owner_approval_required: z.boolean().nullish(),
      push_access_levels: z.array(level).nullish(),
    }),
  );
}

/** A protected branch, as `protectedShape` reads it. */
export type ProtectedBranch = zod.infer<ReturnType<typeof protectedShape>>[number];

/** One page of protected tags. */
export function protectedTagsShape(z: Zod) {
  return z.array(z.object({ name: z.string() }));
}

/** One page of approval rules. */
export function approvalRulesShape(z: Zod) {
  return z.array(z.object({ approvals_required: z.number().int() }));
}

/** An answer of which only its being there counts. */
export function anyShape(z: Zod) {
  return z.object({});
}

/** The words in which GitLab refuses something. */
export function refusalShape(z: Zod) {
  return z.union([
    z.object({ message: z.unknown().refine((value) => value !== undefined) }),
    z.object({ error: z.string(), error_description: z.string().nullish() }),
  ]);
}
