import { GraphQLError } from "graphql";
import { isHit, issueMatches, labelMatches, stateMatches, userMatches } from "./filter.ts";
import { type Change, type Comment, type Issue, identifierOf, type User, type Workspace } from "./state.ts";

/** Whose request it is. */
export interface Context {
  readonly user: User;
  readonly mayWrite: boolean;
}

interface Paged {
  readonly first?: number | null;
  readonly after?: string | null;
}

interface Filtered extends Paged {
  readonly filter?: unknown;
  readonly includeArchived?: boolean | null;
}

interface Ordered {
  readonly orderBy?: "createdAt" | "updatedAt";
  readonly sort?: readonly { readonly updatedAt?: { readonly order?: string } }[];
}

function newestFirst(field: "createdAt" | "updatedAt") {
  return (one: Issue, other: Issue) => other[field].localeCompare(one[field]);
}

/** Most nodes of one page. */
const MOST = 250;

/** An error with the extensions that Linear's have. */
export function linearError(message: string, type: string, code: string, statusCode = 400): GraphQLError {
  const extensions = { type, code, statusCode, userError: true, userPresentableMessage: message };
  return new GraphQLError(message, { extensions });
}

const notFound = (what: string) =>
  new GraphQLError(`Entity not found: ${what}`, {
    extensions: {
      type: "invalid input",
      code: "INPUT_ERROR",
      statusCode: 400,
      userError: true,
      userPresentableMessage: `Could not find referenced ${what}.`,
    },
  });

function page<T>(all: readonly T[], { first, after }: Paged) {
  const size = first ?? 50;
  if (size < 1 || size > MOST)
    throw linearError(
      `Argument Validation Error: first must be at most ${MOST}`,
      "invalid input",
      "INPUT_ERROR",
    );
  const from = after ? Number(Buffer.from(after, "base64").toString()) : 0;
  const nodes = all.slice(from, from + size);
  const end = from + nodes.length;
  return {
    nodes,
    pageInfo: {
      hasNextPage: end < all.length,
      endCursor: nodes.length === 0 ? null : Buffer.from(String(end)).toString("base64"),
    },
  };
}

/** What answers each field of Query and Mutation. */
export function resolvers(workspace: Workspace) {
  const visible = ({ team }: Issue) => team.key !== "SEC";
  const view = (issue: Issue): object => ({
    ...issue,
    identifier: identifierOf(issue),
    url: urlOf(issue),
    branchName: `ada/${identifierOf(issue).toLowerCase()}`,
    parent: () => {
      const parent = issue.parent === null ? null : workspace.find(issue.parent);
      return parent === null ? null : view(parent);
    },
    labels: (args: Paged) => page(issue.labels, args),
    attachments: (args: Paged) =>
      page(
        issue.attachments.map((one) => ({ ...one, sourceType: "github", metadata: {} })),
        args,
      ),
    comments: (args: Paged) =>
      page(
        issue.comments.map((one) => comment(issue, one)),
        args,
      ),
    // Newest first, as Linear's own page shows it.
    history: (args: Paged) => page([...issue.history].reverse(), args),
  });
  const found = (id: string): Issue => {
    const issue = workspace.find(id);
    if (issue === null || !visible(issue)) throw notFound("Issue");
    return issue;
  };
  const listed = ({ filter, includeArchived }: Filtered, { user }: Context) =>
    workspace.issues.filter(
      (issue) =>
        visible(issue) &&
        (includeArchived === true || issue.archivedAt === null) &&
        issueMatches(filter, issue, user),
    );
  const writable = ({ mayWrite }: Context): void => {
    if (!mayWrite) throw linearError("You do not have permission to do this", "forbidden", "FORBIDDEN", 403);
  };
  return {
    viewer: (_: unknown, { user }: Context) => user,
    issue: ({ id }: { id: string }) => view(found(id)),
    issues(args: Filtered & Ordered, context: Context) {
      const issues = listed(args, context).sort(newestFirst(args.orderBy ?? "createdAt"));
      if (args.sort?.[0]?.updatedAt?.order === "Ascending") issues.sort(newestFirst("updatedAt")).reverse();
      const { nodes, pageInfo } = page(issues, args);
      return { nodes: nodes.map(view), pageInfo };
    },
    searchIssues(args: Filtered & { readonly term: string }, context: Context) {
      const issues = listed(args, context).filter((issue) => isHit(args.term, issue));
      const { nodes, pageInfo } = page(issues, args);
      return { nodes: nodes.map(view), pageInfo, totalCount: issues.length };
    },
    workflowStates: (args: Filtered) =>
      page(
        workspace.states.filter((one) => stateMatches(args.filter, one)),
        args,
      ),
    issueLabels: (args: Filtered) =>
      page(
        workspace.labels.filter((one) => labelMatches(args.filter, one)),
        args,
      ),
    users: (args: Filtered, { user }: Context) =>
      page(
        workspace.users.filter((one) => userMatches(args.filter, one, user)),
        args,
      ),
    issueUpdate({ id, input }: { id: string; input: Readonly<Record<string, unknown>> }, context: Context) {
      writable(context);
      const issue = found(id);
      update(workspace, issue, input, context.user);
      return { success: true, issue: view(issue) };
    },
    commentCreate({ input }: { input: { issueId?: string; body?: string } }, context: Context) {
      writable(context);
      const issue = found(input.issueId ?? "");
      const made = addComment(workspace, issue, context.user, input.body ?? "");
      return { success: true, comment: comment(issue, made) };
    },
    commentUpdate({ id, input }: { id: string; input: { body?: string } }, context: Context) {
      writable(context);
      for (const issue of workspace.issues) {
        const old = issue.comments.find((one) => one.id === id);
        if (old === undefined) continue;
        rewrite(workspace, old, input.body ?? "");
        return { success: true, comment: comment(issue, old) };
      }
      throw notFound("Comment");
    },
  };
}

/** Puts a comment below an issue. */
export function addComment(workspace: Workspace, issue: Issue, user: User, body: string): Comment {
  const made = { id: workspace.nextId(), body, user, createdAt: workspace.tick(), editedAt: null };
  issue.comments.push(made);
  return made;
}

/** Changes a comment. */
export function rewrite(workspace: Workspace, comment: Comment, body: string): void {
  comment.body = body;
  comment.editedAt = workspace.tick();
}

function urlOf(issue: Issue): string {
  return `https://linear.app/acme/issue/${identifierOf(issue)}/slug`;
}

function comment(issue: Issue, one: Issue["comments"][number]) {
  return { ...one, url: `${urlOf(issue)}#comment-${one.id}` };
}

/** Sets fields, all or none, and writes down what changed. */
function update(
  workspace: Workspace,
  issue: Issue,
  input: Readonly<Record<string, unknown>>,
  actor: User,
): void {
  const refuse = (what: string) =>
    linearError(`Argument Validation Error: ${what}`, "invalid input", "INPUT_ERROR");
  const { stateId, title, description, assigneeId, labelIds } = input;
  const state = workspace.states.find(({ id }) => id === stateId);
  if (stateId !== undefined && state?.team.id !== issue.team.id) throw refuse("stateId is of another team");
  const assignee = workspace.users.find(({ id }) => id === assigneeId) ?? null;
  if (typeof assigneeId === "string" && assignee === null) throw notFound("User");
  const wanted = Array.isArray(labelIds) ? labelIds : [];
  const labels = workspace.labels.filter(({ id }) => wanted.includes(id));
  if (labels.length !== wanted.length) throw notFound("IssueLabel");
  if (title === "") throw refuse("title is empty");
  const change: { -readonly [Key in keyof Change]: Change[Key] } = {
    id: workspace.nextId(),
    createdAt: workspace.tick(),
    actor,
  };
  if (state !== undefined) {
    Object.assign(change, { fromState: issue.state, toState: state });
    issue.state = state;
  }
  if (typeof title === "string") {
    Object.assign(change, { fromTitle: issue.title, toTitle: title });
    issue.title = title;
  }
  if (typeof description === "string") {
    change.updatedDescription = true;
    issue.description = description;
  }
  if (assigneeId !== undefined) {
    Object.assign(change, { fromAssignee: issue.assignee, toAssignee: assignee });
    issue.assignee = assignee;
  }
  if (labelIds !== undefined) {
    change.addedLabels = labels.filter((label) => !issue.labels.includes(label));
    change.removedLabels = issue.labels.filter((label) => !labels.includes(label));
    issue.labels = labels;
  }
  issue.updatedAt = change.createdAt;
  issue.history.push(change);
}

/** Moves an issue as the vendor's own page would. */
export function moveTo(workspace: Workspace, issue: Issue, stateId: string, actor: User): void {
  update(workspace, issue, { stateId }, actor);
}
