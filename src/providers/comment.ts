import type { PostedComment } from "../core/tracker.ts";
import { markLine, signed } from "./mark.ts";
import { withinLimit } from "./within-limit.ts";

/** A comment as a tracker or forge stores it; `at`: where it is written to again. */
export interface StoredComment {
  readonly at: string;
  readonly account: string;
  readonly body: string;
  readonly posted: Omit<PostedComment, "changed">;
}

/** What commenting takes of a tracker or forge; `limit`: characters of a comment. */
export interface CommentPort {
  readonly remote: string;
  readonly limit: number;
  account(): Promise<string>;
  /** Oldest first. */
  list(): AsyncIterable<StoredComment> | Iterable<StoredComment>;
  post(body: string): Promise<Omit<PostedComment, "changed">>;
  rewrite(comment: StoredComment, body: string): Promise<void>;
}

/**
 * Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. Anybody can copy
 * a mark into a comment: only the account's own counts.
 */
export async function comment(
  port: CommentPort,
  { text, mark }: { readonly text: string; readonly mark: string },
): Promise<PostedComment> {
  const sign = `<!-- ${markLine(mark)} -->`;
  const body = signed(text, sign);
  withinLimit(port.remote, "a comment", { text: body, most: port.limit });
  const before = await marked(port, sign);
  if (before === null) return { ...(await port.post(body)), changed: true };
  if (before.body.replace(/\r\n/g, "\n").trimEnd() === body) return { ...before.posted, changed: false };
  await port.rewrite(before, body);
  return { ...before.posted, changed: true };
}

async function marked(port: CommentPort, sign: string): Promise<StoredComment | null> {
  const account = await port.account();
  for await (const one of port.list())
    if (one.account === account && one.body.trimEnd().endsWith(sign)) return one;
  return null;
}
