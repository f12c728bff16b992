import type { Ticket } from "../../core/ticket.ts";
import type { Identity } from "../../core/tracker.ts";
import type { CommentPort, StoredComment } from "../comment.ts";
import { expect } from "../refusal.ts";
import { type Api, issuePath, pages } from "./api.ts";
import { noteShape, notesShape } from "./schema.ts";

/** Characters of a note. */
const LONGEST = 1_000_000;

/** Notes of an issue that people wrote. */
export function commentsOf(
  api: Api,
  identity: () => Promise<Identity>,
  { id, url }: Pick<Ticket, "id" | "url">,
): CommentPort {
  const path = `${issuePath(id)}/notes`;
  const posted = (note: number) => ({ id: String(note), url: `${url}#note_${note}` });
  return {
    remote: api.remote,
    limit: LONGEST,
    account: async () => (await identity()).account,
    async *list(): AsyncGenerator<StoredComment> {
      const query = { activity_filter: "only_comments", sort: "asc", order_by: "created_at" };
      for await (const notes of pages(api, id, { request: { path, query }, shape: notesShape }))
        for (const { id: note, system, author, body } of notes)
          if (!system)
            yield { at: `${path}/${note}`, account: String(author?.id), body, posted: posted(note) };
    },
    async post(body) {
      const reply = await api.http.send({ method: "POST", path, json: { body } });
      return posted((await expect(api, id, { reply, shape: noteShape, wanted: 201 })).id);
    },
    async rewrite({ at }, body) {
      const reply = await api.http.send({ method: "PUT", path: at, json: { body } });
      await expect(api, id, { reply, shape: noteShape });
    },
  };
}
