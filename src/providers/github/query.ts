/** Fields and arguments of GraphQL that github.com has and an older Enterprise Server may not; it is asked again without. */
export const OPTIONAL = ["issueType", "parent", "enableDuplicate"] as const;

/** One repository of a batch, and the numbers that are asked for. */
export interface Wanted {
  readonly repository: string;
  readonly numbers: readonly string[];
}

/** A query for many issues: one block a repository (`r0`), one alias an issue (`i12`). `fields`: what is asked of each. */
export function batchQuery(
  wanted: readonly Wanted[],
  fields: string,
): { readonly query: string; readonly variables: Readonly<Record<string, string>> } {
  const names = wanted.map((_, at) => `$o${at}:String!,$n${at}:String!`).join(",");
  const blocks = wanted.map(
    ({ numbers }, at) => `r${at}:repository(owner:$o${at},name:$n${at}){${numbers.map(alias).join(" ")}}`,
  );
  const variables = wanted.flatMap(({ repository }, at) => {
    const [owner = "", name = ""] = repository.split("/");
    return [
      [`o${at}`, owner],
      [`n${at}`, name],
    ];
  });
  return {
    query: `query(${names}){${blocks.join(" ")}} fragment F on Issue{${fields}}`,
    variables: Object.fromEntries(variables),
  };
}

function alias(number: string): string {
  return `i${number}:issueOrPullRequest(number:${number}){__typename ...F}`;
}

const ACTOR =
  "{__typename login ...on User{databaseId}...on Bot{databaseId}...on Mannequin{databaseId}...on Organization{databaseId}}";

/** What a ticket is made of. GitHub allows 10 assignees and 100 labels. A pull request is asked for nothing of it. */
export function ticketFields(lacks: ReadonlySet<string>): string {
  const type = lacks.has("issueType") ? "" : "issueType{name}";
  const parent = lacks.has("parent") ? "" : "parent{number repository{nameWithOwner}}";
  return `number title body state ${reason(lacks)} url createdAt updatedAt ${type} ${parent}
repository{nameWithOwner isPrivate} milestone{title} author${ACTOR} authorAssociation
assignees(first:20){nodes{login databaseId}} labels(first:100){nodes{name}}
timelineItems(itemTypes:[ASSIGNED_EVENT,LABELED_EVENT,MILESTONED_EVENT],first:50){nodes{
...on AssignedEvent{actor${ACTOR}}...on LabeledEvent{actor${ACTOR}}...on MilestonedEvent{actor${ACTOR}}}}`;
}

/** What a ticket's past is made of: GitHub has two states, and reasons why one is closed. */
export function pastFields(lacks: ReadonlySet<string>): string {
  return `state ${reason(lacks)} createdAt timelineItems(itemTypes:[CLOSED_EVENT,REOPENED_EVENT],first:100){
pageInfo{hasNextPage} nodes{__typename ...on ClosedEvent{createdAt stateReason actor${ACTOR}}...on ReopenedEvent{createdAt actor${ACTOR}}}}`;
}

function reason(lacks: ReadonlySet<string>): string {
  return lacks.has("enableDuplicate") ? "stateReason" : "stateReason(enableDuplicate:true)";
}

/** When a description was changed last, and by whom. */
export const EDITED_QUERY = `query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){issue(number:$number){
lastEditedAt editor${ACTOR}}}}`;

/** What is linked to an issue under "Development". */
export const LINKS_QUERY = `query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){issue(number:$number){
closedByPullRequestsReferences(first:100,includeClosedPrs:true){nodes{number title url repository{nameWithOwner}}}
linkedBranches(first:100){nodes{ref{name repository{nameWithOwner}}}}}}}`;

/** Whose token it is; the only such question that an app's token may ask. */
export const VIEWER_QUERY = "query{viewer{login databaseId}}";
