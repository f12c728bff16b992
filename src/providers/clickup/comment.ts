import type { PostedComment, TicketComment } from "../../core/tracker.ts";
import { markLine, signed } from "../mark.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanMarkdown, utc } from "../text.ts";
import { askJson, taskRequest, type Workspace } from "./ask.ts";
import { personOf } from "./map.ts";
import { anything, type Comment, comments, posted } from "./schema.ts";

/** Comments that one answer holds, newest first; the next begin behind its last. */
const PAGE = 25;

/** Everything that was written below a task. Whether it was changed later, ClickUp does not tell. */
export async function commentsOf(workspace: Workspace, id: string): Promise<readonly TicketComment[]> {
  const all: TicketComment[] = [];
  for await (const { id: number, user, date, comment_text } of stored(workspace, id))
    all.push({
      id: number,
      url: addressOf(id, number),
      by: user ? personOf(user) : null,
      at: utc(date) ?? date,
      edited: null,
      text: cleanMarkdown(comment_text ?? ""),
    });
  return oldestFirst(all.toReversed());
}

/** Posts a comment whose last line is its mark, or brings the one with that mark up to date. Comments are plain text. */
export async function comment(
  workspace: Workspace,
  id: string,
  text: string,
  mark: string,
): Promise<PostedComment> {
  const line = markLine(mark);
  const wanted = signed(text, line);
  const about = `to comment on task ${id}`;
  const known = await find(workspace, id, line);
  if (known === null) {
    const json = { comment_text: wanted, notify_all: false };
    const request = { ...taskRequest(workspace, id, "/comment"), method: "POST", json } as const;
    const made = await askJson(workspace, request, { shape: posted, about });
    return { id: made.id, url: addressOf(id, made.id), changed: true };
  }
  const there = { id: known.id, url: addressOf(id, known.id) };
  if (lines(known.comment_text ?? "") === lines(wanted)) return { ...there, changed: false };
  const json = { comment_text: wanted, resolved: known.resolved ?? false };
  const path = `/comment/${encodeURIComponent(known.id)}`;
  await askJson(workspace, { method: "PUT", path, json }, { shape: anything, about });
  return { ...there, changed: true };
}

async function find(workspace: Workspace, id: string, mark: string): Promise<Comment | null> {
  for await (const comment of stored(workspace, id))
    if (
      lines(comment.comment_text ?? "")
        .split("\n")
        .at(-1) === mark
    )
      return comment;
  return null;
}

/** Newest first. */
async function* stored(workspace: Workspace, id: string): AsyncGenerator<Comment> {
  const { path, query } = taskRequest(workspace, id, "/comment");
  let from: { readonly start?: string; readonly start_id?: string } = {};
  for (;;) {
    const request = { path, query: { ...query, ...from } };
    const page = await askJson(workspace, request, { shape: comments, about: `task ${id}` });
    yield* page.comments;
    const last = page.comments.at(-1);
    if (last === undefined || page.comments.length < PAGE || last.id === from.start_id) return;
    from = { start: last.date, start_id: last.id };
  }
}

function addressOf(id: string, comment: string): string {
  return `https://app.clickup.com/t/${encodeURIComponent(id)}?comment=${comment}`;
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
