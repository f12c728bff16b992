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
  /** Left out: what two runs post at the same time stays. */
  remove?(comment: StoredComment): Promise<void>;
}

/** A comment as it is to stand there. */
interface WantedComment {
  readonly text: string;
  readonly mark: string;
}

/**
 * Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. Anybody can copy
 * a mark into a comment: only the account's own counts.
 */
export async function comment(port: CommentPort, wanted: WantedComment): Promise<PostedComment> {
  const { body, sign } = marking(port, wanted);
  const before = await marked(port, sign);
  return before === null ? postOnce(port, body, sign) : bring(port, before, body);
}

/** The same where there is one already; null: there is none, and none is posted. */
export async function existingComment(
  port: CommentPort,
  wanted: WantedComment,
): Promise<PostedComment | null> {
  const { body, sign } = marking(port, wanted);
  const before = await marked(port, sign);
  return before === null ? null : bring(port, before, body);
}

function marking({ remote, limit }: CommentPort, { text, mark }: WantedComment) {
  const sign = `<!-- ${markLine(mark)} -->`;
  const body = signed(text, sign);
  withinLimit(remote, "a comment", { text: body, most: limit });
  return { body, sign };
}

async function bring(port: CommentPort, before: StoredComment, body: string): Promise<PostedComment> {
  if (before.body.replace(/\r\n/g, "\n").trimEnd() === body) return { ...before.posted, changed: false };
  await port.rewrite(before, body);
  return { ...before.posted, changed: true };
}

/**
 * No forge posts only where there is none, so two runs may find none at the same time. Whoever posts looks again: the oldest stays, with
 * the text of whoever came last, and the others go.
 */
async function postOnce(port: CommentPort, body: string, sign: string): Promise<PostedComment> {
  const posted = await port.post(body);
  if (port.remove === undefined) return { ...posted, changed: true };
  const account = await port.account();
  const all: StoredComment[] = [];
  for await (const one of port.list()) if (isOurs(one, account, sign)) all.push(one);
  const [first, ...others] = all;
  if (first === undefined || first.posted.id === posted.id) return { ...posted, changed: true };
  for (const one of others) if (one.posted.id === posted.id) await port.remove(one);
  return { ...(await bring(port, first, body)), changed: true };
}

function isOurs(one: StoredComment, account: string, sign: string): boolean {
  return one.account === account && one.body.trimEnd().endsWith(sign);
}

async function marked(port: CommentPort, sign: string): Promise<StoredComment | null> {
  const account = await port.account();
  for await (const one of port.list()) if (isOurs(one, account, sign)) return one;
  return null;
}
