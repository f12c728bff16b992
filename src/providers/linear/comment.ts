import type { PostedComment, TicketComment } from "../../core/tracker.ts";
import { markLine, signed } from "../mark.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanMarkdown, utc } from "../text.ts";
import { trouble } from "../trouble.ts";
import { ask, type Client, change } from "./client.ts";
import { fetchIssue } from "./many.ts";
import { personOf } from "./map.ts";
import { nodesOf, type Page } from "./pages.ts";
import { COMMENT, type Comment, commentShape, pageShape } from "./schema.ts";

/** Comments asked for at a time. */
const PAGE = 100;

/** Everything that was written below an issue, answers included. */
export async function commentsOf(client: Client, id: string): Promise<readonly TicketComment[]> {
  const comments: TicketComment[] = [];
  for await (const { comment } of stored(client, id))
    comments.push({
      id: comment.id,
      url: comment.url ?? null,
      by: comment.user ? personOf(comment.user) : null,
      at: utc(comment.createdAt) ?? comment.createdAt,
      edited: typeof comment.editedAt === "string",
      text: cleanMarkdown(comment.body),
    });
  return oldestFirst(comments);
}

/**
 * Posts a comment whose last line is its mark; Linear's editor keeps no hidden text. Anybody can copy a mark into a comment:
 * what another user wrote does not count.
 */
export async function postComment(
  client: Client,
  id: string,
  text: string,
  mark: string,
): Promise<PostedComment> {
  const line = markLine(mark);
  const body = signed(text, line);
  const before = await marked(client, id, line);
  if (before !== null && before.body.trim() === body.trim())
    return { id: before.id, url: before.url ?? null, changed: false };
  const comment =
    before === null ? await create(client, id, body) : await update(client, id, before.id, body);
  return { id: comment.id, url: comment.url ?? null, changed: true };
}

async function marked(client: Client, id: string, line: string): Promise<Comment | null> {
  // What a program wrote may be told without a user, and then can't be told from our own.
  for await (const { comment, me } of stored(client, id))
    if ((comment.user?.id ?? me) === me && comment.body.trimEnd().split("\n").at(-1)?.trim() === line)
      return comment;
  return null;
}

interface Told {
  readonly comment: Comment;
  /** Whose key it is. */
  readonly me: string;
}

function stored(client: Client, id: string): AsyncGenerator<Told> {
  return nodesOf((after) => pageOf(client, id, after));
}

async function pageOf(client: Client, id: string, after: string | null): Promise<Page<Told>> {
  const { viewer, issue } = await ask(client, {
    query: `query Comments($id: String!, $first: Int!, $after: String) {
      viewer { id }
      issue(id: $id) { comments(first: $first, after: $after) { nodes { ${COMMENT} } pageInfo { hasNextPage endCursor } } }
    }`,
    variables: { id, first: PAGE, after },
    shape: (z) => {
      const viewer = z.object({ id: z.string() });
      return z.object({ viewer, issue: z.object({ comments: pageShape(commentShape)(z) }) });
    },
    about: id,
  });
  const { nodes, pageInfo } = issue.comments;
  return { nodes: nodes.map((comment) => ({ comment, me: viewer.id })), pageInfo };
}

type Posted = Pick<Comment, "id" | "url">;

async function create(client: Client, id: string, body: string): Promise<Posted> {
  const { id: issueId } = await fetchIssue(client, id);
  return posted(client, id, "commentCreate(input: $input)", "$input: CommentCreateInput!", {
    input: { issueId, body },
  });
}

async function update(client: Client, id: string, comment: string, body: string): Promise<Posted> {
  const declared = "$id: String!, $input: CommentUpdateInput!";
  return posted(client, id, "commentUpdate(id: $id, input: $input)", declared, {
    id: comment,
    input: { body },
  });
}

async function posted(
  client: Client,
  id: string,
  call: string,
  declared: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Posted> {
  const { done } = await change(client, {
    query: `mutation Comment(${declared}) { done: ${call} { success comment { id url } } }`,
    variables,
    shape: (z) => {
      const comment = z.object({ id: z.string(), url: z.string().nullish() });
      return z.object({ done: z.object({ success: z.boolean(), comment }) });
    },
    about: id,
  });
  if (!done.success) throw trouble("unavailable", `${client.remote} did not post the comment on ${id}.`);
  return done.comment;
}
