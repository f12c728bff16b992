import type { Identity, PostedComment } from "../../core/tracker.ts";
import { type Api, expect, placeOf } from "./api.ts";
import { PAGE, pages } from "./pages.ts";
import { commentShape, commentsShape } from "./schema.ts";

/** Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. */
export async function comment(
  api: Api,
  identity: () => Promise<Identity>,
  { id, text, mark }: { id: string; text: string; mark: string },
): Promise<PostedComment> {
  const sign = `<!-- golden-thread:${mark} -->`;
  const body = `${text.trimEnd()}\n\n${sign}`;
  const { account } = await identity();
  const { path } = placeOf(id) ?? { path: "" };
  const before = await marked(api, id, { sign, account });
  if (before?.body === body) return { id: String(before.id), url: before.html_url, changed: false };
  const reply = await api.rest(
    before === null
      ? { method: "POST", path: `${path}/comments`, json: { body } }
      : { method: "PATCH", path: `${path.replace(/\/\d+$/, "")}/comments/${before.id}`, json: { body } },
  );
  const wanted = before === null ? 201 : 200;
  const posted = await expect(api, id, { reply, shape: commentShape, wanted });
  return { id: String(posted.id), url: posted.html_url, changed: true };
}

/** Anybody can copy a mark into a comment: only the account's own counts. */
async function marked(api: Api, id: string, { sign, account }: { sign: string; account: string }) {
  const request = { path: `${placeOf(id)?.path ?? ""}/comments`, query: { per_page: PAGE } };
  for await (const comments of pages(api, id, { request, shape: commentsShape })) {
    const own = comments.find(
      ({ user, body }) => String(user?.id) === account && body?.trimEnd().endsWith(sign),
    );
    if (own !== undefined) return { ...own, body: (own.body ?? "").replace(/\r\n/g, "\n") };
  }
  return null;
}
