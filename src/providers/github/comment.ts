import type { Identity } from "../../core/tracker.ts";
import type { CommentPort, StoredComment } from "../comment.ts";
import { expect } from "../refusal.ts";
import { type Api, placeOf } from "./api.ts";
import { PAGE, pages } from "./pages.ts";
import { commentShape, commentsShape } from "./schema.ts";

/** GitHub's own words: "body is too long (maximum is 65536 characters)". */
const LONGEST = 65_536;

/** Comments of an issue. */
export function commentsOf(api: Api, identity: () => Promise<Identity>, id: string): CommentPort {
  const { path: issue } = placeOf(id) ?? { path: "" };
  const path = `${issue}/comments`;
  return {
    remote: api.remote,
    limit: LONGEST,
    account: async () => (await identity()).account,
    async *list(): AsyncGenerator<StoredComment> {
      const request = { path, query: { per_page: PAGE } };
      for await (const page of pages(api, id, { request, shape: commentsShape }))
        for (const one of page)
          yield {
            at: `${issue.replace(/\/\d+$/, "")}/comments/${one.id}`,
            account: String(one.user?.id),
            body: one.body ?? "",
            posted: { id: String(one.id), url: one.html_url },
          };
    },
    async post(body) {
      const reply = await api.rest({ method: "POST", path, json: { body } });
      const posted = await expect(api, id, { reply, shape: commentShape, wanted: 201 });
      return { id: String(posted.id), url: posted.html_url };
    },
    async rewrite({ at }, body) {
      const reply = await api.rest({ method: "PATCH", path: at, json: { body } });
      await expect(api, id, { reply, shape: commentShape });
    },
  };
}
