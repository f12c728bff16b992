import type { CommentPort, StoredComment } from "../../providers/comment.ts";
import { ask, gone } from "../line.ts";
import { type Github, pages } from "./line.ts";
import { commentShape, commentsShape } from "./schema.ts";

/** Comments of a pull request; GitHub keeps them with those of issues. */
export function commentsOf(
  github: Github,
  number: number,
): Pick<CommentPort, "list" | "post" | "rewrite" | "remove"> {
  const about = `pull request ${number}`;
  const path = `${github.path}/issues/${number}/comments`;
  return {
    async *list(): AsyncGenerator<StoredComment> {
      for await (const page of pages(github, { path }, { about, shape: commentsShape }))
        for (const { id, user, body, html_url } of page)
          yield {
            at: `${github.path}/issues/comments/${id}`,
            account: String(user?.id),
            body: body ?? "",
            posted: { id: String(id), url: html_url },
          };
    },
    async post(body) {
      const request = { method: "POST", path, json: { body } } as const;
      const { id, html_url } = await ask(github, request, { about, shape: commentShape, wanted: 201 });
      return { id: String(id), url: html_url };
    },
    async rewrite({ at }, body) {
      await ask(github, { method: "PATCH", path: at, json: { body } }, { about, shape: commentShape });
    },
    async remove({ at }) {
      await gone(github, { method: "DELETE", path: at }, about);
    },
  };
}
