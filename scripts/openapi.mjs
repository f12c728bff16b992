#!/usr/bin/env node
/**
 * Cuts the operations that a loopback server answers out of GitHub's own descriptions: REST from @octokit/openapi
 * (385 MB unpacked, which is why it is no dependency), payloads from @octokit/openapi-webhooks, GraphQL from
 * @octokit/graphql-schema.
 *
 *   node scripts/openapi.mjs FOLDER
 *
 * FOLDER holds the packages as
 * `npm install --prefix FOLDER @octokit/openapi@23 @octokit/openapi-webhooks@12 @octokit/graphql-schema@15` leaves them.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Kind, parse, print } from "graphql";

const OPERATIONS = [
  ["/user", "get"],
  ["/repos/{owner}/{repo}", "get"],
  ["/repos/{owner}/{repo}/issues", "get"],
  ["/repos/{owner}/{repo}/issues/{issue_number}", "get"],
  ["/repos/{owner}/{repo}/issues/{issue_number}", "patch"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/comments", "get"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/comments", "post"],
  ["/repos/{owner}/{repo}/issues/comments/{comment_id}", "get"],
  ["/repos/{owner}/{repo}/issues/comments/{comment_id}", "patch"],
  ["/repos/{owner}/{repo}/issues/comments/{comment_id}", "delete"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/labels", "get"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/labels", "post"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/labels", "put"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", "delete"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/timeline", "get"],
  ["/search/issues", "get"],
  ["/repos/{owner}/{repo}/pulls", "get"],
  ["/repos/{owner}/{repo}/pulls", "post"],
  ["/repos/{owner}/{repo}/pulls/{pull_number}", "get"],
  ["/repos/{owner}/{repo}/pulls/{pull_number}", "patch"],
  ["/repos/{owner}/{repo}/pulls/{pull_number}/commits", "get"],
  ["/repos/{owner}/{repo}/pulls/{pull_number}/reviews", "get"],
  ["/repos/{owner}/{repo}/compare/{basehead}", "get"],
  ["/repos/{owner}/{repo}/git/trees/{tree_sha}", "get"],
  ["/repos/{owner}/{repo}/git/blobs/{file_sha}", "get"],
  ["/repos/{owner}/{repo}/git/commits/{commit_sha}", "get"],
  ["/repos/{owner}/{repo}/git/ref/{ref}", "get"],
  ["/repos/{owner}/{repo}/contents/{path}", "get"],
  ["/repos/{owner}/{repo}/commits", "get"],
  ["/repos/{owner}/{repo}/commits/{ref}", "get"],
  ["/repos/{owner}/{repo}/commits/{commit_sha}/pulls", "get"],
  ["/repos/{owner}/{repo}/commits/{ref}/check-runs", "get"],
  ["/repos/{owner}/{repo}/check-runs", "post"],
  ["/repos/{owner}/{repo}/check-runs/{check_run_id}", "get"],
  ["/repos/{owner}/{repo}/check-runs/{check_run_id}", "patch"],
  ["/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations", "get"],
  ["/repos/{owner}/{repo}/statuses/{sha}", "post"],
  ["/repos/{owner}/{repo}/branches/{branch}", "get"],
  ["/repos/{owner}/{repo}/branches/{branch}/protection", "get"],
  ["/repos/{owner}/{repo}/rules/branches/{branch}", "get"],
  ["/repos/{owner}/{repo}/rulesets", "get"],
  ["/repos/{owner}/{repo}/rulesets/{ruleset_id}", "get"],
];

/** Events whose payloads tests make. */
const EVENTS = [
  ...["opened", "edited", "synchronize", "reopened", "ready-for-review", "labeled"].map(
    (action) => `pull-request-${action}`,
  ),
  ...["merge-group-checks-requested", "push", "workflow-dispatch", "workflow-run-completed"],
];

/** Type -> fields that providers may ask for; every type that they lead to has to be here too. */
const FIELDS = {
  Query: ["repository", "viewer"],
  Repository: [
    "defaultBranchRef",
    "id",
    "issueOrPullRequest",
    "issue",
    "isArchived",
    "isPrivate",
    "nameWithOwner",
    "object",
  ],
  Issue: [
    "assignees",
    "author",
    "authorAssociation",
    "body",
    "closedByPullRequestsReferences",
    "createdAt",
    "editor",
    "labels",
    "lastEditedAt",
    "linkedBranches",
    "milestone",
    "number",
    "parent",
    "repository",
    "state",
    "stateReason",
    "timelineItems",
    "title",
    "updatedAt",
    "url",
  ],
  AssignedEvent: ["actor"],
  LabeledEvent: ["actor"],
  MilestonedEvent: ["actor"],
  ClosedEvent: ["actor", "createdAt", "stateReason"],
  ReopenedEvent: ["actor", "createdAt"],
  Commit: ["associatedPullRequests", "oid"],
  PullRequest: ["baseRefName", "merged", "mergedAt", "number", "repository", "title", "url"],
  User: ["databaseId", "login", "name"],
  Bot: ["databaseId", "login"],
  Mannequin: ["databaseId", "login"],
  Organization: ["databaseId", "login"],
  EnterpriseUserAccount: ["login"],
  Actor: ["login"],
  GitObject: ["oid"],
  Milestone: ["title"],
  Label: ["name"],
  Ref: ["name", "repository"],
  LinkedBranch: ["ref"],
  PageInfo: ["endCursor", "hasNextPage"],
  IssueTimelineItemsConnection: ["nodes", "pageInfo", "totalCount"],
  LabelConnection: ["nodes", "pageInfo", "totalCount"],
  UserConnection: ["nodes", "pageInfo", "totalCount"],
  LinkedBranchConnection: ["nodes", "pageInfo", "totalCount"],
  PullRequestConnection: ["nodes", "pageInfo", "totalCount"],
};
const WHOLE = [
  "IssueOrPullRequest",
  "IssueTimelineItems",
  "IssueTimelineItemsItemType",
  "CommentAuthorAssociation",
  "IssueOrder",
  "IssueOrderField",
  "LabelOrder",
  "LabelOrderField",
  "PullRequestOrder",
  "PullRequestOrderField",
  "OrderDirection",
  "IssueState",
  "IssueStateReason",
  "DateTime",
  "GitObjectID",
  "URI",
];

const source = resolve(process.argv[2] ?? ".", "node_modules", "@octokit");
const target = resolve(fileURLToPath(import.meta.url), "../../test/servers/github");
writeFileSync(join(target, "openapi.json"), JSON.stringify(rest(), null, 1));
writeFileSync(join(target, "webhooks.json"), JSON.stringify(webhooks(), null, 1));
writeFileSync(join(target, "schema.graphql"), graphql());
execFileSync(
  "npx",
  [
    ...["biome", "format", "--write"],
    ...["openapi.json", "webhooks.json", "schema.graphql"].map((name) => join(target, name)),
  ],
  { stdio: "ignore" },
);

function rest() {
  const whole = JSON.parse(readFileSync(join(source, "openapi/generated/api.github.com.json"), "utf8"));
  const { version } = JSON.parse(readFileSync(join(source, "openapi/package.json"), "utf8"));
  const kept = { parameters: {}, responses: {}, schemas: {}, headers: {} };
  const paths = {};
  for (const [path, method] of OPERATIONS) {
    const operation = whole.paths[path]?.[method];
    if (operation === undefined) continue;
    paths[path] = { ...paths[path], [method]: keep(operation, { from: whole.components, into: kept }) };
  }
  return {
    source: `@octokit/openapi ${version}, api.github.com.json, reduced by scripts/openapi.mjs`,
    license: "MIT, Copyright Octokit contributors",
    paths,
    components: kept,
  };
}

/** Payloads of the events that the Action is started by. Two of them write a pull request out that the others refer to. */
function webhooks() {
  const whole = JSON.parse(
    readFileSync(join(source, "openapi-webhooks/generated/api.github.com.json"), "utf8"),
  );
  const { version } = JSON.parse(readFileSync(join(source, "openapi-webhooks/package.json"), "utf8"));
  for (const event of ["synchronize", "labeled"]) {
    const { properties } = whole.components.schemas[`webhook-pull-request-${event}`];
    properties.pull_request = { $ref: "#/components/schemas/pull-request-webhook" };
  }
  const kept = { schemas: {} };
  for (const event of EVENTS)
    keep({ $ref: `#/components/schemas/webhook-${event}` }, { from: whole.components, into: kept });
  return {
    source: `@octokit/openapi-webhooks ${version}, api.github.com.json, reduced by scripts/openapi.mjs`,
    license: "MIT, Copyright Octokit contributors",
    components: kept,
  };
}

/** A copy without examples and prose; what it refers to is kept too. */
function keep(node, rooms) {
  if (Array.isArray(node)) return node.map((one) => keep(one, rooms));
  if (typeof node !== "object" || node === null) return node;
  if (typeof node.$ref === "string") return follow(node, rooms);
  const entries = Object.entries(node).filter(([name, value]) => !isProse(name, value));
  return Object.fromEntries(entries.map(([name, value]) => [name, keep(value, rooms)]));
}

function follow({ $ref }, { from, into }) {
  const [, , room, name] = $ref.split("/");
  if (room !== "examples" && into[room][name] === undefined) {
    into[room][name] = {};
    into[room][name] = keep(from[room][name], { from, into });
  }
  return { $ref };
}

/** Left out where they are words about a schema; a property may have the same name. */
function isProse(name, value) {
  if (name === "examples" || name === "externalDocs" || name.startsWith("x-")) return true;
  return (
    (name === "title" || name === "description" || name === "summary" || name === "example") &&
    !isSchema(value)
  );
}

function isSchema(value) {
  return (
    typeof value === "object" && value !== null && ("type" in value || "$ref" in value || "oneOf" in value)
  );
}

function graphql() {
  const document = parse(readFileSync(join(source, "graphql-schema/schema.graphql"), "utf8"), {
    noLocation: true,
  });
  const { version } = JSON.parse(readFileSync(join(source, "graphql-schema/package.json"), "utf8"));
  const names = new Set([...Object.keys(FIELDS), ...WHOLE]);
  const definitions = document.definitions
    .filter(({ name }) => names.has(name?.value))
    .map((one) => plain(one, names));
  const head = `# From @octokit/graphql-schema ${version} (MIT, Copyright Octokit contributors), reduced by scripts/openapi.mjs.\n`;
  return `${head}\n${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

function plain(definition, names) {
  const { description: _, directives: __, ...rest } = definition;
  const wanted = FIELDS[definition.name.value];
  const fields = definition.fields?.filter(({ name }) => wanted === undefined || wanted.includes(name.value));
  const interfaces = definition.interfaces?.filter(({ name }) => names.has(name.value));
  const members = definition.values ?? undefined;
  return {
    ...rest,
    ...(fields && { fields: fields.map(bare) }),
    ...(interfaces && { interfaces }),
    ...(members && { values: members.map(bare) }),
    ...(definition.types && { types: definition.types.filter(({ name }) => names.has(name.value)) }),
  };
}

function bare({ description: _, directives: __, ...rest }) {
  return { ...rest, ...(rest.arguments && { arguments: rest.arguments.map(bare) }) };
}
