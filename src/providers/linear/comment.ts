import type { PostedComment } from "../../core/tracker.ts";
import { markLine, signed } from "../mark.ts";
import { trouble } from "../trouble.ts";
import { ask, type Client, change } from "./client.ts";
import { fetchIssue } from "./many.ts";
import { nodesOf, type Page } from "./pages.ts";
import { pageShape } from "./schema.ts";

/** Comments asked for at a time. */
const PAGE = 100;

interface Comment {
  readonly id: string;
  readonly body: string;
  readonly url?: string | null | undefined;
  readonly isOwn: boolean;
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
  for await (const comment of nodesOf((after) => pageOf(client, id, after)))
    if (comment.isOwn && comment.body.trimEnd().split("\n").at(-1)?.trim() === line) return comment;
  return null;
}

async function pageOf(client: Client, id: string, after: string | null): Promise<Page<Comment>> {
  const { viewer, issue } = await ask(client, {
    query: `query Comments($id: String!, $first: Int!, $after: String) {
      viewer { id }
      issue(id: $id) { comments(first: $first, after: $after) { nodes { id body url user { id } } pageInfo { hasNextPage endCursor } } }
    }`,
    variables: { id, first: PAGE, after },
    shape: (z) => {
      const viewer = z.object({ id: z.string() });
      const told = { id: z.string(), body: z.string(), url: z.string().nullish() };
      const node = z.object({ ...told, user: viewer.nullish() });
      return z.object({ viewer, issue: z.object({ comments: pageShape(() => node)(z) }) });
    },
    about: id,
  });
  const { nodes, pageInfo } = issue.comments;
  // What a program wrote may be told without a user, and then can't be told from our own.
  return {
    nodes: nodes.map((node) => ({ ...node, isOwn: (node.user?.id ?? viewer.id) === viewer.id })),
    pageInfo,
  };
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
