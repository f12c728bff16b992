import type { Identity, TicketComment } from "../../core/tracker.ts";
import type { CommentPort, StoredComment } from "../comment.ts";
import { oldestFirst } from "../oldest-first.ts";
import { expect } from "../refusal.ts";
import { cleanMarkdown, utc } from "../text.ts";
import { type Api, placeOf } from "./api.ts";
import { PAGE, pages } from "./pages.ts";
import { personOf } from "./person.ts";
import { type Comment, commentShape, commentsShape } from "./schema.ts";

/** GitHub's own words: "body is too long (maximum is 65536 characters)". */
const LONGEST = 65_536;

/** Everything that was written below an issue. `id` is the present one. */
export async function commentsOf(api: Api, id: string): Promise<readonly TicketComment[]> {
  const comments: TicketComment[] = [];
  for await (const { id: number, html_url: url, user, body, created_at, updated_at } of stored(api, id))
    comments.push({
      id: String(number),
      url,
      by: personOf(user),
      at: utc(created_at) ?? created_at,
      edited: updated_at !== created_at,
      text: cleanMarkdown(body ?? ""),
    });
  return oldestFirst(comments);
}

/** Comments of an issue, as one under a mark is kept among them. */
export function commentPort(api: Api, identity: () => Promise<Identity>, id: string): CommentPort {
  const { path: issue } = placeOf(id) ?? { path: "" };
  const path = `${issue}/comments`;
  return {
    remote: api.remote,
    limit: LONGEST,
    account: async () => (await identity()).account,
    async *list(): AsyncGenerator<StoredComment> {
      for await (const one of stored(api, id))
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

async function* stored(api: Api, id: string): AsyncGenerator<Comment> {
  const request = { path: `${placeOf(id)?.path ?? ""}/comments`, query: { per_page: PAGE } };
  for await (const page of pages(api, id, { request, shape: commentsShape })) yield* page;
}
