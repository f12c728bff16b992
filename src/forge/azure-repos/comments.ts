import type { CommentPort, StoredComment } from "../../providers/comment.ts";
import { ask, gone } from "../line.ts";
import type { AzureRepos } from "./line.ts";
import { commentShape, threadShape, threadsShape } from "./schema.ts";

/** Threads of a pull request, of which the first comment counts. `page`: where people read it. */
export function commentsOf(
  azure: AzureRepos,
  number: number,
  page: string,
): Pick<CommentPort, "list" | "post" | "rewrite" | "remove"> {
  const about = `pull request ${number}`;
  const path = `${azure.path}/pullRequests/${number}/threads`;
  const posted = (thread: number) => ({ id: String(thread), url: `${page}?discussionId=${thread}` });
  return {
    async *list(): AsyncGenerator<StoredComment> {
      const { value } = await ask(azure, { path }, { about, shape: threadsShape });
      for (const { id, comments, isDeleted } of value) {
        const [first] = comments;
        if (first === undefined || isDeleted === true || first.isDeleted === true) continue;
        const { author, content } = first;
        yield {
          at: `${path}/${id}/comments/${first.id}`,
          account: author?.id ?? "",
          body: content ?? "",
          posted: posted(id),
        };
      }
    },
    async post(body) {
      // A thread that stays open would hold up the merge where a policy wants all of them resolved.
      const json = {
        comments: [{ parentCommentId: 0, content: body, commentType: "text" }],
        status: "closed",
      };
      const { id } = await ask(azure, { method: "POST", path, json }, { about, shape: threadShape });
      return posted(id);
    },
    async rewrite({ at }, body) {
      const request = { method: "PATCH", path: at, json: { content: body } } as const;
      await ask(azure, request, { about, shape: commentShape });
    },
    async remove({ at }) {
      await gone(azure, { method: "DELETE", path: at }, about);
    },
  };
}
