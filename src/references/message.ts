/** A stretch of text in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One trailer with its continuation lines; `value` is unfolded. */
export interface Trailer extends Span {
  readonly key: string;
  readonly value: string;
}

/** A message in its parts. They do not overlap; blank lines between them belong to none. */
export interface MessageParts {
  /** The first paragraph, which git folds into one line. Empty for an empty message. */
  readonly subject: Span;
  /** All between subject and trailers; null if there is none. */
  readonly body: Span | null;
  readonly trailers: readonly Trailer[];
  readonly trailerBlock: Span | null;
}

interface Line extends Span {
  readonly text: string;
}

/** Whether a message holds nothing but trailers of one key: somebody who wrote nothing has a hook's trailer left over. */
export function isTrailerAlone(message: string, key: string): boolean {
  const start = `${key.toLowerCase()}:`;
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => line.toLowerCase().startsWith(start));
}

/** Lines that git itself writes; one of them lets a block pass that is not made of trailers alone. */
const GIT_WRITES = ["Signed-off-by: ", "(cherry picked from commit "];

/** A trailer's key and separator as git finds them: letters, digits and dashes, blanks, then a colon. */
const KEY = /^([A-Za-z0-9-]+)[ \t]*:/;

const BLANK = /^\s*$/;

/**
 * Subject, body and trailers of a stored message by git's rules (git-interpret-trailers(1), `%s`, `%(trailers)`
 * with default separators): the last paragraph is a trailer block if all of its lines are trailers, or if git
 * wrote one of them and at least a quarter are.
 */
export function parseMessage(message: string): MessageParts {
  const lines = linesOf(message);
  let first = 0;
  while (first < lines.length && isBlank(lines[first])) first += 1;
  let titleEnd = first;
  while (titleEnd < lines.length && !isBlank(lines[titleEnd])) titleEnd += 1;
  const subject = spanOf(lines, first, titleEnd) ?? { start: message.length, end: message.length };

  const end = endOfText(lines, titleEnd, scissorsAt(message, "#"));
  const block = startOfTrailers(lines, titleEnd, end);
  let bodyStart = titleEnd;
  while (bodyStart < block && isBlank(lines[bodyStart])) bodyStart += 1;
  let bodyEnd = block === end ? lines.length : block;
  while (bodyEnd > bodyStart && isBlank(lines[bodyEnd - 1])) bodyEnd -= 1;
  return {
    subject,
    body: spanOf(lines, bodyStart, bodyEnd),
    trailers: readTrailers(lines.slice(block, end)),
    trailerBlock: spanOf(lines, block, end),
  };
}

/** The part of the message that holds `offset`. Blank lines between parts belong to the body. */
export function placeAt(parts: MessageParts, offset: number): "subject" | "body" | "trailer" {
  if (offset < parts.subject.end) return "subject";
  const block = parts.trailerBlock;
  return block !== null && offset >= block.start && offset < block.end ? "trailer" : "body";
}

function linesOf(message: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < message.length) {
    const stop = message.indexOf("\n", start);
    const end = stop < 0 ? message.length : stop;
    lines.push({ start, end, text: message.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || BLANK.test(line.text);
}

function spanOf(lines: readonly Line[], from: number, to: number): Span | null {
  const first = lines[from];
  const last = lines[to - 1];
  return from < to && first && last ? { start: first.start, end: last.end } : null;
}

/** git looks for trailers above the scissors, and above a run of comments, blank lines and an old list of conflicts. */
function endOfText(lines: readonly Line[], titleEnd: number, cut: number): number {
  const above = lines.findIndex(({ start }) => start >= cut);
  const last = above < 0 ? lines.length : above;
  let conflicts = false;
  let run = -1;
  for (let index = 0; index < last; index += 1) {
    const text = lines[index]?.text ?? "";
    if (text === "" || text.startsWith("#")) {
      if (run < 0) run = index;
    } else if (text === "Conflicts:") {
      conflicts = true;
      if (run < 0) run = index;
    } else if (run >= 0 && !(conflicts && text.startsWith("\t"))) {
      run = -1;
      conflicts = false;
    }
  }
  return Math.max(run >= 0 ? run : last, titleEnd);
}

/** Index of the block's first line, or `end` if there is no block. Follows git's own count of lines from the bottom up. */
function startOfTrailers(lines: readonly Line[], titleEnd: number, end: number): number {
  let recognised = false;
  let trailers = 0;
  let others = 0;
  let continued = 0;
  let begun = false;
  for (let index = end - 1; index >= titleEnd; index -= 1) {
    const text = lines[index]?.text ?? "";
    if (text.startsWith("#")) {
      others += continued;
      continued = 0;
    } else if (BLANK.test(text)) {
      if (!begun) continue;
      others += continued;
      const most = recognised && trailers * 3 >= others;
      return most || (trailers > 0 && others === 0) ? index + 1 : end;
    } else {
      begun = true;
      const written = GIT_WRITES.some((prefix) => text.startsWith(prefix));
      recognised ||= written;
      if (written || KEY.test(text)) {
        trailers += 1;
        continued = 0;
      } else if (/^\s/.test(text)) continued += 1;
      else {
        others += 1 + continued;
        continued = 0;
      }
    }
  }
  return end;
}

function readTrailers(lines: readonly Line[]): readonly Trailer[] {
  const trailers: Trailer[] = [];
  let open = false;
  for (const line of lines) {
    const key = KEY.exec(line.text);
    const last = trailers.at(-1);
    if (key) {
      const value = line.text.slice(key[0].length).trim();
      trailers.push({ key: key[1] ?? "", value, start: line.start, end: line.end });
      open = true;
    } else if (!/^\s+\S/.test(line.text)) open = false;
    else if (open && last) {
      // What goes on behind a line that is no trailer belongs to that line.
      const value = `${last.value} ${line.text.trim()}`.trimStart();
      trailers[trailers.length - 1] = { ...last, value, end: line.end };
    }
  }
  return trailers;
}

/** How git tidies a message before it stores it (git-commit(1), `--cleanup`). */
export type CleanupMode = "strip" | "whitespace" | "verbatim" | "scissors";

/** What decides how a message is tidied. */
export interface Cleanup {
  readonly mode: CleanupMode;
  /** `core.commentString` or `core.commentChar`; usually `#`. */
  readonly commentString: string;
  /** Cut at the scissors line first. Default: in the modes `strip` and `scissors`; git also does it in others with `-v`. */
  readonly cut?: boolean;
}

const SCISSORS = "------------------------ >8 ------------------------";

/** Offset of the scissors line, from which on nothing is part of the message; the length if there is none. */
export function scissorsAt(raw: string, commentString: string): number {
  const line = `${commentString} ${SCISSORS}`;
  for (let at = raw.indexOf(line); at >= 0; at = raw.indexOf(line, at + 1)) {
    const alone = at === 0 || raw[at - 1] === "\n";
    if (alone && /^\r?(?:\n|$)/.test(raw.slice(at + line.length, at + line.length + 2))) return at;
  }
  return raw.length;
}

/**
 * The message as git stores it. Equal to `git stripspace` (`-s` in mode `strip`) behind the cut at the scissors:
 * no blanks at line ends, no blank lines at either end or twice in a row, a line break at the end.
 */
export function cleanMessage(raw: string, how: Cleanup): string {
  const cut = how.cut ?? (how.mode === "strip" || how.mode === "scissors");
  const text = cut ? raw.slice(0, scissorsAt(raw, how.commentString)) : raw;
  if (how.mode === "verbatim") return text;
  const comments = how.mode === "strip" && how.commentString !== "";
  let stored = "";
  let blank = false;
  for (const line of text.split("\n")) {
    if (comments && line.startsWith(how.commentString)) continue;
    const kept = trimEnd(line);
    if (kept === "") {
      blank = stored !== "";
      continue;
    }
    stored += `${blank ? "\n" : ""}${kept}\n`;
    blank = false;
  }
  return stored;
}

/** Drops git's blanks (space, tab, carriage return, line feed) and no others, in linear time. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && " \t\r\n".includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}
