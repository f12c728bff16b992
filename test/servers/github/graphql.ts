import { readFileSync } from "node:fs";
import {
  buildASTSchema,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
  visit,
} from "graphql";
import type { Answer } from "../kit.ts";
import { PULLS, pullsOf } from "../pull-model.ts";
import { isUser } from "./represent.ts";
import type { Issue, Repository, Store, User } from "./store.ts";

/** github.com's schema has types of issues; the published description of it does not name them yet. */
const EXTRA = "type IssueType { name: String! } extend type Issue { issueType: IssueType }";

/** Aliases of issues in one query that GitHub still answers in its ten seconds. */
const MOST_ALIASES = 100;

const TOO_MUCH = { type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." };

const schemas = new Map<string, GraphQLSchema>();

/** What a query is answered from. `lacks`: fields or arguments that this server is too old for. */
export interface Graph {
  readonly store: Store;
  readonly viewer: User;
  readonly lacks: readonly string[];
  sees(repository: Repository): boolean;
  /** Whether the token may read its issues. */
  reads(repository: Repository): boolean;
}

/** Answers a query by GitHub's schema: 200 with data, errors, or both. */
export async function graphqlAnswer(graph: Graph, body: unknown): Promise<Answer> {
  const { query, variables } = requestOf(body);
  if (query === null)
    return refuse(graph, [{ message: "A query attribute must be specified and must be a string." }]);
  const document = parsed(query);
  if (document instanceof GraphQLError) return refuse(graph, [plain(document)]);
  const schema = schemaWithout(graph.lacks);
  const invalid = validate(schema, document);
  // What an old server lacks is no mistake of who asks.
  if (invalid.length > 0) {
    const errors = invalid.map(unknownField);
    const known = errors.every(({ extensions }) =>
      graph.lacks.includes(extensions?.fieldName ?? extensions?.argumentName ?? ""),
    );
    return known ? { status: 200, json: { errors } } : refuse(graph, errors);
  }
  if ((query.match(/issueOrPullRequest\(|object\(/g)?.length ?? 0) > MOST_ALIASES)
    return refuse(graph, [TOO_MUCH]);
  const unbound = unboundConnections(document);
  if (unbound.length > 0) return refuse(graph, unbound);
  const { data, errors } = await execute({
    schema,
    document,
    rootValue: root(graph),
    variableValues: variables,
  });
  return { status: 200, json: { data, ...(errors && { errors: errors.map(plain) }) } };
}

function refuse({ store }: Graph, errors: readonly { readonly message: string }[]): Answer {
  store.problems.push(...errors.map(({ message }) => `GraphQL: ${message}`));
  return { status: 200, json: { errors } };
}

function requestOf(body: unknown): { query: string | null; variables: Record<string, unknown> } {
  if (typeof body !== "object" || body === null || !("query" in body)) return { query: null, variables: {} };
  const { query } = body;
  const variables = "variables" in body && typeof body.variables === "object" ? { ...body.variables } : {};
  return { query: typeof query === "string" ? query : null, variables };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function schemaWithout(lacks: readonly string[]): GraphQLSchema {
  const known = schemas.get(lacks.join());
  if (known !== undefined) return known;
  const text = readFileSync(new URL("./schema.graphql", import.meta.url), "utf8");
  const without = ({ name }: { readonly name: { readonly value: string } }) =>
    lacks.includes(name.value) ? null : undefined;
  const schema = buildASTSchema(
    visit(parse(`${text}\n${EXTRA}`), { FieldDefinition: without, InputValueDefinition: without }),
  );
  schemas.set(lacks.join(), schema);
  return schema;
}

/** GitHub's own error for a field or an argument that the schema does not have. */
function unknownField({ message, locations }: GraphQLError) {
  const field = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message);
  const argument = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/.exec(message);
  if (field !== null) {
    const [, fieldName, typeName] = field;
    const extensions = { code: "undefinedField", typeName, fieldName, argumentName: undefined };
    return { locations, extensions, message: `Field '${fieldName}' doesn't exist on type '${typeName}'` };
  }
  if (argument === null) return { message, locations };
  const [, argumentName, , name] = argument;
  const extensions = {
    code: "argumentNotAccepted",
    name,
    typeName: "Field",
    argumentName,
    fieldName: undefined,
  };
  return { locations, extensions, message: `Field '${name}' doesn't accept argument '${argumentName}'` };
}

/** Every connection has to say how many it wants, 1 to 100. */
function unboundConnections(document: DocumentNode): readonly { message: string }[] {
  const errors: { type: string; message: string }[] = [];
  visit(document, {
    Field({ name, selectionSet, arguments: given = [] }) {
      const isConnection = selectionSet?.selections.some(
        (one) => one.kind === "Field" && one.name.value === "nodes",
      );
      if (isConnection !== true) return;
      const first = given.find((one) => one.name.value === "first")?.value;
      const count = first?.kind === "IntValue" ? Number(first.value) : 0;
      if (count >= 1 && count <= 100) return;
      const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name.value}\` connection.`;
      errors.push({ type: "MISSING_PAGINATION_BOUNDARIES", message });
    },
  });
  return errors;
}

function plain({ message, path, locations, extensions }: GraphQLError) {
  return { ...(extensions.type === undefined ? {} : { type: extensions.type }), path, locations, message };
}

function root(graph: Graph) {
  const { store, viewer } = graph;
  return {
    viewer: { login: viewer.login, databaseId: viewer.id, name: viewer.name },
    repository({ owner, name }: { owner: string; name: string }) {
      const asked = `${owner}/${name}`.toLowerCase();
      const found = store.repositories.find((one) => `${one.owner}/${one.name}`.toLowerCase() === asked);
      if (found !== undefined && graph.sees(found)) return repositoryNode(graph, found);
      throw refused("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
  };
}

function refused(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

function repositoryNode({ store, reads }: Graph, repository: Repository) {
  const find = (number: number, what: string) => {
    if (!reads(repository)) throw refused("FORBIDDEN", "Resource not accessible by integration");
    const issue = repository.issues.get(number);
    if (issue !== undefined) return issueNode(store, repository, issue);
    throw refused("NOT_FOUND", `Could not resolve to an ${what} with the number of ${number}.`);
  };
  return {
    id: nodeId(repository),
    nameWithOwner: `${repository.owner}/${repository.name}`,
    isArchived: false,
    defaultBranchRef: { name: PULLS.protectedBranch },
    object: ({ oid }: { oid: string }) =>
      commitNode(store, repository, oid) ?? blobNode(store, repository, oid),
    issueOrPullRequest: ({ number }: { number: number }) => find(number, "issue or pull request"),
    issue: ({ number }: { number: number }) => find(number, "Issue"),
  };
}

function nodeId({ id }: Repository): string {
  return `R_${id}`;
}

/** A commit is there as soon as one of the repositories that share objects has it. */
function commitNode(store: Store, repository: Repository, oid: string) {
  const held = store.forges.get(repository.id);
  const pulls = held === undefined ? [] : pullsOf(held, oid);
  if (pulls.length === 0) return null;
  const nodes = pulls.map((pull) => ({
    number: pull.number,
    merged: pull.state === "merged",
    mergedAt: pull.state === "merged" ? pull.mergedAt : null,
    baseRefName: pull.base,
    repository: { id: pull.isElsewhere ? "R_elsewhere" : nodeId(repository) },
  }));
  return {
    __typename: "Commit",
    oid,
    associatedPullRequests: ({ first }: { first: number }) => ({
      totalCount: nodes.length,
      nodes: nodes.slice(0, first),
      pageInfo: { hasNextPage: nodes.length > first, endCursor: null },
    }),
  };
}

/** Text that is not UTF-8 comes as far as it is; with a NUL it is none. */
function blobNode({ objects }: Store, { id }: Repository, oid: string) {
  const held = objects.get(id);
  if (held?.find(oid)?.type !== "blob") return null;
  const bytes = held.blob(oid);
  const isBinary = bytes.includes(0);
  const text = isBinary ? null : bytes.toString("utf8");
  return { __typename: "Blob", oid, byteSize: bytes.length, isBinary, isTruncated: false, text };
}

function issueNode(store: Store, repository: Repository, issue: Issue): Record<string, unknown> {
  const nameWithOwner = `${repository.owner}/${repository.name}`;
  const url = `${store.origin()}/${nameWithOwner}`;
  const parent = repository.issues.get(issue.parent ?? 0);
  const first = <T>(all: readonly T[]) => ({
    totalCount: all.length,
    nodes: all,
    pageInfo: { hasNextPage: false, endCursor: null },
  });
  const page =
    <T>(all: readonly T[]) =>
    (given: { first: number }) =>
      first(all.slice(0, given.first));
  return {
    __typename: issue.isPull ? "PullRequest" : "Issue",
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    state: issue.state.toUpperCase(),
    stateReason: ({ enableDuplicate }: { enableDuplicate?: boolean }) =>
      reasonOf(issue, enableDuplicate === true),
    url: `${url}/${issue.isPull ? "pull" : "issues"}/${issue.number}`,
    repository: { nameWithOwner, isArchived: false, isPrivate: repository.isPrivate },
    author: actor(issue.user),
    authorAssociation: issue.association,
    lastEditedAt: issue.edited?.at ?? null,
    editor: issue.edited === null ? null : actor(issue.edited.by),
    timelineItems: (given: { first: number; itemTypes: readonly string[] }) => {
      const all = issue.events.filter(({ event }) =>
        given.itemTypes.includes(`${event}_event`.toUpperCase()),
      );
      const pageInfo = { hasNextPage: all.length > given.first, endCursor: null };
      return { totalCount: all.length, pageInfo, nodes: all.slice(0, given.first).map(happened) };
    },
    assignees: page(issue.assignees.map(actor)),
    labels: page(issue.labels.map((name) => ({ name }))),
    issueType: issue.type === null ? null : { name: issue.type },
    milestone: issue.milestone === null ? null : { title: issue.milestone },
    parent: () => (parent === undefined ? null : issueNode(store, repository, parent)),
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedByPullRequestsReferences: (given: { first: number }) =>
      first(
        issue.closedBy
          .slice(0, given.first)
          .flatMap((number) => repository.issues.get(number) ?? [])
          .map((one) => issueNode(store, repository, one)),
      ),
    linkedBranches: page(issue.branches.map((name) => ({ ref: { name, repository: { nameWithOwner } } }))),
  };
}

/** An entry of the timeline in GraphQL's words. */
function happened({ event, actor: by, created_at, state_reason }: Record<string, unknown>) {
  const name = String(event);
  return {
    __typename: `${name[0]?.toUpperCase()}${name.slice(1)}Event`,
    actor: isUser(by) ? actor(by) : null,
    createdAt: created_at,
    stateReason: typeof state_reason === "string" ? state_reason.toUpperCase() : null,
  };
}

/** Without `enableDuplicate` a duplicate counts as not planned. */
function reasonOf({ reason }: Issue, enableDuplicate: boolean): string | null {
  if (reason === null) return null;
  return reason === "duplicate" && !enableDuplicate ? "NOT_PLANNED" : reason.toUpperCase();
}

function actor({ login, id, type, name }: User) {
  return { __typename: type, login, databaseId: id, name };
}
