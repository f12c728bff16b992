import type { Ticket } from "../../core/ticket.ts";
import type { Identity, TicketComment } from "../../core/tracker.ts";
import type { CommentPort, StoredComment } from "../comment.ts";
import { oldestFirst } from "../oldest-first.ts";
import { expect } from "../refusal.ts";
import { cleanMarkdown, utc } from "../text.ts";
import { type Api, issuePath, pages } from "./api.ts";
import { personOf } from "./map.ts";
import { type Note, noteShape, notesShape } from "./schema.ts";

/** Characters of a note. */
const LONGEST = 1_000_000;

type Present = Pick<Ticket, "id" | "url">;

/** Everything that people wrote below an issue. */
export async function commentsOf(api: Api, issue: Present): Promise<readonly TicketComment[]> {
  const comments: TicketComment[] = [];
  for await (const { id, author, body, created_at, updated_at } of written(api, issue.id))
    comments.push({
      ...placeOf(issue, id),
      by: personOf(author),
      at: utc(created_at) ?? created_at,
      edited: updated_at !== created_at,
      text: cleanMarkdown(body),
    });
  return oldestFirst(comments);
}

/** Notes of an issue that people wrote, as one under a mark is kept among them. */
export function commentPort(api: Api, identity: () => Promise<Identity>, issue: Present): CommentPort {
  const { id } = issue;
  const path = `${issuePath(id)}/notes`;
  return {
    remote: api.remote,
    limit: LONGEST,
    account: async () => (await identity()).account,
    async *list(): AsyncGenerator<StoredComment> {
      for await (const { id: note, author, body } of written(api, id))
        yield { at: `${path}/${note}`, account: String(author?.id), body, posted: placeOf(issue, note) };
    },
    async post(body) {
      const reply = await api.http.send({ method: "POST", path, json: { body } });
      return placeOf(issue, (await expect(api, id, { reply, shape: noteShape, wanted: 201 })).id);
    },
    async rewrite({ at }, body) {
      const reply = await api.http.send({ method: "PUT", path: at, json: { body } });
      await expect(api, id, { reply, shape: noteShape });
    },
  };
}

function placeOf({ url }: Present, note: number): Pick<TicketComment, "id" | "url"> {
  return { id: String(note), url: `${url}#note_${note}` };
}

async function* written(api: Api, id: string): AsyncGenerator<Note> {
  const query = { activity_filter: "only_comments", sort: "asc", order_by: "created_at" };
  const request = { path: `${issuePath(id)}/notes`, query };
  for await (const notes of pages(api, id, { request, shape: notesShape }))
    for (const note of notes) if (!note.system) yield note;
}
