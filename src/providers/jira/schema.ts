import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** What a server tells of itself. */
export function serverInfoShape(z: Zod) {
  return z.object({ deploymentType: z.string().optional() });
}

/** Every form that an error takes. */
export function errorShape(z: Zod) {
  return z.object({
    message: z.string().nullish(),
    errorMessages: z.array(z.string()).nullish(),
    errors: z.record(z.string(), z.unknown()).nullish(),
  });
}

/** A person: Cloud has an account id, Data Center a key and a login. */
export function userShape(z: Zod) {
  return z.object({
    accountId: z.string().nullish(),
    key: z.string().nullish(),
    name: z.string().nullish(),
    displayName: z.string().nullish(),
    emailAddress: z.string().nullish(),
  });
}

function statusShape(z: Zod) {
  return z.object({
    id: z.string().nullish(),
    name: z.string(),
    statusCategory: z.object({ key: z.string() }).nullish(),
  });
}

/** All states that there are. */
export function statusesShape(z: Zod) {
  return z.array(statusShape(z));
}

/** An issue with the fields that are asked for. */
export function issueShape(z: Zod) {
  const user = userShape(z).nullish();
  const named = z.object({ name: z.string() });
  return z.object({
    id: z.string(),
    key: z.string(),
    changelog: changelogOf(z).nullish(),
    fields: z.object({
      summary: z.string().nullish(),
      status: statusShape(z),
      issuetype: named.nullish(),
      resolution: named.nullish(),
      assignee: user,
      creator: user,
      reporter: user,
      labels: z.array(z.string()).nullish(),
      project: z.object({ key: z.string() }).nullish(),
      parent: z.object({ key: z.string() }).nullish(),
      fixVersions: z.array(named).nullish(),
      description: z.unknown().optional(),
      created: z.string().nullish(),
      updated: z.string().nullish(),
      archiveddate: z.unknown().optional(),
    }),
  });
}

/** The fields of `issueShape`, as a request names them. */
export const FIELDS = [
  "summary",
  "status",
  "issuetype",
  "resolution",
  "assignee",
  "creator",
  "reporter",
  "labels",
  "project",
  "parent",
  "fixVersions",
  "description",
  "created",
  "updated",
  "archiveddate",
] as const;

/** Cloud's answer to a batch of keys. */
export function bulkShape(z: Zod) {
  return z.object({
    issues: z.array(issueShape(z)),
    issueErrors: z.array(z.object({ id: z.coerce.string(), errorMessage: z.string().nullish() })).nullish(),
  });
}

/** A page of a search: Cloud's has a token for the next one, Data Center's counts. */
export function searchShape(z: Zod) {
  return z.object({ issues: z.array(issueShape(z)), ...pageParts(z) });
}

/** The same, where only ids are asked for. */
export function idSearchShape(z: Zod) {
  return z.object({ issues: z.array(z.object({ id: z.string() })), ...pageParts(z) });
}

function pageParts(z: Zod) {
  return {
    nextPageToken: z.string().nullish(),
    startAt: z.number().nullish(),
    total: z.number().nullish(),
    warningMessages: z.array(z.string()).nullish(),
  };
}

/** Where a ticket can go from where it stands. */
export function transitionsShape(z: Zod) {
  const field = z.object({
    required: z.boolean().nullish(),
    hasDefaultValue: z.boolean().nullish(),
    name: z.string().nullish(),
  });
  return z.object({
    transitions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        to: statusShape(z),
        isAvailable: z.boolean().nullish(),
        fields: z.record(z.string(), field).nullish(),
      }),
    ),
  });
}

/** One entry of a changelog. The items are read by hand: one of their fields is called `toString`. */
function changeShape(z: Zod) {
  return z.object({
    // Milliseconds since 1970 where many changelogs are asked for together.
    created: z.union([z.string(), z.number()]),
    author: userShape(z).nullish(),
    items: z.array(z.record(z.string(), z.unknown())),
  });
}

/** Cloud's page of a changelog. */
export function changelogShape(z: Zod) {
  return z.object({
    values: z.array(changeShape(z)),
    isLast: z.boolean().nullish(),
    total: z.number().nullish(),
  });
}

/** Data Center tells the changelog with the issue. */
export function issueChangelogShape(z: Zod) {
  return z.object({ changelog: changelogOf(z) });
}

function changelogOf(z: Zod) {
  return z.object({ histories: z.array(changeShape(z)), total: z.number().nullish() });
}

/** A page of Cloud's changelogs of many issues. */
export function changelogsShape(z: Zod) {
  return z.object({
    issueChangeLogs: z.array(
      z.object({ issueId: z.coerce.string(), changeHistories: z.array(changeShape(z)).nullish() }),
    ),
    nextPageToken: z.string().nullish(),
  });
}

/** Links to other systems, as people and programs leave them on a ticket. */
export function remoteLinksShape(z: Zod) {
  return z.array(
    z.object({
      relationship: z.string().nullish(),
      object: z.object({ url: z.string(), title: z.string().nullish() }),
    }),
  );
}

/** Which kinds of systems the development panel has something from. */
export function devSummaryShape(z: Zod) {
  return z.object({
    summary: z.record(z.string(), z.object({ byInstanceType: z.record(z.string(), z.unknown()).nullish() })),
  });
}

/** What the development panel shows of one system. */
export function devDetailShape(z: Zod) {
  const repository = z.object({ name: z.string().nullish() }).nullish();
  const branch = z.object({ name: z.string(), url: z.string().nullish(), repository });
  const commit = z.object({ id: z.string(), url: z.string().nullish(), message: z.string().nullish() });
  return z.object({
    detail: z.array(
      z.object({
        branches: z.array(branch).nullish(),
        pullRequests: z
          .array(
            z.object({
              id: z.string(),
              url: z.string().nullish(),
              name: z.string().nullish(),
              repositoryName: z.string().nullish(),
            }),
          )
          .nullish(),
        repositories: z
          .array(z.object({ name: z.string().nullish(), commits: z.array(commit).nullish() }))
          .nullish(),
      }),
    ),
  });
}

/** A comment: Cloud's body is a document, Data Center's a text. */
export function commentShape(z: Zod) {
  return z.object({
    id: z.string(),
    body: z.unknown().optional(),
    author: userShape(z).nullish(),
    created: z.string(),
    updated: z.string().nullish(),
  });
}

/** A page of comments. */
export function commentsShape(z: Zod) {
  return z.object({ comments: z.array(commentShape(z)), total: z.number().nullish() });
}

/** A comment as Jira tells it. */
export type Comment = zod.infer<ReturnType<typeof commentShape>>;
/** An issue as Jira tells it. */
export type Issue = zod.infer<ReturnType<typeof issueShape>>;
/** A person as Jira tells it. */
export type User = zod.infer<ReturnType<typeof userShape>>;
/** A change as Jira tells it. */
export type Change = zod.infer<ReturnType<typeof changeShape>>;
/** A way out of a state. */
export type Transition = zod.infer<ReturnType<typeof transitionsShape>>["transitions"][number];
