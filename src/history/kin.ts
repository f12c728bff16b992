import { claimsIn } from "../git/claims.ts";
import { type CommitLine, plainMessage } from "../git/commit-line.ts";
import { changeIn } from "../git/named-change.ts";
import { decodeText } from "../git/raw-commit.ts";

/** What a commit's parents and message say of other commits and of its pull request. */
export interface Kin {
  /** Parents of a merge behind the first. */
  readonly joins: readonly string[];
  /** Ids, full or abbreviated, that it says to revert. */
  readonly reverts: readonly string[];
  /** Pull requests that it says to revert. */
  readonly undoes: readonly number[];
  /** Ids, full or abbreviated, that it says to be picked from, the last first. */
  readonly picks: readonly string[];
  /** Its subject calls it a backport. */
  readonly backport: boolean;
  /** It says to amend another commit (`fixup!`, `squash!`, `amend!`). */
  readonly amends: boolean;
  /** Number of the pull request that brought it; null: it does not say. */
  readonly change: number | null;
}

/** Whether the message claims to revert, pick or amend; then it is worth being taken apart. */
type IsClaim = boolean;

const UNDONE_PULL = /^[ \t]*Reverts (?:[\w.-]+\/[\w.-]+)?#(\d{1,9})\s*$/gm;
const BACKPORT = /\bbackport(?:s|ed)?\b/i;

/**
 * The same as a text of words, empty for most commits: `j` joins, `r` reverts, `u` undoes, `p` picks, each with its id or number; `b`,
 * `a`; `c` and the number of the pull request.
 */
export function kinText(line: CommitLine, isClaim: IsClaim): string {
  const { message, joins } = line;
  const end = message.indexOf("\n");
  const subject = end < 0 ? message : message.slice(0, end);
  const words = joins.map((id) => `j${id}`);
  if (isClaim) {
    const claims = claimsIn(decodeText(plainMessage(line, message), line.encoding));
    words.push(...claims.reverts.map(({ id }) => `r${id}`), ...claims.picks.map((id) => `p${id}`));
    if (claims.amends !== null) words.push("a");
  }
  if (message.includes("Reverts "))
    for (const [, number] of message.matchAll(UNDONE_PULL)) words.push(`u${number}`);
  if (BACKPORT.test(subject)) words.push("b");
  const change = changeIn(message);
  if (change !== null) words.push(`c${change}`);
  return words.join(" ");
}

/** Reads what `kinText` wrote. */
export function kinIn(text: string): Kin {
  const words = text === "" ? [] : text.split(" ");
  const behind = (mark: string): readonly string[] =>
    words.filter((word) => word.startsWith(mark) && word.length > 1).map((word) => word.slice(1));
  const [change] = behind("c");
  return {
    joins: behind("j"),
    reverts: behind("r"),
    undoes: behind("u").map(Number),
    picks: behind("p"),
    backport: words.includes("b"),
    amends: words.includes("a"),
    change: change === undefined ? null : Number(change),
  };
}

/** Whether it is that of a merge: what it joins comes first. */
export function isJoin(text: string): boolean {
  return text.startsWith("j");
}

/** The same `change` alone: it is the last word, so the others need not be read. */
export function changeOf(text: string): number | null {
  const start = text.lastIndexOf(" ") + 1;
  return text[start] === "c" ? Number(text.slice(start + 1)) : null;
}
