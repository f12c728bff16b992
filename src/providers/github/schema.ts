import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** An account. */
export function userShape(z: Zod) {
  return z.object({
    login: z.string(),
    id: z.number().int(),
    type: z.string().nullish(),
    email: z.string().nullish(),
  });
}

/** A repository. An internal one is called private here. */
export function repositoryShape(z: Zod) {
  return z.object({ private: z.boolean() });
}

/** Fields that the API versions 2022-11-28 and 2026-03-10 both have. */
export function issueShape(z: Zod) {
  return z.object({
    number: z.number().int(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    state_reason: z.string().nullish(),
    html_url: z.string(),
    repository_url: z.string(),
    user: userShape(z).nullish(),
    assignees: z.array(userShape(z)).nullish(),
    labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])),
    type: z.object({ name: z.string() }).nullish(),
    milestone: z.object({ title: z.string() }).nullish(),
    parent_issue_url: z.string().nullish(),
    author_association: z.string().nullish(),
    pull_request: z.object({ html_url: z.string().nullish() }).nullish(),
    created_at: z.string(),
    updated_at: z.string(),
  });
}

/** An issue, as `issueShape` reads it. */
export type Issue = zod.infer<ReturnType<typeof issueShape>>;

/** One page of a list. */
export function issuesShape(z: Zod) {
  return z.array(issueShape(z));
}

/** One page of a search. */
export function foundShape(z: Zod) {
  return z.object({ items: issuesShape(z) });
}

/** A comment. */
export function commentShape(z: Zod) {
  return z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: userShape(z).nullish(),
    created_at: z.string(),
    updated_at: z.string(),
  });
}

/** A comment, as `commentShape` reads it. */
export type Comment = zod.infer<ReturnType<typeof commentShape>>;

/** One page of comments. */
export function commentsShape(z: Zod) {
  return z.array(commentShape(z));
}

/** One entry of a timeline. Each kind fills in what it has. */
export function eventsShape(z: Zod) {
  const named = z.object({ name: z.string() }).nullish();
  return z.array(
    z.object({
      event: z.string().optional(),
      created_at: z.string().nullish(),
      actor: userShape(z).nullish(),
      commit_id: z.string().nullish(),
      commit_url: z.string().nullish(),
      state_reason: z.string().nullish(),
      label: z.object({ name: z.string().nullish() }).nullish(),
      assignee: userShape(z).nullish(),
      milestone: z.object({ title: z.string() }).nullish(),
      rename: z.object({ from: z.string(), to: z.string() }).nullish(),
      issue_type: named,
      prev_issue_type: named,
      parent_issue: z.object({ number: z.number().int(), repository_url: z.string() }).nullish(),
      source: z.object({ issue: issueShape(z).nullish() }).nullish(),
    }),
  );
}

/** An entry of a timeline, as `eventsShape` reads it. */
export type Event = zod.infer<ReturnType<typeof eventsShape>>[number];

/** The words in which GitHub refuses something. */
export function errorShape(z: Zod) {
  return z.object({
    message: z.string(),
    errors: z
      .array(
        z.union([
          z.string(),
          z.object({
            message: z.string().nullish(),
            field: z.string().nullish(),
            code: z.string().nullish(),
            value: z.unknown(),
          }),
        ]),
      )
      .nullish()
      .catch(null),
  });
}
