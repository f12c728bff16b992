import type { z as zod } from "zod";
import type { Schema, Zod } from "../../core/schema.ts";

/** What every answer is wrapped in: `data`, `errors`, or both. */
export function envelopeShape<T>(data: Schema<T>) {
  return (z: Zod) => z.object({ data: data(z).nullish(), errors: z.array(errorShape(z)).nullish() });
}

/** The same where only errors are of interest. */
export function errorsShape(z: Zod) {
  return z.object({ errors: z.array(errorShape(z)).nullish() });
}

function errorShape(z: Zod) {
  return z.object({
    message: z.string(),
    extensions: z
      .object({
        type: z.string().nullish(),
        code: z.string().nullish(),
        userPresentableMessage: z.string().nullish(),
      })
      .nullish(),
  });
}

/** A person. */
export function userShape(z: Zod) {
  return z.object({
    id: z.string(),
    name: z.string(),
    displayName: z.string().nullish(),
    email: z.string().nullish(),
  });
}

/** A state of a team's workflow. */
export function stateShape(z: Zod) {
  return z.object({ id: z.string(), name: z.string(), type: z.string(), position: z.number().nullish() });
}

/** An issue with the fields of `ISSUE`. */
export function issueShape(z: Zod) {
  return z.object({
    id: z.string(),
    identifier: z.string(),
    title: z.string(),
    description: z.string().nullish(),
    url: z.string(),
    createdAt: z.string().nullish(),
    updatedAt: z.string().nullish(),
    archivedAt: z.string().nullish(),
    trashed: z.boolean().nullish(),
    state: stateShape(z),
    assignee: userShape(z).nullish(),
    creator: userShape(z).nullish(),
    labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }),
    team: z.object({ id: z.string(), key: z.string() }),
    parent: z.object({ identifier: z.string() }).nullish(),
    cycle: z.object({ number: z.number(), name: z.string().nullish() }).nullish(),
  });
}

/** The selection that `issueShape` reads. */
export const ISSUE = `id identifier title description url createdAt updatedAt archivedAt trashed
  state { id name type } assignee { id name displayName email } creator { id name displayName email }
  labels { nodes { name } } team { id key } parent { identifier } cycle { number name }`;

/** A page of nodes. */
export function pageShape<T>(node: Schema<T>) {
  return (z: Zod) =>
    z.object({
      nodes: z.array(node(z)),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    });
}

/** One entry of an issue's history, which can hold several changes. */
export function changeShape(z: Zod) {
  const state = z.object({ name: z.string(), type: z.string() }).nullish();
  const named = z.array(z.object({ name: z.string() })).nullish();
  const issue = z.object({ identifier: z.string() }).nullish();
  const team = z.object({ key: z.string() }).nullish();
  const user = userShape(z).nullish();
  return z.object({
    createdAt: z.string(),
    actor: user,
    fromState: state,
    toState: state,
    fromAssignee: user,
    toAssignee: user,
    fromTitle: z.string().nullish(),
    toTitle: z.string().nullish(),
    updatedDescription: z.boolean().nullish(),
    addedLabels: named,
    removedLabels: named,
    fromParent: issue,
    toParent: issue,
    fromTeam: team,
    toTeam: team,
  });
}

/** The selection that `changeShape` reads. */
export const CHANGE = `createdAt actor { id name displayName email } fromState { name type } toState { name type }
  fromAssignee { id name displayName email } toAssignee { id name displayName email } fromTitle toTitle updatedDescription
  addedLabels { name } removedLabels { name } fromParent { identifier } toParent { identifier }
  fromTeam { key } toTeam { key }`;

/** What an issue's states so far are told by. */
export function pastShape(z: Zod) {
  const { createdAt, actor, fromState, toState } = changeShape(z).shape;
  const move = z.object({ createdAt, actor, fromState, toState });
  return z.object({
    identifier: z.string(),
    createdAt: z.string().nullish(),
    trashed: z.boolean().nullish(),
    state: stateShape(z),
    history: pageShape(() => move)(z),
  });
}

/** A comment with the fields of `COMMENT`. */
export function commentShape(z: Zod) {
  return z.object({
    id: z.string(),
    body: z.string(),
    url: z.string().nullish(),
    createdAt: z.string(),
    editedAt: z.string().nullish(),
    user: userShape(z).nullish(),
  });
}

/** The selection that `commentShape` reads. */
export const COMMENT = "id body url createdAt editedAt user { id name displayName email }";

/** An issue's states so far as Linear tells them. */
export type PastIssue = zod.infer<ReturnType<typeof pastShape>>;
/** A comment as Linear tells it. */
export type Comment = zod.infer<ReturnType<typeof commentShape>>;
/** An issue as Linear tells it. */
export type Issue = zod.infer<ReturnType<typeof issueShape>>;
/** A person as Linear tells it. */
export type User = zod.infer<ReturnType<typeof userShape>>;
/** A state as Linear tells it. */
export type State = zod.infer<ReturnType<typeof stateShape>>;
/** A change as Linear tells it. */
export type Change = zod.infer<ReturnType<typeof changeShape>>;
