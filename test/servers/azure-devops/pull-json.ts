import { headOf, PULLS, type Pull, type PullCommit } from "../pull-model.ts";
import { type Person, PROJECT, PROJECT_ID, REPOSITORY_ID } from "./model.ts";

/** The repository that pull requests are asked of, and a fork of it. */
export const REPOSITORY = { id: REPOSITORY_ID, name: "shop-web" } as const;
export const FORK = { id: "3411ebc1-d5aa-464f-9615-000000000077", name: "shop-fork" } as const;

type Json = Record<string, unknown>;

export function repositoryJson(base: string, { id, name }: { id: string; name: string }): Json {
  const project = { id: PROJECT_ID, name: PROJECT, state: "wellFormed", visibility: "private" };
  const remoteUrl = `${base}/${PROJECT}/_git/${name}`;
  return {
    id,
    name,
    url: `${base}/_apis/git/repositories/${id}`,
    project,
    remoteUrl,
    defaultBranch: "refs/heads/main",
  };
}

const STATES = { open: "active", merged: "completed", closed: "abandoned" } as const;

/** A pull request. An empty description is not told. */
export function pullJson(base: string, pull: Pull<Person>): Json {
  const merge = pull.mergeCommit === null ? {} : { lastMergeCommit: { commitId: pull.mergeCommit } };
  const url = `${base}/_apis/git/repositories/${REPOSITORY.id}/pullRequests/${pull.number}`;
  return {
    repository: repositoryJson(base, pull.isElsewhere ? FORK : REPOSITORY),
    ...{ pullRequestId: pull.number, codeReviewId: pull.number, status: STATES[pull.state] },
    ...{
      createdBy: pull.author,
      creationDate: "2026-11-01T08:00:00.6655471Z",
      title: pull.title,
      isDraft: pull.draft,
    },
    ...(pull.body === "" ? {} : { description: pull.body }),
    ...{
      sourceRefName: `refs/heads/${pull.branch}`,
      targetRefName: `refs/heads/${pull.base}`,
      mergeStatus: "succeeded",
    },
    ...(pull.isFork
      ? { forkSource: { name: `refs/heads/${pull.branch}`, repository: repositoryJson(base, FORK) } }
      : {}),
    ...(pull.state === "open" ? {} : { closedDate: pull.mergedAt }),
    lastMergeSourceCommit: { commitId: headOf(pull) },
    lastMergeTargetCommit: { commitId: PULLS.oldBase },
    ...merge,
    labels: pull.labels.map((name) => ({ id: name, name, active: true })),
    reviewers: reviewersOf(pull),
    ...{ url, supportsIterations: true },
  };
}

/** A vote stands or is 0; when it was given is told elsewhere. */
function reviewersOf(pull: Pull<Person>): readonly Json[] {
  const people = new Map(pull.reviews.map(({ by }) => [by.id, by]));
  const back = pull.reviews.filter(({ state }) => state === "dismissed").map(({ by }) => by.id);
  return [...people.values()].map((by) => ({
    ...by,
    vote: back.includes(by.id) ? 0 : 10,
    isRequired: false,
  }));
}

/** `whole`: asked for alone; a list cuts the message and tells no parents. */
export function commitJson(base: string, commit: PullCommit, whole: boolean): Json {
  const person = { name: commit.name, email: commit.email, date: commit.at };
  const [title = ""] = commit.message.split("\n");
  return {
    commitId: commit.id,
    author: person,
    committer: person,
    ...(whole
      ? { comment: commit.message, parents: commit.parents }
      : { comment: title, commentTruncated: true }),
    url: `${base}/_apis/git/repositories/${REPOSITORY.id}/commits/${commit.id}`,
  };
}

/** Comments of people, and the records of votes that the service keeps as threads. */
export function threadsOf(pull: Pull<Person>): readonly Json[] {
  const votes = pull.reviews
    .filter(({ state }) => state !== "remark")
    .map(({ by, state, at }, index) => ({
      id: 900 + index,
      publishedDate: at,
      comments: [{ id: 1, author: by, content: `${by.displayName} voted`, commentType: "system" }],
      properties: {
        CodeReviewThreadType: { $type: "System.String", $value: "VoteUpdate" },
        CodeReviewVoteResult: { $type: "System.String", $value: state === "approved" ? "10" : "0" },
      },
    }));
  return [...votes, ...pull.comments.map(threadOf)];
}

export function threadOf({ id, author, body }: { id: number; author: Person; body: string }): Json {
  const comment = { id: 1, parentCommentId: 0, author, content: body, commentType: "text" };
  return {
    id,
    publishedDate: "2026-11-01T09:00:00Z",
    comments: [comment],
    status: "closed",
    isDeleted: false,
  };
}
