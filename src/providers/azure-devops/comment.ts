import type { PostedComment, TicketComment } from "../../core/tracker.ts";
import { unescaped } from "../html.ts";
import { markLine, signed } from "../mark.ts";
import { oldestFirst } from "../oldest-first.ts";
import { utc } from "../text.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { personsOf, textOf } from "./map.ts";
import { type Comment, comment as commentShape, comments } from "./schema.ts";

const VERSION = "7.1-preview.4";
const PAGE = 200;

/** Everything that was written below a work item. */
export async function commentsOf(boards: Boards, id: string): Promise<readonly TicketComment[]> {
  const all: TicketComment[] = [];
  for await (const { id: number, text, version, createdBy, createdDate, modifiedDate } of stored(boards, id))
    all.push({
      id: String(number),
      url: addressOf(boards, id, number),
      by: personsOf(createdBy)[0] ?? null,
      at: utc(createdDate) ?? createdDate,
      edited: (version ?? 1) > 1 || (modifiedDate ?? createdDate) !== createdDate,
      text: await textOf(text),
    });
  return oldestFirst(all);
}

/**
 * Posts a comment that ends with its mark, or brings the one with that mark up to date. The mark is a plain line: whether a
 * server keeps HTML comments depends on its version and on the comment's format.
 */
export async function comment(
  boards: Boards,
  id: string,
  text: string,
  mark: string,
): Promise<PostedComment> {
  const wanted = signed(text, markLine(mark));
  const path = pathOf(boards, id);
  const known = await find(boards, id, mark);
  if (known !== null && lines(known.text ?? "") === lines(wanted))
    return { id: String(known.id), url: addressOf(boards, id, known.id), changed: false };
  const made = await askJson(
    boards,
    {
      method: known === null ? "POST" : "PATCH",
      path: known === null ? path : `${path}/${known.id}`,
      query: { format: "markdown" },
      json: { text: wanted },
    },
    { shape: commentShape, about: `to comment on work item ${id}`, version: VERSION },
  );
  return { id: String(made.id), url: addressOf(boards, id, made.id), changed: true };
}

/** The first comment that ends with the mark; in a comment of HTML, tags may follow. */
async function find(boards: Boards, id: string, mark: string): Promise<Comment | null> {
  const end = new RegExp(`(?:^|[\\s>])${markLine(mark)}(?:\\s|<[^<>]*>)*$`);
  for await (const comment of stored(boards, id)) if (end.test(comment.text ?? "")) return comment;
  return null;
}

async function* stored(boards: Boards, id: string): AsyncGenerator<Comment> {
  let continuationToken: string | undefined;
  do {
    const page = await askJson(
      boards,
      { path: pathOf(boards, id), query: { $top: PAGE, order: "asc", continuationToken } },
      { shape: comments, about: `work item ${id}`, version: VERSION },
    );
    for (const one of page.comments) if (one.isDeleted !== true) yield one;
    continuationToken = page.continuationToken ?? undefined;
  } while (continuationToken !== undefined);
}

function pathOf({ settings }: Boards, id: string): string {
  return inProject(settings.project, `wit/workItems/${encodeURIComponent(id)}/comments`);
}

function addressOf({ http, settings }: Boards, id: string, comment: number): string {
  return `${http.base}/${encodeURIComponent(settings.project)}/_workitems/edit/${id}#${comment}`;
}

function lines(text: string): string {
  return unescaped(text).replace(/\r\n?/g, "\n").trim();
}
