import type { PostedComment } from "../../core/tracker.ts";
import { markLine, signed } from "../mark.ts";
import { askJson, type Space } from "./ask.ts";
import { readOwn } from "./many.ts";
import { plain } from "./map.ts";
import { comments, posted } from "./schema.ts";

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

/** The last comment with the mark; comments come oldest first. */
async function newest(space: Space, id: string, mark: string): Promise<{ id: string; text: string } | null> {
  let found: { id: string; text: string } | null = null;
  let start_cursor: string | undefined;
  do {
    const request = { path: "/comments", query: { block_id: id, page_size: 100, start_cursor } };
    const page = await askJson(space, request, { shape: comments, about: `to read comments of page ${id}` });
    for (const one of page.results) {
      const text = plain(one.rich_text).trim();
      if (text.split(/\s+/).at(-1) === mark) found = { id: one.id, text };
    }
    start_cursor = page.next_cursor ?? undefined;
  } while (start_cursor !== undefined);
  return found;
}

/** Letters and digits alone: what is read back has lost its Markdown. */
function words(text: string): string {
  return text.replace(/\]\([^()\s]*\)/g, "]").replace(/[^\p{L}\p{N}]+/gu, "");
}
