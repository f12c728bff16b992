import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** An account. */
export function personShape(z: Zod) {
  return z.object({
    id: z.string(),
    displayName: z.string().nullish(),
    uniqueName: z.string().nullish(),
  });
}

/** An account, as `personShape` reads it. */
export type AzurePerson = zod.infer<ReturnType<typeof personShape>>;

/** A repository; a fork names the project that it is in. */
export function repositoryShape(z: Zod) {
  return z.object({
    id: z.string(),
    name: z.string(),
    remoteUrl: z.string().nullish(),
    defaultBranch: z.string().nullish(),
    project: z.object({ id: z.string(), name: z.string(), visibility: z.string().nullish() }),
  });
}

/** A pull request. */
export function pullShape(z: Zod) {
  const commit = z.object({ commitId: z.string() }).nullish();
  return z.object({
    pullRequestId: z.number().int(),
    status: z.string(),
    isDraft: z.boolean().nullish(),
    title: z.string(),
    description: z.string().nullish(),
    createdBy: personShape(z),
    sourceRefName: z.string(),
    targetRefName: z.string(),
    repository: repositoryShape(z),
    forkSource: z.object({ repository: repositoryShape(z).nullish() }).nullish(),
    lastMergeSourceCommit: commit,
    lastMergeCommit: commit,
    labels: z.array(z.object({ name: z.string(), active: z.boolean().nullish() })).nullish(),
    reviewers: z
      .array(personShape(z).extend({ vote: z.number().int(), isContainer: z.boolean().nullish() }))
      .nullish(),
  });
}

/** A pull request, as `pullShape` reads it. */
export type Pull = zod.infer<ReturnType<typeof pullShape>>;

/** What a list tells of a pull request; its description is cut there. */
export function pullsShape(z: Zod) {
  return z.object({
    value: z.array(z.object({ pullRequestId: z.number().int(), forkSource: z.object({}).nullish() })),
  });
}

/** For each query the pull requests of each commit. */
export function pullQueryShape(z: Zod) {
  const pull = z.object({
    pullRequestId: z.number().int(),
    status: z.string(),
    targetRefName: z.string(),
    closedDate: z.string().nullish(),
    lastMergeSourceCommit: z.object({ commitId: z.string() }).nullish(),
    repository: z.object({ id: z.string() }),
  });
  return z.object({ results: z.array(z.record(z.string(), z.array(pull))) });
}

/** Branches and tags whose names begin with what was asked for. */
export function refsShape(z: Zod) {
  return z.object({ value: z.array(z.object({ name: z.string(), objectId: z.string() })) });
}

/** A page of commits, of which only the ids are whole. */
export function commitIdsShape(z: Zod) {
  return z.object({ value: z.array(z.object({ commitId: z.string() })) });
}

/** A commit. */
export function commitShape(z: Zod) {
  const text = z.string().nullish();
  const person = z.object({ name: text, email: text, date: text }).nullish();
  return z.object({
    commitId: z.string(),
    parents: z.array(z.string()).nullish(),
    comment: z.string(),
    author: person,
    committer: person,
  });
}

/** A commit, as `commitShape` reads it. */
export type AzureCommit = zod.infer<ReturnType<typeof commitShape>>;

/** What was pushed to a pull request, oldest first. */
export function iterationsShape(z: Zod) {
  return z.object({
    value: z.array(
      z.object({
        id: z.number().int(),
        createdDate: z.string(),
        sourceRefCommit: z.object({ commitId: z.string() }),
      }),
    ),
  });
}

/** A comment of a thread. */
export function commentShape(z: Zod) {
  return z.object({
    id: z.number().int(),
    author: personShape(z).nullish(),
    content: z.string().nullish(),
    isDeleted: z.boolean().nullish(),
  });
}

/** A thread; votes are threads of the service's own. */
export function threadShape(z: Zod) {
  const value = z.object({ $value: z.union([z.string(), z.number()]) }).nullish();
  return z.object({
    id: z.number().int(),
    publishedDate: z.string().nullish(),
    isDeleted: z.boolean().nullish(),
    comments: z.array(commentShape(z)),
    properties: z.object({ CodeReviewThreadType: value, CodeReviewVoteResult: value }).nullish(),
  });
}

/** Every thread of a pull request. */
export function threadsShape(z: Zod) {
  return z.object({ value: z.array(threadShape(z)) });
}

/** Policies of a branch; each kind has settings of its own. */
export function policiesShape(z: Zod) {
  return z.object({
    value: z.array(
      z.object({
        isEnabled: z.boolean(),
        isBlocking: z.boolean(),
        type: z.object({ id: z.string() }),
        settings: z.object({
          minimumApproverCount: z.number().int().nullish(),
          requiredReviewerIds: z.array(z.string()).nullish(),
          filenamePatterns: z.array(z.string()).nullish(),
          statusName: z.string().nullish(),
          statusGenre: z.string().nullish(),
          displayName: z.string().nullish(),
          authorId: z.string().nullish(),
          allowNoFastForward: z.boolean().nullish(),
          allowSquash: z.boolean().nullish(),
          allowRebase: z.boolean().nullish(),
          allowRebaseMerge: z.boolean().nullish(),
        }),
      }),
    ),
  });
}

/** A policy, as `policiesShape` reads it. */
export type Policy = zod.infer<ReturnType<typeof policiesShape>>["value"][number];

/** Whose token it is. */
export function connectionShape(z: Zod) {
  return z.object({
    authenticatedUser: z.object({ id: z.string(), providerDisplayName: z.string().nullish() }),
  });
}

/** An answer of which only its being there counts. */
export function anyShape(z: Zod) {
  return z.object({});
}

/** The words in which Azure DevOps refuses something. */
export function refusalShape(z: Zod) {
  return z.object({ message: z.string() });
}
