import { encodingOf, timeBehind } from "./raw-commit.ts";

/** What a history looks at in a commit. Texts are latin1, cuts of a large string: who keeps one copies it first. */
export interface CommitLine {
  readonly id: string;
  /** `Name <mail>` of the author's header. */
  readonly author: string;
  /** The same of the committer's. */
  readonly committer: string;
  /** Seconds since 1970; 0 where the header holds no usable time. */
  readonly authoredAt: number;
  readonly committedAt: number;
  readonly parents: number;
  /** Ids of the parents behind the first. */
  readonly joins: readonly string[];
  /** Label of the `encoding` header; null: UTF-8. */
  readonly encoding: string | null;
  /**
   * Up to its first NUL, without blank lines above and without blanks at its lines' ends, as git shows it. Its lines but the
   * first may be indented: see `plainMessage`.
   */
  readonly message: string;
  readonly indented: boolean;
}

/** What `git log --format=raw` puts before each line of a message. */
const INDENT = "    ";

const TREE = "tree ";
const PARENT = "parent ";
const AUTHOR = "author ";
const COMMITTER = "committer ";

/** Where in a large text a commit object stands, its id known. */
export interface CommitSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** As `git log --format=raw` shows it, not as it lies in the store. */
  readonly indented: boolean;
}

/**
 * Reads a commit object (git-hash-object, "commit") where it stands. The headers come in git's fixed order; what follows the
 * committer (encoding, signatures, merged tags) is looked at only where there is any.
 */
export function readCommitLine(text: string, { id, start, end, indented }: CommitSpan): CommitLine {
  let at = text.startsWith(TREE, start) ? start + TREE.length + id.length + 1 : start;
  let parents = 0;
  let joins = NO_IDS;
  for (; text.startsWith(PARENT, at); at += PARENT.length + id.length + 1) {
    if (parents++ > 0) joins = [...joins, text.slice(at + PARENT.length, at + PARENT.length + id.length)];
  }
  const author = text.startsWith(AUTHOR, at) ? at + AUTHOR.length : -1;
  let lineEnd = author < 0 ? at - 1 : endOfLine(text, author, end);
  const committer = text.startsWith(COMMITTER, lineEnd + 1) ? lineEnd + 1 + COMMITTER.length : -1;
  const mail = author < 0 ? -1 : text.lastIndexOf(">", lineEnd);
  const authoredAt = mail < author ? 0 : timeBehind(text, mail, lineEnd);
  if (committer >= 0) lineEnd = endOfLine(text, committer, end);
  const address = committer < 0 ? -1 : text.lastIndexOf(">", lineEnd);
  const rest = lineEnd + 1;
  const blank = text.charCodeAt(rest) === LINE_FEED ? rest : text.indexOf("\n\n", rest - 1) + 1;
  const head = blank <= 0 || blank > end ? end : blank;
  return {
    id,
    author: mail < author || author < 0 ? "" : text.slice(author, mail + 1),
    committer: committer < 0 || address < committer ? "" : text.slice(committer, address + 1),
    authoredAt,
    committedAt: committer < 0 ? 0 : timeBehind(text, address, lineEnd),
    parents,
    joins,
    encoding: rest === head ? null : encodingOf(text.slice(rest, head)),
    message: indented
      ? messageIn(text, head + 1 + INDENT.length, end)
      : tidied(messageIn(text, head + 1, end)),
    indented,
  };
}

const LINE_FEED = 10;
const NO_IDS: readonly string[] = [];

function endOfLine(text: string, from: number, end: number): number {
  const found = text.indexOf("\n", from);
  return found < 0 || found > end ? end : found;
}

/** git takes a message to end at its first NUL; what is hidden behind one is nothing that anybody is shown. */
function messageIn(text: string, start: number, end: number): string {
  const message = start < end ? text.slice(start, end) : "";
  const nul = message.indexOf("\0");
  return nul < 0 ? message : message.slice(0, nul);
}

/** What `git log --format=raw` drops; whoever reads objects drops it too, so that no verdict depends on how they were read. */
const UNTIDY = /[ \t\r](?:\n|$)|^\n/;

/** A message as git shows it: no blank lines above, no blanks at ends of lines (git-stripspace has the same idea of a blank). */
export function tidied(message: string): string {
  if (!UNTIDY.test(message)) return message;
  return message.split("\n").map(withoutTail).join("\n").replace(/^\n+/, "");
}

/** By hand: an expression would look at every blank of a long run anew. */
function withoutTail(line: string): string {
  let end = line.length;
  while (end > 0 && " \t\r".includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** A message, or its beginning, as it lies in the store but for blanks at ends of lines. */
export function plainMessage({ indented }: CommitLine, part: string): string {
  return indented ? part.replaceAll(`\n${INDENT}`, "\n") : part;
}
