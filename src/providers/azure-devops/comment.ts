import type { PostedComment } from "../../core/tracker.ts";
import { unescaped } from "../html.ts";
import { markLine, signed } from "../mark.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { comment as commentShape, comments } from "./schema.ts";

const VERSION = "7.1-preview.4";
const PAGE = 200;

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
  const path = inProject(boards.settings.project, `wit/workItems/${encodeURIComponent(id)}/comments`);
  const url = (number: number) =>
    `${boards.http.base}/${encodeURIComponent(boards.settings.project)}/_workitems/edit/${id}#${number}`;
  const known = await find(boards, id, { path, mark });
  if (known !== null && lines(known.text) === lines(wanted))
    return { id: String(known.id), url: url(known.id), changed: false };
  const stored = await askJson(
    boards,
    {
      method: known === null ? "POST" : "PATCH",
      path: known === null ? path : `${path}/${known.id}`,
      query: { format: "markdown" },
      json: { text: wanted },
    },
    { shape: commentShape, about: `to comment on work item ${id}`, version: VERSION },
  );
  return { id: String(stored.id), url: url(stored.id), changed: true };
}

/** The first comment that ends with the mark; in a comment of HTML, tags may follow. */
async function find(
  boards: Boards,
  id: string,
  { path, mark }: { path: string; mark: string },
): Promise<{ readonly id: number; readonly text: string } | null> {
  const end = new RegExp(`(?:^|[\\s>])${markLine(mark)}(?:\\s|<[^<>]*>)*$`);
  let continuationToken: string | undefined;
  do {
    const page = await askJson(
      boards,
      { path, query: { $top: PAGE, order: "asc", continuationToken } },
      { shape: comments, about: `work item ${id}`, version: VERSION },
    );
    for (const { id: number, text, isDeleted } of page.comments)
      if (isDeleted !== true && end.test(text ?? "")) return { id: number, text: text ?? "" };
    continuationToken = page.continuationToken ?? undefined;
  } while (continuationToken !== undefined);
  return null;
}

function lines(text: string): string {
  return unescaped(text).replace(/\r\n?/g, "\n").trim();
}
