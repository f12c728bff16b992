import type { PostedComment } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { markLine, signed } from "../mark.ts";
import { browseBase } from "./access.ts";
import { type Client, refusal, refusedChange } from "./client.ts";
import { bodyOf, isSameText } from "./edit.ts";
import { markdownOf } from "./map.ts";
import { issuePath } from "./one.ts";
import { commentShape, commentsShape } from "./schema.ts";

const PAGE = 100;

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

function posted({ settings }: Client, id: string, comment: string, changed: boolean): PostedComment {
  return { id: comment, url: `${browseBase(settings)}/browse/${id}?focusedCommentId=${comment}`, changed };
}

async function marked(
  client: Client,
  id: string,
  line: string,
): Promise<{ id: string; body: unknown } | null> {
  let count = 0;
  for (;;) {
    const reply = await client.ask({
      path: `${issuePath(id)}/comment`,
      query: { startAt: count, maxResults: PAGE },
    });
    if (reply.status !== 200) throw await refusal(client, reply, id, "show the comments of");
    const { comments, total } = await readJson(client.remote, reply, commentsShape);
    const found = comments.find(({ body }) => markdownOf(body).trimEnd().split("\n").at(-1) === line);
    if (found !== undefined) return { id: found.id, body: found.body };
    count += comments.length;
    if (comments.length === 0 || count >= (total ?? 0)) return null;
  }
}
