import type { CommentPort, StoredComment } from "../../providers/comment.ts";
import { ask, gone } from "../line.ts";
import { type Gitlab, pages } from "./line.ts";
import { noteShape, notesShape } from "./schema.ts";

/** Notes of a merge request; `page`: where people read it. */
export function commentsOf(
  gitlab: Gitlab,
  number: number,
  page: string,
): Pick<CommentPort, "list" | "post" | "rewrite" | "remove"> {
  const about = `merge request ${number}`;
  const path = `${gitlab.path}/merge_requests/${number}/notes`;
  const posted = (id: number) => ({ id: String(id), url: `${page}#note_${id}` });
  return {
    async *list(): AsyncGenerator<StoredComment> {
      const request = { path, query: { sort: "asc", order_by: "created_at" } };
      for await (const notes of pages(gitlab, request, { about, shape: notesShape }))
        for (const { id, author, body, system } of notes)
          if (!system) yield { at: `${path}/${id}`, account: String(author?.id), body, posted: posted(id) };
    },
    async post(body) {
      const request = { method: "POST", path, json: { body } } as const;
      return posted((await ask(gitlab, request, { about, shape: noteShape, wanted: 201 })).id);
    },
    async rewrite({ at }, body) {
      await ask(gitlab, { method: "PUT", path: at, json: { body } }, { about, shape: noteShape });
    },
    async remove({ at }) {
      await gone(gitlab, { method: "DELETE", path: at }, about);
    },
  };
}
