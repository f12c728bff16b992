import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** One error beside or instead of data. `path` names the alias that it is about. */
export function graphqlErrorShape(z: Zod) {
  return z.object({
    type: z.string().nullish(),
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).nullish(),
    extensions: z
      .object({
        code: z.string().nullish(),
        fieldName: z.string().nullish(),
        argumentName: z.string().nullish(),
      })
      .nullish(),
  });
}

/** An error of GraphQL, as `graphqlErrorShape` reads it. */
export type GraphqlError = zod.infer<ReturnType<typeof graphqlErrorShape>>;

function nodesOf<T extends zod.ZodType>(z: Zod, node: T) {
  return z.object({ nodes: z.array(node.nullable()).nullish() });
}

function repositoryShape(z: Zod) {
  return z.object({ nameWithOwner: z.string() });
}

/** `isPrivate`: it is private or internal. */
function placeShape(z: Zod) {
  return repositoryShape(z).extend({ isPrivate: z.boolean() });
}

function actorShape(z: Zod) {
  return z.object({
    __typename: z.string().nullish(),
    login: z.string(),
    databaseId: z.number().int().nullish(),
  });
}

/** Somebody, or some program, as `actorShape` reads them. */
export type Actor = zod.infer<ReturnType<typeof actorShape>>;

/** An issue as the batch query asks for it. */
export function issueNodeShape(z: Zod) {
  return z.object({
    __typename: z.literal("Issue"),
    number: z.number().int(),
    title: z.string(),
    body: z.string(),
    state: z.string(),
    stateReason: z.string().nullish(),
    url: z.string(),
    repository: placeShape(z),
    author: actorShape(z).nullish(),
    authorAssociation: z.string(),
    timelineItems: nodesOf(z, z.object({ actor: actorShape(z).nullish() })),
    assignees: nodesOf(z, actorShape(z)),
    labels: nodesOf(z, z.object({ name: z.string() })).nullish(),
    issueType: z.object({ name: z.string() }).nullish(),
    milestone: z.object({ title: z.string() }).nullish(),
    parent: z.object({ number: z.number().int(), repository: repositoryShape(z) }).nullish(),
    createdAt: z.string(),
    updatedAt: z.string(),
  });
}

/** An issue of GraphQL, as `issueNodeShape` reads it. */
export type IssueNode = zod.infer<ReturnType<typeof issueNodeShape>>;

/** The states of an issue, as the batch query asks for them. */
export function pastNodeShape(z: Zod) {
  const event = z.object({
    __typename: z.string(),
    createdAt: z.string(),
    stateReason: z.string().nullish(),
    actor: actorShape(z).nullish(),
  });
  return z.object({
    __typename: z.literal("Issue"),
    state: z.string(),
    stateReason: z.string().nullish(),
    createdAt: z.string(),
    timelineItems: nodesOf(z, event).extend({ pageInfo: z.object({ hasNextPage: z.boolean() }) }),
  });
}

/** The states of an issue, as `pastNodeShape` reads them. */
export type PastNode = zod.infer<ReturnType<typeof pastNodeShape>>;

/** Repositories by alias, each with its issues by alias. */
export function batchShape<T extends zod.ZodType>(issue: (z: Zod) => T) {
  return (z: Zod) => {
    const node = z.union([issue(z), z.object({ __typename: z.literal("PullRequest") })]);
    return z.object({
      data: z.record(z.string(), z.record(z.string(), node.nullable()).nullable()).nullish(),
      errors: z.array(graphqlErrorShape(z)).nullish(),
    });
  };
}

/** When a description was changed last. */
export function editedShape(z: Zod) {
  const issue = z.object({ lastEditedAt: z.string().nullish(), editor: actorShape(z).nullish() });
  return z.object({
    data: z.object({ repository: z.object({ issue: issue.nullable() }).nullable() }).nullish(),
    errors: z.array(graphqlErrorShape(z)).nullish(),
  });
}

/** What is linked to an issue under "Development". */
export function linksShape(z: Zod) {
  const request = z.object({
    number: z.number().int(),
    title: z.string(),
    url: z.string(),
    repository: repositoryShape(z),
  });
  const branch = z.object({
    ref: z.object({ name: z.string(), repository: repositoryShape(z) }).nullish(),
  });
  const issue = z.object({
    closedByPullRequestsReferences: nodesOf(z, request).nullish(),
    linkedBranches: nodesOf(z, branch),
  });
  return z.object({
    data: z.object({ repository: z.object({ issue: issue.nullable() }).nullable() }).nullish(),
    errors: z.array(graphqlErrorShape(z)).nullish(),
  });
}

/** Whose token asks GraphQL. */
export function viewerShape(z: Zod) {
  return z.object({ data: z.object({ viewer: actorShape(z) }) });
}
