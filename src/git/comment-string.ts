/** What git puts above a diff or a status that is no part of the message. Its line ends with a line feed and nothing else. */
const SCISSORS = "------------------------ >8 ------------------------\n";

/** Where the scissors line begins that git itself would cut at, or -1. Stricter than it looks: `\r` before the end hides it. */
export function cutAt(raw: string, comment: string): number {
  const line = `${comment} ${SCISSORS}`;
  if (raw.startsWith(line)) return 0;
  const found = raw.indexOf(`\n${line}`);
  return found < 0 ? -1 : found + 1;
}

/** Whether git wrote the scissors line at `start`: only then is more of its words or a diff below it. */
export function isOwnCut(raw: string, start: number, comment: string): boolean {
  const below = raw.slice(raw.indexOf("\n", start) + 1);
  return below.startsWith(`${comment} `) || below.startsWith("diff --");
}

/**
 * Whether the status stands below git's scissors at `start`, as it does in mode scissors; with `-v` alone it stands above.
 * Told by the empty comment that git writes before it, which is the same in every language.
 */
export function hasStatusBelow(raw: string, start: number, comment: string): boolean {
  const below = raw.slice(raw.indexOf("\n", start) + 1).split("\n", MOST_WORDS);
  const end = below.findIndex((line) => !line.startsWith(comment));
  return below.slice(0, end < 0 ? below.length : end).includes(comment);
}

/** Lines that git's explanation of the scissors may take in any language, and a few more. */
const MOST_WORDS = 12;

/** Characters that `core.commentChar=auto` chooses from, in git's order. */
const CANDIDATES = "#;@!$%^&|:";

/**
 * The comment character that git chose under `core.commentChar=auto`, as the lines show that it wrote itself: the
 * scissors, its instructions, or the block of comments at the end. Null where it left none.
 */
export function chosenComment(raw: string): string | null {
  const scissors = /^(\S{1,20}) -{24} >8 -{24}\n\1 /m.exec(raw)?.[1];
  const told = /^(\S) (?:Lines starting )?with '\1' will be (?:ignored|kept)/m.exec(raw)?.[1];
  return scissors ?? told ?? closingComment(raw);
}

/**
 * The character that git picks under `auto` for a message that nobody edits: the first one that no line begins with.
 * Where all are in use git refuses the commit; then it hardly matters which is named.
 */
export function unusedComment(message: string): string {
  const used = new Set(message.split(/[\r\n]/).map((line) => line.charAt(0)));
  return [...CANDIDATES].find((char) => !used.has(char)) ?? "#";
}

function closingComment(raw: string): string | null {
  const [last = "", before = ""] = raw.trimEnd().split("\n").slice(-2).reverse();
  const char = last.charAt(0);
  const isComment = (line: string): boolean => line.startsWith(char) && /^.(?:[ \t]|$)/.test(line);
  return char !== "" && CANDIDATES.includes(char) && isComment(last) && isComment(before) ? char : null;
}

/** Whether the text ends in a block of comments, as it does when git opened an editor on it. */
export function endsInComments(raw: string, comment: string): boolean {
  const lines = raw.trimEnd().split("\n").slice(-2);
  return lines.length === 2 && lines.every((line) => line.startsWith(comment));
}

/**
 * What git's instructions in the file say of comment lines: `ignored` (mode strip), `kept` (mode whitespace or verbatim),
 * or null where it says nothing that can be read: another language, `commit.status=false`, a merge, deleted by hand.
 */
export function toldOfComments(raw: string, comment: string): "ignored" | "kept" | null {
  for (const told of ["ignored", "kept"] as const) {
    if (raw.includes(`${comment} with '${comment}' will be ${told}`)) return told;
  }
  return null;
}
