import type { PostedComment, TicketComment } from "../../core/tracker.ts";
import { markLine, signed } from "../mark.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanMarkdown, utc } from "../text.ts";
import { askJson, type Space } from "./ask.ts";
import { readOwn } from "./many.ts";
import { personOf, plain } from "./map.ts";
import { type Comment, comments, posted } from "./schema.ts";

/** What was written below a page and not resolved, which is all that this API tells. Its Markdown is lost. */
export async function commentsOf(space: Space, id: string): Promise<readonly TicketComment[]> {
  const url = (await readOwn(space, id)).url ?? null;
  const all: TicketComment[] = [];
  for await (const { id: number, rich_text, created_by, created_time, last_edited_time } of stored(space, id))
    all.push({
      id: number,
      url,
      by: created_by ? personOf(created_by) : null,
      at: utc(created_time) ?? created_time,
      edited: typeof last_edited_time === "string" ? last_edited_time !== created_time : null,
      text: cleanMarkdown(plain(rich_text)),
    });
  return oldestFirst(all);
}

/**
 * Posts a comment whose last line is its mark. This API can't change a comment: the same text with the same mark is left
 * as it is, another text is one more comment below the old one.
 */
export async function comment(space: Space, id: string, text: string, mark: string): Promise<PostedComment> {
  const line = markLine(mark);
  const wanted = signed(text, line);
  const url = (await readOwn(space, id)).url ?? null;
  const known = await newest(space, id, line);
  if (known !== null && words(known.text) === words(wanted)) return { id: known.id, url, changed: false };
  const json = { parent: { page_id: id }, markdown: wanted };
  const request = { method: "POST", path: "/comments", json } as const;
  const made = await askJson(space, request, { shape: posted, about: `to comment on page ${id}` });
  return { id: made.id, url, changed: true };
}

/** The last comment with the mark. */
async function newest(space: Space, id: string, mark: string): Promise<{ id: string; text: string } | null> {
  let found: { id: string; text: string } | null = null;
  for await (const one of stored(space, id)) {
    const text = plain(one.rich_text).trim();
    if (text.split(/\s+/).at(-1) === mark) found = { id: one.id, text };
  }
  return found;
}

/** Oldest first. */
async function* stored(space: Space, id: string): AsyncGenerator<Comment> {
  let start_cursor: string | undefined;
  do {
    const request = { path: "/comments", query: { block_id: id, page_size: 100, start_cursor } };
    const page = await askJson(space, request, { shape: comments, about: `to read comments of page ${id}` });
    yield* page.results;
    start_cursor = page.next_cursor ?? undefined;
  } while (start_cursor !== undefined);
}

/** Letters and digits alone: what is read back has lost its Markdown. */
function words(text: string): string {
  return text.replace(/\]\([^()\s]*\)/g, "]").replace(/[^\p{L}\p{N}]+/gu, "");
}
