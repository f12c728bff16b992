import type { PostedComment, TicketComment } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { markLine, signed } from "../mark.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanMarkdown, utc } from "../text.ts";
import { browseBase } from "./access.ts";
import { type Client, refusal, refusedChange } from "./client.ts";
import { bodyOf, isSameText } from "./edit.ts";
import { markdownOf, personOf } from "./map.ts";
import { issuePath } from "./one.ts";
import { type Comment, commentShape, commentsShape } from "./schema.ts";

const PAGE = 100;

/** Everything that was written below an issue, as far as the account may read it. */
export async function commentsOf(client: Client, id: string): Promise<readonly TicketComment[]> {
  const comments: TicketComment[] = [];
  for await (const { id: comment, author, created, updated, body } of stored(client, id))
    comments.push({
      id: comment,
      url: addressOf(client, id, comment),
      by: author ? personOf(author) : null,
      at: utc(created) ?? created,
      edited: updated === null || updated === undefined ? null : updated !== created,
      text: cleanMarkdown(markdownOf(body)),
    });
  return oldestFirst(comments);
}

/** Posts a comment whose last line is its mark; Jira keeps no hidden text. The one that has the mark is brought up to date. */
export async function postComment(
  client: Client,
  id: string,
  text: string,
  mark: string,
): Promise<PostedComment> {
  const line = markLine(mark);
  const body = await bodyOf(client, signed(text, line));
  const path = `${issuePath(id)}/comment`;
  const before = await marked(client, id, line);
  if (before !== null && isSameText(before.body, body)) return posted(client, id, before.id, false);
  const reply = await client.ask({
    method: before === null ? "POST" : "PUT",
    path: before === null ? path : `${path}/${encodeURIComponent(before.id)}`,
    json: { body },
  });
  if (reply.status !== 201 && reply.status !== 200)
    throw await refusedChange(client, reply, id, "comment on");
  return posted(client, id, (await readJson(client.remote, reply, commentShape)).id, true);
}

function posted(client: Client, id: string, comment: string, changed: boolean): PostedComment {
  return { id: comment, url: addressOf(client, id, comment), changed };
}

function addressOf({ settings }: Client, id: string, comment: string): string {
  return `${browseBase(settings)}/browse/${id}?focusedCommentId=${comment}`;
}

async function marked(client: Client, id: string, line: string): Promise<Comment | null> {
  for await (const comment of stored(client, id))
    if (markdownOf(comment.body).trimEnd().split("\n").at(-1) === line) return comment;
  return null;
}

async function* stored(client: Client, id: string): AsyncGenerator<Comment> {
  let count = 0;
  for (;;) {
    const reply = await client.ask({
      path: `${issuePath(id)}/comment`,
      query: { startAt: count, maxResults: PAGE, orderBy: "created" },
    });
    if (reply.status !== 200) throw await refusal(client, reply, id, "show the comments of");
    const { comments, total } = await readJson(client.remote, reply, commentsShape);
    yield* comments;
    count += comments.length;
    if (comments.length === 0 || count >= (total ?? 0)) return;
  }
}
