import type { Ticket } from "../../core/ticket.ts";
import type { Identity, PostedComment } from "../../core/tracker.ts";
import { inert } from "../quick-actions.ts";
import { type Api, expect, issuePath, pages } from "./api.ts";
import { type Note, noteShape, notesShape } from "./schema.ts";

/** Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. */
export async function comment(
  api: Api,
  identity: () => Promise<Identity>,
  { ticket, text, mark }: { ticket: Ticket; text: string; mark: string },
): Promise<PostedComment> {
  const sign = `<!-- golden-thread:${mark} -->`;
  const body = `${inert(text.trimEnd())}\n\n${sign}`;
  const posted = ({ id }: Note, changed: boolean) => ({
    id: String(id),
    url: `${ticket.url}#note_${id}`,
    changed,
  });
  const path = `${issuePath(ticket.id)}/notes`;
  const before = await marked(api, ticket.id, { sign, account: (await identity()).account });
  if (before?.body === body) return posted(before, false);
  const reply = await api.http.send(
    before === null
      ? { method: "POST", path, json: { body } }
      : { method: "PUT", path: `${path}/${before.id}`, json: { body } },
  );
  const wanted = before === null ? 201 : 200;
  return posted(await expect(api, ticket.id, { reply, shape: noteShape, wanted }), true);
}

/** Anybody can copy a mark into a comment: only the account's own counts. */
async function marked(
  api: Api,
  id: string,
  { sign, account }: { sign: string; account: string },
): Promise<Note | null> {
  const request = {
    path: `${issuePath(id)}/notes`,
    query: { activity_filter: "only_comments", sort: "asc", order_by: "created_at" },
  };
  for await (const notes of pages(api, id, { request, shape: notesShape })) {
    const own = notes.find(
      ({ system, author, body }) =>
        !system && String(author?.id) === account && body.trimEnd().endsWith(sign),
    );
    if (own !== undefined) return { ...own, body: own.body.replace(/\r\n/g, "\n") };
  }
  return null;
}
